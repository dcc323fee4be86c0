"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MentorshipState(models.TextChoices):
    PROPOSED = "proposed", _("предложена")
    CONFIRMED = "confirmed", _("согласована")
    ACTIVE = "active", _("работает")
    PAUSED = "paused", _("на паузе")
    COMPLETED = "completed", _("завершена")
    DISSOLVED = "dissolved", _("прекращена раньше")
    DECLINED = "declined", _("не состоялась")


class Party(models.TextChoices):
    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")
    GUARDIAN = "guardian", _("родитель или опекун")


class Way(models.TextChoices):
    """How the pair was made; it stays with the pair for ever."""

    QUESTIONNAIRE = "questionnaire", _("по анкетам")
    GROUP_MEETING = "group_meeting", _("групповая встреча")
    SELF_CHOICE = "self_choice", _("сами выбрали")
    TEACHER_PROPOSAL = "teacher_proposal", _("предложение педагога")
    HAND = "hand", _("решение куратора")


class Outcome(models.TextChoices):
    """Of the personal meeting that follows a teacher's proposal."""

    GOOD = "good", _("хотят попробовать")
    NOT_GOOD = "not_good", _("не подошли друг другу")


class Answer(models.TextChoices):
    YES = "yes", _("согласие дано")
    NO = "no", _("отказ")


class Voice(models.TextChoices):
    """How an answer came."""

    TAP = "tap", _("ответ на своей странице")
    PAPER = "paper", _("на бумаге")
    WORD = "word", _("лично куратору")


class EndReason(models.TextChoices):
    PLAN_DONE = "plan_done", _("план выполнен")
    TERM_OVER = "term_over", _("срок закончился")
    MENTOR_ASKED = "mentor_asked", _("попросил наставник")
    MENTEE_ASKED = "mentee_asked", _("попросил наставляемый")
    BOTH_ASKED = "both_asked", _("попросили оба")
    GUARDIAN_ASKED = "guardian_asked", _("попросил родитель")
    NO_COMMON_TIME = "no_common_time", _("не нашлось общего времени")
    MOVED_AWAY = "moved_away", _("перешёл в другую организацию или уехал")
    DID_NOT_FIT = "did_not_fit", _("не сошлись")
    AFTER_TRIAL = "after_trial", _("решили после пробной встречи")
    COORDINATOR = "coordinator", _("решение куратора")
    OTHER = "other", _("другое")


class FlashState(models.TextChoices):
    """Of one short meeting, from the offer to the thanks."""

    OPEN = "open", _("свободна")
    BOOKED = "booked", _("записались")
    HELD = "held", _("состоялась")
    CANCELLED = "cancelled", _("отменена")


class Form(models.TextChoices):
    """How a group is most comfortable working on a need."""

    TALK = "talk", _("разговор в кругу")
    PAIRS = "pairs", _("в парах или тройках")
    PRACTICE = "practice", _("делаем руками")
    GAME = "game", _("игра")
    WRITTEN = "written", _("письменно, без выступлений")
    ONLINE = "online", _("онлайн")
    GUEST = "guest", _("встреча с гостем")


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("назначена")
    HELD = "held", _("состоялась")
    MISSED_BY_MENTOR = "missed_by_mentor", _("не пришёл наставник")
    MISSED_BY_MENTEE = "missed_by_mentee", _("не пришёл ученик")
    CANCELLED = "cancelled", _("отменена")


class MeetingKind(models.TextChoices):
    INTRO = "intro", _("знакомство")
    TRIAL = "trial", _("пробная")
    PLANNING = "planning", _("планирование")
    WORK = "work", _("рабочая")
    FINAL = "final", _("итоговая")


class Mood(models.TextChoices):
    GOOD = "good", _("хорошо")
    USUAL = "usual", _("обычно")
    HARD = "hard", _("трудно")


class SessionType(models.TextChoices):
    """What was done when they met."""

    TALK = "talk", _("беседа")
    TRAINING = "training", _("тренинг")
    PRACTICE = "practice", _("практическое занятие")
    CONSULTATION = "consultation", _("консультация")
    BRIEFING = "briefing", _("инструктаж")
    OLYMPIAD = "olympiad", _("подготовка к олимпиаде")


class Work(models.TextChoices):
    """Kinds of work that a session of a group marks."""

    MOTIVATIONAL = "motivational", _("мотивация: зачем нам это")
    COMMUNICATIVE = "communicative", _("общение: учились слышать друг друга")
    REFLECTIVE = "reflective", _("рефлексия: обсудили, что поняли")


class EntryKind(models.TextChoices):
    NOTE = "note", _("запись")
    REFLECTION = "reflection", _("рефлексия")


class RadarStatus(models.TextChoices):
    ON_TIME = "on_time", _("в срок")
    LATE = "late", _("опаздывает")
    SILENT = "silent", _("молчит")
    PAUSED = "paused", _("на паузе")
    NOT_WATCHED = "not_watched", _("не следим")
