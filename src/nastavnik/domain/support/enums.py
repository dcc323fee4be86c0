"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    PHONE = "phone", _("по телефону")
    IN_PERSON = "in_person", _("лично")
    VIDEO = "video", _("по видеосвязи")
    WRITTEN = "written", _("написали")


class Result(models.TextChoices):
    """What came of the talk. Whoever was not reached was not talked to: the duty stays."""

    WELL = "well", _("всё хорошо")
    MEETING_SET = "meeting_set", _("договорились о встрече")
    HELP_NEEDED = "help_needed", _("нужна помощь")
    CHANGE_WANTED = "change_wanted", _("хотят замену или закончить")
    NOT_REACHED = "not_reached", _("связаться не удалось")


class SnoozeReason(models.TextChoices):
    DAY_AGREED = "day_agreed", _("договорились о дне")
    ILLNESS = "illness", _("болезнь")
    AWAY = "away", _("уехали")
    EXAMS = "exams", _("экзамены, контрольные")
    OTHER = "other", _("другое")


class Strength(models.TextChoices):
    """Of one of the three components of a pair."""

    GOOD = "good", _("есть")
    WEAK = "weak", _("слабо")
    UNKNOWN = "unknown", _("пока не видно")
