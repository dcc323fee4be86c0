"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    BEFORE = "before", _("до начала работы")
    DURING = "during", _("по ходу работы")
    AFTER = "after", _("после завершения")
    ONCE = "once", _("один раз")


class Asked(models.TextChoices):
    """Who is invited to answer."""

    MENTEE = "mentee", _("наставляемые")
    MENTOR = "mentor", _("наставники")
    GUARDIAN = "guardian", _("родители наставляемых")


class WaveState(models.TextChoices):
    PLANNED = "planned", _("готовится")
    OPEN = "open", _("идёт")
    CLOSED = "closed", _("завершён")
