"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a questionnaire is for; the library is ordered by it."""

    BEFORE = "before", _("до начала работы")
    AFTER = "after", _("после завершения")
    DURING = "during", _("по ходу работы")
    CHOICE = "choice", _("выбор после общей встречи")
    SATISFACTION = "satisfaction", _("удовлетворённость")
    SELF_CHECK = "self_check", _("самопроверка")
    QUALITY = "quality", _("оценка программы")
    OBSERVATION = "observation", _("наблюдение")
    APPLICATION = "application", _("вопросы к заявке")
    OTHER = "other", _("другое")


class Audience(models.TextChoices):
    """Who answers."""

    MENTEE = "mentee", _("наставляемые")
    MENTOR = "mentor", _("наставники")
    GUARDIAN = "guardian", _("родители")
    TEACHER = "teacher", _("педагоги")
    COORDINATOR = "coordinator", _("куратор")
    ANYBODY = "anybody", _("кто угодно")


class VersionState(models.TextChoices):
    DRAFT = "draft", _("черновик")
    PUBLISHED = "published", _("действует")
    RETIRED = "retired", _("заменена")


class Source(models.TextChoices):
    """How the answers came."""

    ONLINE = "online", _("на экране")
    PAPER = "paper", _("с бумаги")
