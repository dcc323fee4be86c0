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


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("очно")
    ONLINE = "online", _("онлайн")
