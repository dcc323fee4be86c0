"""Ready templates: the five forms of Р-145, «учитель–ученик», and a collective without orders. One line a template."""

from nastavnik.domain.programmes.templates.pupils import (
    COLLECTIVE,
    EMPLOYER_PUPIL,
    EMPLOYER_STUDENT,
    PUPIL_PUPIL,
    STUDENT_PUPIL,
    TEACHER_PUPIL,
)
from nastavnik.domain.programmes.templates.shape import ProgrammeTemplate, RowTemplate, StageTemplate
from nastavnik.domain.programmes.templates.stages import SEVEN_STAGES
from nastavnik.domain.programmes.templates.teachers import TEACHER_TEACHER

TEMPLATES: tuple[ProgrammeTemplate, ...] = (
    PUPIL_PUPIL,
    TEACHER_TEACHER,
    STUDENT_PUPIL,
    EMPLOYER_PUPIL,
    EMPLOYER_STUDENT,
    TEACHER_PUPIL,
    COLLECTIVE,
)

__all__ = ["SEVEN_STAGES", "TEMPLATES", "ProgrammeTemplate", "RowTemplate", "StageTemplate", "template_by_code"]


def template_by_code(code: str) -> ProgrammeTemplate:
    """The template of this code; KeyError if there is none."""
    for template in TEMPLATES:
        if template.code == code:
            return template
    raise KeyError(code)
