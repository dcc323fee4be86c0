"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom a memo speaks to."""

    MENTOR = "mentor", _("наставникам")
    MENTEE = "mentee", _("наставляемым")
    GUARDIAN = "guardian", _("родителям")
    STAFF = "staff", _("педагогам и кураторам")


class Topic(models.TextChoices):
    """What a memo is about; the order is that of the list."""

    BEGINNING = "beginning", _("с чего начать")
    MEETINGS = "meetings", _("встречи")
    METHODS = "methods", _("приёмы наставника")
    MISTAKES = "mistakes", _("ошибки")
    HARD = "hard", _("когда трудно")
    CLOSING = "closing", _("итоги")
    RULES = "rules", _("правила и безопасность")
