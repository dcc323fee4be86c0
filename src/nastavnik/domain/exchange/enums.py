"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeopleImportState(models.TextChoices):
    UPLOADED = "uploaded", _("загружен")
    CHECKED = "checked", _("проверен")
    ACCEPTED = "accepted", _("принят")
    CANCELLED = "cancelled", _("отменён")
