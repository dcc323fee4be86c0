"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    MOTIVATIONAL = "motivational", _("мотивационная встреча")
    TRAINING = "training", _("занятие обучения")
    CLOSING = "closing", _("итоговое мероприятие")
    ALUMNI = "alumni", _("встреча участников и выпускников")
    OTHER = "other", _("другое мероприятие")


class EventState(models.TextChoices):
    PLANNED = "planned", _("назначено")
    HELD = "held", _("прошло")
    CALLED_OFF = "called_off", _("отменено")


class AttendanceState(models.TextChoices):
    INVITED = "invited", _("в списке")
    CAME = "came", _("на месте")
    ABSENT = "absent", _("не пришли")


class GuestRole(models.TextChoices):
    """Whom the institution invites from outside; parents stand on the list by name."""

    PARTNER = "partner", _("от партнёра")
    AUTHORITY = "authority", _("от управления образования")
    OTHER = "other", _("гость")


class TaskState(models.TextChoices):
    """Of the practical task of a session: nothing but a result that somebody saw counts."""

    NONE = "none", _("результата нет")
    SHOWN = "shown", _("результат показан")


class TrainingState(models.TextChoices):
    """How far a mentor is with a course; asked, never stored. `training.py` says how it is counted."""

    NOT_BEGUN = "not_begun", _("ещё не начато")
    ON_THE_WAY = "on_the_way", _("в пути")
    ON_PAPER = "on_paper", _("только на бумаге")
    TRAINED = "trained", _("обучение пройдено")
