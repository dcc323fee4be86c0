"""Closed lists of the room. What an admission needs stands in its own files."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationState(models.TextChoices):
    DRAFT = "draft", _("черновик")
    SUBMITTED = "submitted", _("отправлена")
    RETURNED = "returned", _("возвращена на доработку")
    ACCEPTED = "accepted", _("принята")
    DECLINED = "declined", _("отклонена")
    WITHDRAWN = "withdrawn", _("отозвана")


class Source(models.TextChoices):
    """Who filled the application in."""

    SELF = "self", _("сам участник")
    GUARDIAN = "guardian", _("родитель или опекун")
    TEACHER = "teacher", _("классный руководитель, педагог")
    PSYCHOLOGIST = "psychologist", _("педагог-психолог")
    COORDINATOR = "coordinator", _("куратор")
    EVENT = "event", _("на встрече, по коду")
    IMPORT = "import", _("из списка")


class Stance(models.TextChoices):
    """What a mentor wants to be for the other one (seed 000: a friend who is a mirror, or an expert)."""

    FRIEND = "friend", _("старший друг, который подскажет")
    EXPERT = "expert", _("знаток своего дела")
    BOTH = "both", _("и то и другое")


class Term(models.TextChoices):
    """For how long a mentor is ready."""

    MONTHS = "months", _("на два-три месяца")
    HALF_YEAR = "half_year", _("на полугодие")
    YEAR = "year", _("на учебный год")
    LONGER = "longer", _("и дольше")


class DeclineReason(models.TextChoices):
    """Why an application was not accepted; `remedies.py` says what can remove each."""

    NO_PLACES = "no_places", _("нет свободных мест")
    NO_MENTOR = "no_mentor", _("пока некому помочь с таким запросом")
    NOT_READY = "not_ready", _("пока не готов")
    TOO_YOUNG = "too_young", _("ещё мал для этой программы")
    OTHER_HELP = "other_help", _("нужна другая помощь")
    NO_CONSENT = "no_consent", _("родитель не согласен")
    NOT_OURS = "not_ours", _("не из нашей организации")
    DOUBLE = "double", _("такая заявка уже есть")
    OTHER = "other", _("другая причина")


class WithdrawReason(models.TextChoices):
    """Why somebody would rather not. Nobody has to say."""

    UNSAID = "", _("не сказано")
    WANTS_TO_LEAD = "wants_to_lead", _("хочет вести сам")
    NO_TIME = "no_time", _("нет времени")
    AFRAID = "afraid", _("стесняется или боится не справиться")
    NO_NEED = "no_need", _("помощь уже не нужна")
    NO_CONSENT = "no_consent", _("родитель не согласен")
    OTHER = "other", _("другое")


class Remedy(models.TextChoices):
    """What may remove the reason of a refusal."""

    CALL_LATER = "call_later", _("позвать, когда появится место")
    FIND_MENTOR = "find_mentor", _("найти наставника под этот запрос")
    PREPARE = "prepare", _("помочь подготовиться: план, цель, разговор")
    TRAIN = "train", _("пригласить на обучение")
    TALK = "talk", _("поговорить ещё раз")
    TALK_GUARDIAN = "talk_guardian", _("поговорить с родителем")
    SPECIALIST = "specialist", _("направить к специалисту")
    OTHER_PROGRAMME = "other_programme", _("предложить другую программу")
    NONE = "none", _("ничего не нужно")


class TalkOutcome(models.TextChoices):
    """How the talk after a refusal ended: one tap."""

    LEADS = "leads", _("хочет сам вести: предложена роль наставника")
    COMES = "comes", _("передумал и придёт")
    LATER = "later", _("не сейчас, спросить позже")
    NO = "no", _("не хочет, и это нормально")


class TwinAnswer(models.TextChoices):
    """One human being or two: asked, never decided by the machine."""

    OPEN = "", _("не решено")
    SAME = "same", _("один человек")
    DIFFERENT = "different", _("разные люди")
