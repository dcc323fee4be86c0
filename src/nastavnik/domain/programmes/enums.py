"""Closed lists of the room. Formats and role models are rows, because regions add their own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeType(models.TextChoices):
    PUPILS = "pupils", _("наставничество обучающихся")
    TEACHERS = "teachers", _("наставничество педагогов")


class ProgrammeState(models.TextChoices):
    PREPARING = "preparing", _("готовится")
    PROPOSED = "proposed", _("на согласовании")
    AGREED = "agreed", _("согласована")
    RUNNING = "running", _("идёт")
    CLOSED = "closed", _("завершена")


class NewsState(models.TextChoices):
    DRAFT = "draft", _("черновик")
    PUBLISHED = "published", _("опубликована")
    HIDDEN = "hidden", _("скрыта")
    DISCARDED = "discarded", _("удалена")


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


class Catalogue(models.TextChoices):
    """Lists of words and texts that programmes, regulations and reports are filled from."""

    KIND = "kind", _("виды наставничества")
    METHOD = "method", _("методы")
    DIRECTION = "direction", _("направления плана")
    MENTEE_CATEGORY = "mentee_category", _("кому нужен наставник")
    AIM = "aim", _("цели")
    TASK = "task", _("задачи")
    PRINCIPLE = "principle", _("принципы")
    EXPECTED_RESULT = "expected_result", _("ожидаемые результаты")
    OUTCOME = "outcome", _("оцениваемые результаты")
    SOCIAL_EFFECT = "social_effect", _("социальный эффект")
    TERM = "term", _("понятия")
    MENTOR_PORTRAIT = "mentor_portrait", _("портреты наставника")
    MENTEE_PORTRAIT = "mentee_portrait", _("портреты наставляемого")
    MENTOR_REQUIREMENT = "mentor_requirement", _("требования к наставнику")
    MENTEE_REQUIREMENT = "mentee_requirement", _("требования к наставляемому")
    MENTOR_POST = "mentor_post", _("кто бывает наставником")
    MENTOR_RIGHT = "mentor_right", _("права наставника")
    MENTOR_DUTY = "mentor_duty", _("обязанности наставника")
    MENTEE_RIGHT = "mentee_right", _("права наставляемого")
    MENTEE_DUTY = "mentee_duty", _("обязанности наставляемого")
    OPPORTUNITY = "opportunity", _("что даёт участие")


class EducationStage(models.TextChoices):
    PRIMARY = "primary", _("начальная школа, 1–4 классы")
    BASIC = "basic", _("основная школа, 5–9 классы")
    SECONDARY = "secondary", _("старшая школа, 10–11 классы")
    VOCATIONAL = "vocational", _("колледж, техникум")
    SUPPLEMENTARY = "supplementary", _("дополнительное образование")
    STAFF = "staff", _("педагоги и сотрудники")


class Activity(models.TextChoices):
    """What pairs do together; texts, stages and plans lean on it."""

    STUDY = "study", _("учёба, предметы")
    ARTS = "arts", _("творчество: танец, музыка, театр")
    TECHNICAL = "technical", _("техника, программирование, проекты")
    SPORT = "sport", _("спорт")
    VOCATION = "vocation", _("профессия, производство")
    COMMUNITY = "community", _("общение, школьная жизнь")
    TEACHING = "teaching", _("преподавание")


class ResourceKind(models.TextChoices):
    PEOPLE = "people", _("кадровые")
    METHODS = "methods", _("методические")
    INFORMATION = "information", _("информационные")
    TECHNICAL = "technical", _("технические")
    OTHER = "other", _("прочие")


class TermKind(models.TextChoices):
    """How the term of a row is said; the days beneath are offsets in any case."""

    SPAN = "span", _("с … по …")
    DAY = "day", _("один день")
    MONTH = "month", _("месяц")
    MONTHS = "months", _("с месяца по месяц")
    YEARLY = "yearly", _("ежегодно")
    WORDS = "words", _("словами")


class RowState(models.TextChoices):
    """Said by the days on which a row of the roadmap was begun, done or dropped."""

    PLANNED = "planned", _("в плане")
    BEGUN = "begun", _("начато")
    DONE = "done", _("сделано")
    DROPPED = "dropped", _("снято с плана")


class Audience(models.TextChoices):
    """Who opened the information page of a programme."""

    PUPIL = "pupil", _("ученик, студент")
    GUARDIAN = "guardian", _("родитель, законный представитель")
    TEACHER = "teacher", _("педагог")
    OTHER = "other", _("другое")


class ParticipationRole(models.TextChoices):
    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")


class ParticipationState(models.TextChoices):
    ENROLLED = "enrolled", _("в программе")
    READY = "ready", _("можно подбирать")
    SUSPENDED = "suspended", _("приостановлено")
    FINISHED = "finished", _("завершено")
    LEFT = "left", _("больше не участвует")


class AdmittedHow(models.TextChoices):
    """Written where somebody is made ready without the checklist of `intake`."""

    LISTED = "listed", _("приняты списком")
    TOGETHER = "together", _("допущены все сразу")
    BY_HAND = "by_hand", _("на странице участия")


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
