"""Closed lists of the room. Formats and role models are rows, because regions add their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeType(models.TextChoices):
    PUPILS = "pupils", _("наставничество обучающихся")
    TEACHERS = "teachers", _("наставничество педагогов")


class ProgrammeState(models.TextChoices):
    PREPARING = "preparing", _("готовится")
    RUNNING = "running", _("идёт")
    CLOSED = "closed", _("завершена")


class Kind(models.TextChoices):
    """Вид наставничества: what a mentorship of it does differently stands in `kinds.py`."""

    INDIVIDUAL = "individual", _("индивидуальное")
    GROUP = "group", _("групповое")
    VIRTUAL = "virtual", _("виртуальное")
    FLASH = "flash", _("флэш")
    SPEED = "speed", _("скоростное")
    TEAM = "team", _("командное")
    BLENDED = "blended", _("смешанное")
    SITUATIONAL = "situational", _("ситуационное")
    REVERSE = "reverse", _("реверсивное")


class ParticipationRole(models.TextChoices):
    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")


class ParticipationState(models.TextChoices):
    ENROLLED = "enrolled", _("в программе")
    READY = "ready", _("можно подбирать")
    SUSPENDED = "suspended", _("приостановлено")
    FINISHED = "finished", _("завершено")
    LEFT = "left", _("больше не участвует")


class TopicUse(models.TextChoices):
    MAIN_NEED = "main_need", _("основной запрос")
    NEED = "need", _("запрос")
    COMPETENCE = "competence", _("компетенция")
    INTEREST = "interest", _("интерес")
    VALUE = "value", _("ценность")
    # Of a mentor: how they work; of a mentee: what suits them.
    WAY = "way", _("способ работы")
    TEAM_TOPIC = "team_topic", _("что должен знать кто-то из команды")


class Openness(models.TextChoices):
    """How somebody opens up with others."""

    AT_ONCE = "at_once", _("раскрывается сразу")
    WITH_TIME = "with_time", _("раскрывается со временем")
    WITH_FEW = "with_few", _("раскрывается в узком кругу")


class Level(models.IntegerChoices):
    """Standing in the subject, the same scale for both sides."""

    NONE = 0, _("0 — только начинает")
    LITTLE = 1, _("1 — знает немного")
    SOME = 2, _("2 — справляется с помощью")
    SURE = 3, _("3 — справляется без помощи")
    STRONG = 4, _("4 — может объяснить другому")
    EXPERT = 5, _("5 — знает глубоко")


class Mastery(models.IntegerChoices):
    """Experience of mentoring, and command of its methods."""

    NONE = 0, _("пока нет")
    BEGINNING = 1, _("пробует впервые, прошёл обучение")
    SOME = 2, _("уже был наставником")
    METHODICAL = 3, _("опытный, владеет методикой")


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("очно")
    ONLINE = "online", _("онлайн")
