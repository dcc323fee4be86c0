"""A programme that begins late in the school year."""

from datetime import date, timedelta

import pytest

from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.templates import TEMPLATES, template_by_code
from nastavnik.domain.programmes.templates.ending import fitted, usual_end

PUPILS = template_by_code("student_student")


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2026, 9, 1), date(2027, 5, 29)),
        (date(2026, 10, 1), date(2027, 6, 28)),
        (date(2026, 10, 2), date(2027, 5, 31)),
        (date(2026, 12, 1), date(2027, 5, 31)),
        (date(2027, 1, 15), date(2027, 5, 31)),
        (date(2027, 4, 20), date(2028, 1, 15)),
    ],
)
def test_a_late_start_of_pupils_ends_with_the_lessons(starts_on, ends_on):
    assert usual_end(PUPILS, starts_on) == ends_on


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_stages_and_rows_fit_into_fewer_days(template):
    short = fitted(template, 181)

    assert short.last_day == 181
    assert len(short.roadmap) == len(template.roadmap)
    assert all(0 <= one.first_day <= one.last_day <= 181 for one in (*short.stages, *short.roadmap))
    assert fitted(template, template.last_day) == template


def test_programmes_of_teachers_keep_their_term():
    teachers = next(one for one in TEMPLATES if one.type == ProgrammeType.TEACHERS)
    start = date(2026, 12, 1)

    assert usual_end(teachers, start) == start + timedelta(days=teachers.last_day)
