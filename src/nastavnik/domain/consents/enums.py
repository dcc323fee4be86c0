"""Kinds of consent (each a paper of its own: 152-ФЗ as of 01.09.2025), parties and ways of signing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentKind(models.TextChoices):
    PROCESSING = "processing", _("на обработку персональных данных и участие в программе")
    PUBLICATION = "publication", _("на публикацию")


class SigningParty(models.TextChoices):
    GUARDIAN = "guardian", _("родитель или опекун")
    CHILD = "child", _("ребёнок")
    ADULT = "adult", _("сам участник")


class SigningMethod(models.TextChoices):
    PAPER = "paper", _("на бумаге")
    LIST = "list", _("по списку куратора, бумага в школе")
