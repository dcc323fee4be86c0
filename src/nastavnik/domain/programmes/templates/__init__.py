"""Ready templates for every shipped format, and the parts that the designer composes. One line a template."""

from nastavnik.domain.programmes.templates.composing import compose
from nastavnik.domain.programmes.templates.pupils import (
    COLLECTIVE,
    COLLECTIVE_STEPS,
    EMPLOYER_PUPIL,
    EMPLOYER_STUDENT,
    PUPIL_PUPIL,
    SPECIALIST_PUPIL,
    STUDENT_PUPIL,
    STUDENT_STUDENT,
    TEACHER_GUARDIAN,
    TEACHER_PUPIL,
    TEACHER_PUPIL_LONG,
)
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, RowTemplate, StageTemplate
from nastavnik.domain.programmes.templates.stages import MEANS, SEVEN_STAGES, STAGE_SETS, StageSet, meaning
from nastavnik.domain.programmes.templates.teachers import (
    LEADER_TEACHER,
    LECTURER_TEACHER,
    PARTNER_TEACHER,
    TEACHER_TEACHER,
    TEACHER_TEACHER_THREE,
)

TEMPLATES: tuple[ProgrammeTemplate, ...] = (
    PUPIL_PUPIL,
    TEACHER_TEACHER,
    TEACHER_TEACHER_THREE,
    STUDENT_PUPIL,
    EMPLOYER_PUPIL,
    EMPLOYER_STUDENT,
    TEACHER_PUPIL,
    TEACHER_PUPIL_LONG,
    COLLECTIVE,
    COLLECTIVE_STEPS,
    STUDENT_STUDENT,
    LEADER_TEACHER,
    PARTNER_TEACHER,
    LECTURER_TEACHER,
    TEACHER_GUARDIAN,
    SPECIALIST_PUPIL,
)

__all__ = [
    "MEANS",
    "SEVEN_STAGES",
    "STAGE_SETS",
    "TEMPLATES",
    "ProgrammeTemplate",
    "RowTemplate",
    "StageSet",
    "StageTemplate",
    "compose",
    "meaning",
    "template_by_code",
]


def template_by_code(code: str) -> ProgrammeTemplate:
    """The template of this code; KeyError if there is none."""
    for template in TEMPLATES:
        if template.code == code:
            return template
    raise KeyError(code)
