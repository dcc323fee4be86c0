"""Programmes in which teachers learn from somebody."""

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.programmes.enums import Kind, ProgrammeType
from nastavnik.domain.programmes.templates.composing import roadmap
from nastavnik.domain.programmes.templates.formats import part_of
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, StageTemplate, Text
from nastavnik.domain.programmes.templates.stages import SEVEN_STAGES, THREE_STAGES


def teachers(
    mentoring_format: str,
    title: Text,
    about: Text,
    *,
    code: str = "",
    stages: tuple[StageTemplate, ...] = SEVEN_STAGES,
) -> ProgrammeTemplate:
    """A school year with a meeting a month."""
    part = part_of(mentoring_format)
    return ProgrammeTemplate(
        code=code or mentoring_format,
        title=title,
        about=about,
        goal=part.goal,
        type=ProgrammeType.TEACHERS,
        mentoring_format=mentoring_format,
        kind=Kind.INDIVIDUAL,
        stages=stages,
        roadmap=roadmap(*part.rows, stages=stages, programme_type=ProgrammeType.TEACHERS),
        radar_period=30,
        radar_grace=10,
    )


TEACHER_TEACHER = teachers(
    "teacher_teacher",
    _("Учитель — учителю"),
    _("Опытный учитель год ведёт молодого или нового коллегу по персонализированной программе."),
)
TEACHER_TEACHER_THREE = teachers(
    "teacher_teacher",
    _("Учитель — учителю, три этапа"),
    _("То же, но этапов три: условия, основной, заключительный. Так пишут положение о системе наставничества."),
    code="teacher_teacher_three",
    stages=THREE_STAGES,
)
LEADER_TEACHER = teachers(
    "leader_teacher",
    _("Руководитель — педагогу"),
    _("Заместитель руководителя или методист помогает педагогу выбрать задачу роста и довести её до конца."),
)
PARTNER_TEACHER = teachers(
    "partner_teacher",
    _("Партнёр — педагогу"),
    _("Коллега с предприятия, из музея или другой школы делится делом, которое педагог приносит на занятия."),
)
LECTURER_TEACHER = teachers(
    "college_teacher",
    _("Преподаватель вуза — молодому педагогу"),
    _("Кто учил, тот и поддерживает: первые занятия разбирают вместе."),
)
