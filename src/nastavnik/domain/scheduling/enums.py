"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferState(models.TextChoices):
    OPEN = "open", _("ждёт ответа")
    ACCEPTED = "accepted", _("время выбрано")
    REPLACED = "replaced", _("предложено другое время")
    WITHDRAWN = "withdrawn", _("отозвано")


class SeriesState(models.TextChoices):
    RUNNING = "running", _("идут по расписанию")
    STOPPED = "stopped", _("остановлены")
