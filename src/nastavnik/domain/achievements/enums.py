"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _

TERM = 3  # years after which somebody is reminded of the attestation, unless said otherwise


class AchievementKind(models.TextChoices):
    CONTEST = "contest", _("конкурс")
    OLYMPIAD = "olympiad", _("олимпиада")
    DIPLOMA = "diploma", _("диплом, грамота")
    SOCIAL = "social", _("социальный проект")
    OTHER = "other", _("другое")


class Level(models.TextChoices):
    INSTITUTION = "institution", _("организация")
    MUNICIPAL = "municipal", _("муниципальный")
    REGIONAL = "regional", _("региональный")
    NATIONAL = "national", _("всероссийский")
    WORLD = "world", _("международный")


class AchievementState(models.TextChoices):
    ENTERED = "entered", _("ждёт подтверждения")
    CONFIRMED = "confirmed", _("подтверждено")
    RETURNED = "returned", _("вернули уточнить")


class SharingKind(models.TextChoices):
    PRESENTATION = "presentation", _("выступление")
    CONTEST = "contest", _("конкурс практик")
    PUBLICATION = "publication", _("публикация")
    EVENT = "event", _("открытое мероприятие")


class AlumnusState(models.TextChoices):
    WRITTEN = "written", _("ждёт куратора")
    SHOWN = "shown", _("на странице")
    HIDDEN = "hidden", _("снято со страницы")
    TAKEN_BACK = "taken_back", _("отозвано автором")


class StoryState(models.TextChoices):
    DRAFT = "draft", _("черновик")
    AGREED = "agreed", _("согласована")
    PUBLISHED = "published", _("опубликована")
    HIDDEN = "hidden", _("снята с публикации")
    DISCARDED = "discarded", _("удалена")
