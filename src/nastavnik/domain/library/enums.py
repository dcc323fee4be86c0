"""Closed lists of the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom a memo speaks to."""

    MENTOR = "mentor", _("наставникам")
    MENTEE = "mentee", _("наставляемым")
    GUARDIAN = "guardian", _("родителям")
    STAFF = "staff", _("педагогам и кураторам")


class Topic(models.TextChoices):
    """What a memo is about; the order is that of the list."""

    BEGINNING = "beginning", _("с чего начать")
    MEETINGS = "meetings", _("встречи")
    METHODS = "methods", _("приёмы наставника")
    MISTAKES = "mistakes", _("ошибки")
    HARD = "hard", _("когда трудно")
    TIME = "time", _("как распределить время")
    CLOSING = "closing", _("итоги")
    RULES = "rules", _("правила и безопасность")


class Situation(models.TextChoices):
    """What happened, as a mentor or a coordinator says it (`situations` has the words of the others); in the order in
    which a pair meets it."""

    FIRST = "first", _("первая встреча")
    WHO_DOES = "who_does", _("неясно, кто что делает")
    DO_FOR_ME = "do_for_me", _("просит сделать за него")
    NO_TIME = "no_time", _("не хватает времени")
    SILENT = "silent", _("пара молчит")
    HARD_TALK = "hard_talk", _("трудный разговор")
    PRAISE = "praise", _("хвалить или не хвалить")
    UNSURE = "unsure", _("не верит в свои силы")
    APART = "apart", _("трудно общаться")
    NO_WISH = "no_wish", _("не хочет продолжать")
    WHERE_NEXT = "where_next", _("не знает, куда дальше")
    CONTEST = "contest", _("олимпиада или конкурс")
    LEADS = "leads", _("хочет вести других")
    GROUP = "group", _("в группе у всех разное")
    FORMALITY = "formality", _("всё стало для галочки")
    WORRY = "worry", _("тревожно за ребёнка")
    ENDING = "ending", _("заканчиваем")


class Kind(models.TextChoices):
    """What a sheet is made of; seen from what it holds, not written down."""

    TEXT = "text", _("памятка")
    LINK = "link", _("ссылка")
    FILE = "file", _("файл")
    WAY = "way", _("способ организовать время")


class ChoiceKind(models.TextChoices):
    """The three things a mentor recommends."""

    WAY = "way", _("как распределить время")
    THEME = "theme", _("тема")
    RESOURCE = "resource", _("материал")
