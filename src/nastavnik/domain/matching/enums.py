"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchRunState(models.TextChoices):
    DRAFT = "draft", _("черновик")
    SOLVING = "solving", _("считается")
    READY = "ready", _("готов")
    PUBLISHED = "published", _("опубликован")
    DISCARDED = "discarded", _("отброшен")


class ProposalOrigin(models.TextChoices):
    ENGINE = "engine", _("подобрано")
    HAND = "hand", _("вручную")


class DecisionKind(models.TextChoices):
    PIN = "pin", _("закреплена")
    BAN = "ban", _("запрещена")


class ChangeKind(models.TextChoices):
    """What a coordinator can do to a proposal."""

    PIN = "pin", _("закрепление пары")
    UNPIN = "unpin", _("открепление пары")
    BAN = "ban", _("запрет пары")
    LIFT_BAN = "lift_ban", _("снятие запрета")
    SWAP = "swap", _("замена наставника")
    REMOVE = "remove", _("пара убрана")
    RECOUNT = "recount", _("пересчёт")


MOST_CHOICES = 3


class GroupMeetingState(models.TextChoices):
    PLANNED = "planned", _("назначена")
    OPEN = "open", _("идёт выбор")
    CLOSED = "closed", _("выбор закончен")
    CALLED_OFF = "called_off", _("отменена")


class SuggestionState(models.TextChoices):
    OPEN = "open", _("ждёт решения")
    ACCEPTED = "accepted", _("принято")
    SET_ASIDE = "set_aside", _("отложено")
