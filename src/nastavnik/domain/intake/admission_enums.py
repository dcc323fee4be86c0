"""Closed lists of the admission of mentors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AdmissionCode(models.TextChoices):
    """What may stand on the checklist of a mentor; `checklist.py` says for whom."""

    INTERVIEW = "interview", _("собеседование с педагогом-психологом")
    CLEARANCE = "clearance", _("допуск к работе с детьми")
    PROCESSING = "processing", _("согласие на обработку персональных данных")
    GUARDIAN = "guardian", _("согласие родителя или опекуна")
    PARTICIPATION = "participation", _("согласие на участие")
    EMPLOYEE_CONSENT = "employee_consent", _("письменное согласие работника")
    AGREEMENT = "agreement", _("дополнительное соглашение")
    TRAINING = "training", _("обучение наставников")
    SELF_CHECK = "self_check", _("самопроверка наставника")


class InterviewOutcome(models.TextChoices):
    FITS = "fits", _("можно допускать")
    LATER = "later", _("не сейчас, поговорить ещё раз")
    NOT_NOW = "not_now", _("в этой программе не подходит")


class MentorSign(models.TextChoices):
    """What admission looks at. Age is none of them: it counts only where the programme or a law sets one."""

    EXPERIENCE = "experience", _("свой опыт в том, чему будет учить")
    PROCESS = "process", _("знает, как строится наставничество от знакомства до итога")
    METHOD = "method", _("владеет приёмами: показать, спросить, дать сделать самому")
    LEADERSHIP = "leadership", _("ведёт за собой: начинает дело и доводит до конца")
    ORGANISING = "organising", _("умеет договориться о времени и помнит, о чём договорились")
    COMMUNICATION = "communication", _("умеет слушать и говорить так, что не обидно")
    SHARING = "sharing", _("хочет делиться тем, что умеет")
    LEARNING = "learning", _("хочет учиться, у наставляемого тоже")


class Mark(models.TextChoices):
    """Of one sign; nobody is counted, added up or compared."""

    SEEN = "seen", _("видно")
    NOT_YET = "not_yet", _("пока не видно")
    UNKNOWN = "unknown", _("не знаю")


class Decision(models.TextChoices):
    ADMITTED = "admitted", _("допущен к подбору")
    NOT_YET = "not_yet", _("пока не допущен")
    REFUSED = "refused", _("не допущен")


class DecisionReason(models.TextChoices):
    ALL_THERE = "all_there", _("всё нужное есть")
    WORKED_BEFORE = "worked_before", _("наставник не первый год")
    WAITS_PAPER = "waits_paper", _("не хватает бумаги или согласия")
    WAITS_TRAINING = "waits_training", _("сначала обучение")
    WAITS_TALK = "waits_talk", _("нужен ещё один разговор")
    OWN_WISH = "own_wish", _("собственное решение")
    NO_CLEARANCE = "no_clearance", _("нет допуска к работе с детьми")
    NOT_THIS = "not_this", _("эта программа не подходит")
    OTHER = "other", _("другое")


class EndingParty(models.TextChoices):
    """Who ends mentoring of a worker before its term."""

    MENTOR = "mentor", _("наставник отказывается")
    EMPLOYER = "employer", _("работодатель отменяет")
