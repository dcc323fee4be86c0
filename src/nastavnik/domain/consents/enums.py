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


class ScanFinding(models.TextChoices):
    """What the reading of a scan came to; `messages` has the sentence of each."""

    READING = "reading", _("читаем")
    FOUND = "found", _("узнан по коду")
    NO_CODE = "no_code", _("кода не видно")
    FOREIGN = "foreign", _("чужой код")
    UNKNOWN = "unknown", _("код неизвестен")
    TWICE = "twice", _("скан уже есть")
    SEVERAL = "several", _("коды разных листов")
    BROKEN = "broken", _("файл не открылся")
    LOCKED = "locked", _("закрыт паролем")
    TOO_HEAVY = "too_heavy", _("слишком велик")
    TOO_MANY = "too_many", _("слишком много страниц")
    NOT_READ = "not_read", _("такие снимки не читаем")
