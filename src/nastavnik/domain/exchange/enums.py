"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeopleImportState(models.TextChoices):
    UPLOADED = "uploaded", _("загружен")
    CHECKED = "checked", _("проверен")
    ACCEPTED = "accepted", _("принят")
    CANCELLED = "cancelled", _("отменён")
    UNDONE = "undone", _("загрузка отменена")


class ListRole(models.TextChoices):
    """Whom a list names; the first two are the roles of `programmes`."""

    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")
    PAIRS = "pairs", _("пары")


class Register(models.TextChoices):
    """The two registers of a school: who is helped and who helps."""

    MENTEES = "mentee", _("база наставляемых")
    MENTORS = "mentor", _("база наставников")
