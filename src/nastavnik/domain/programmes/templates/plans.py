"""A plan for a pair to begin with: a goal and steps, by what the pairs do and by the stage of education."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Activity, EducationStage, ParticipationRole
from nastavnik.domain.programmes.templates.shape import Text

MENTOR, MENTEE, BOTH = ParticipationRole.MENTOR, ParticipationRole.MENTEE, ""


@dataclass(frozen=True)
class PlanStepTemplate:
    """A step; `who` is empty where both do it, `days` are counted from the day on which the pair began."""

    days: int
    who: str
    title: Text


@dataclass(frozen=True)
class PlanTemplate:
    goal: Text
    steps: tuple[PlanStepTemplate, ...]


S = PlanStepTemplate

PLANS: dict[str, PlanTemplate] = {
    Activity.STUDY: PlanTemplate(
        _("Справляться с предметом без подсказки"),
        (
            S(7, BOTH, _("Выбрать темы, с которых начнём")),
            S(30, MENTOR, _("Объяснить первую тему на своих примерах")),
            S(45, MENTEE, _("Решить задания по теме и разобрать ошибки")),
            S(120, MENTEE, _("Объяснить тему наставнику самому")),
        ),
    ),
    Activity.ARTS: PlanTemplate(
        _("Выступить со своим номером"),
        (
            S(7, BOTH, _("Выбрать, чему хочется научиться")),
            S(30, MENTOR, _("Показать движения и приёмы по частям")),
            S(60, MENTEE, _("Повторить целиком и показать наставнику")),
            S(120, BOTH, _("Отрепетировать общий номер на сцене")),
        ),
    ),
    Activity.TECHNICAL: PlanTemplate(
        _("Собрать устройство или программу, которая работает"),
        (
            S(7, BOTH, _("Выбрать задачу, которую решаем")),
            S(30, MENTEE, _("Нарисовать схему, наставник задаёт вопросы")),
            S(75, BOTH, _("Собрать первый образец и проверить")),
            S(120, MENTEE, _("Рассказать о проекте на защите")),
        ),
    ),
    Activity.SPORT: PlanTemplate(
        _("Улучшить свой результат"),
        (
            S(7, BOTH, _("Записать результат, с которого начинаем")),
            S(30, MENTOR, _("Показать приём и поправить ошибки")),
            S(75, MENTEE, _("Тренироваться по плану и отмечать, что выходит")),
            S(120, BOTH, _("Подготовиться к соревнованию")),
        ),
    ),
    Activity.VOCATION: PlanTemplate(
        _("Попробовать профессию и решить, подходит ли она"),
        (
            S(7, MENTEE, _("Написать вопросы о профессии")),
            S(45, MENTOR, _("Показать рабочее место и рабочий день")),
            S(90, MENTEE, _("Выполнить настоящую задачу")),
            S(120, BOTH, _("Обсудить, что понравилось и что нет")),
        ),
    ),
    Activity.COMMUNITY: PlanTemplate(
        _("Найти друзей и своё место в общих делах"),
        (
            S(7, BOTH, _("Рассказать друг другу, что любим")),
            S(30, MENTOR, _("Познакомить с теми, у кого те же увлечения")),
            S(60, MENTEE, _("Взять на себя часть общего дела")),
            S(120, BOTH, _("Провести общее дело вместе")),
        ),
    ),
    Activity.TEACHING: PlanTemplate(
        _("Уверенно вести занятия и видеть свои сильные стороны"),
        (
            S(14, BOTH, _("Назвать трудности и выбрать три главные")),
            S(45, MENTEE, _("Побывать на занятии наставника и отметить приёмы")),
            S(75, MENTOR, _("Побывать на занятии коллеги и обсудить его")),
            S(150, MENTEE, _("Провести открытое занятие с новым приёмом")),
        ),
    ),
}
GENERAL = PlanTemplate(
    _("Достичь того, ради чего мы встретились"),
    (
        S(7, BOTH, _("Договориться о цели и правилах встреч")),
        S(30, MENTEE, _("Сделать первый шаг и рассказать, что вышло")),
        S(60, BOTH, _("Посмотреть, что помогает, и поправить план")),
        S(120, BOTH, _("Сравнить с началом и решить, что дальше")),
    ),
)
BY_STAGE: dict[str, PlanStepTemplate] = {
    EducationStage.PRIMARY: S(3, BOTH, _("Познакомиться через игру")),
    EducationStage.SECONDARY: S(90, MENTEE, _("Записать, какие пути после школы подходят")),
    EducationStage.VOCATIONAL: S(60, BOTH, _("Связать цель с практикой: что сделать на рабочем месте")),
    EducationStage.SUPPLEMENTARY: S(130, BOTH, _("Показать результат на событии объединения")),
    EducationStage.STAFF: S(3, BOTH, _("Вписать встречи в расписание обоих")),
}


def usual_plan(activity: str, education_stage: str) -> PlanTemplate:
    """The plan that fits; where nothing is known, one that fits any pair."""
    plan = PLANS.get(activity, GENERAL)
    own = BY_STAGE.get(education_stage)
    steps = (*plan.steps, own) if own else plan.steps
    return replace(plan, steps=tuple(sorted(steps, key=lambda step: step.days)))
