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
