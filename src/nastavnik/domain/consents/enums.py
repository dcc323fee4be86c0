"""Kinds of consent (each a paper of its own: 152-ФЗ as of 01.09.2025), parties and ways of signing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentKind(models.TextChoices):
    PROCESSING = "processing", _("на обработку персональных данных")
    PARTICIPATION = "participation", _("на участие в программе")
    PUBLICATION = "publication", _("на публикацию")
    DIAGNOSTICS = "diagnostics", _("на психологическую диагностику")
    EMPLOYEE = "employee", _("работника на наставничество")


# ТК РФ ст. 351.8 wants the written consent of the worker: no link, no tick.
ON_PAPER_ONLY = frozenset({ConsentKind.EMPLOYEE})


class SigningParty(models.TextChoices):
    GUARDIAN = "guardian", _("родитель или опекун")
    CHILD = "child", _("ребёнок")
    ADULT = "adult", _("сам участник")


class SigningMethod(models.TextChoices):
    PAPER = "paper", _("на бумаге")
    LIST = "list", _("по списку куратора, бумага в школе")
    LINK = "link", _("по личной ссылке")


class Answer(models.TextChoices):
    AGREED = "agreed", _("согласие дано")
    REFUSED = "refused", _("не согласились")
