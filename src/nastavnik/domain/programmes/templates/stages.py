"""Ordered sets of stages that a programme chooses from, and what each stage means among the canonical seven. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.templates.shape import StageTemplate, Text

SEVEN_STAGES = (
    StageTemplate("preparation", _("Подготовка условий"), 0, 20),
    StageTemplate("mentee_pool", _("База наставляемых"), 14, 45),
    StageTemplate("mentor_pool", _("База наставников"), 14, 45),
    StageTemplate("selection_training", _("Отбор и обучение"), 35, 55),
    StageTemplate("matching", _("Пары и группы"), 45, 60),
    StageTemplate("running", _("Работа пар"), 55, 255),
    StageTemplate("closing", _("Завершение"), 240, 270),
)

THREE_STAGES = (
    StageTemplate("conditions", _("Условия"), 0, 60),
    StageTemplate("main", _("Основной этап"), 55, 255),
    StageTemplate("final", _("Заключительный этап"), 240, 270),
)

SEVEN_STEPS = (
    StageTemplate("step_model", _("Модель и сроки"), 0, 10),
    StageTemplate("step_prospects", _("Возможности и перспективы"), 7, 20),
    StageTemplate("step_roles", _("Заявки и роли"), 14, 45),
    StageTemplate("step_training", _("Школа наставников"), 35, 55),
    StageTemplate("step_meetings", _("Встречи"), 45, 255),
    StageTemplate("step_relations", _("Как складываются отношения"), 120, 160),
    StageTemplate("step_results", _("Что получилось"), 240, 270),
)

# Code of a stage → the canonical stages whose work is done in it; readiness is asked about the canonical ones.
MEANS: dict[str, tuple[str, ...]] = {
    **{stage.code: (stage.code,) for stage in SEVEN_STAGES},
    "conditions": ("preparation", "mentee_pool", "mentor_pool", "selection_training", "matching"),
    "main": ("running",),
    "final": ("closing",),
    "step_model": ("preparation",),
    "step_prospects": ("preparation",),
    "step_roles": ("mentee_pool", "mentor_pool"),
    "step_training": ("selection_training",),
    "step_meetings": ("matching", "running"),
    "step_relations": ("running",),
    "step_results": ("closing",),
}


@dataclass(frozen=True)
class StageSet:
    """One way of dividing a programme."""

    code: str
    title: Text
    about: Text
    stages: tuple[StageTemplate, ...]


STAGE_SETS: dict[str, StageSet] = {
    one.code: one
    for one in (
        StageSet(
            "seven",
            _("Семь этапов целевой модели"),
            _("Условия, две базы, отбор и обучение, пары, работа, завершение. Подходит любой школе."),
            SEVEN_STAGES,
        ),
        StageSet(
            "three",
            _("Три этапа: условия, основной, заключительный"),
            _("Так обычно строят наставничество педагогов."),
            THREE_STAGES,
        ),
        StageSet(
            "steps",
            _("Семь шагов педагога"),
            _("Для кружка и коллектива: от договорённости о сроках до разговора о результатах."),
            SEVEN_STEPS,
        ),
    )
}


def meaning(code: str) -> tuple[str, ...]:
    """Canonical stages of a stage; one of an institution's own means nothing that can be counted."""
    return MEANS.get(code, ())


def place(stages: tuple[StageTemplate, ...], canonical: str, first_day: int, last_day: int) -> str:
    """Code of the stage into which a row falls: of those that do this work the one that shares most days with it, of
    equals the shortest."""
    fitting = [stage for stage in stages if canonical in MEANS[stage.code]]
    return max(fitting, key=lambda stage: (_shared(stage, first_day, last_day), stage.first_day - stage.last_day)).code


def _shared(stage: StageTemplate, first_day: int, last_day: int) -> int:
    return max(0, min(stage.last_day, last_day) - max(stage.first_day, first_day))
