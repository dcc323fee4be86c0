"""Papers know the stages of a programme however it is divided."""

from datetime import date

import pytest

from nastavnik.domain.documents import queries
from nastavnik.domain.documents.adapter.programme import programme_text
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.templates import template_by_code
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture(params=["teacher_teacher_three", "collective_steps"])
def programme(request):
    year = make.AcademicYearFactory()
    return actions.create_programme(
        year.organisation,
        template=template_by_code(request.param),
        title="Опора",
        academic_year=year,
        starts_on=date(2026, 9, 1),
        by=None,
    )


def test_what_the_first_stage_needs_is_offered(programme):
    needed, groups = queries.usual_papers(programme, date(2026, 9, 5))

    assert "introduction_order" in [choice.kind.code for choice in needed]
    first = programme.stages.first()
    assert (groups[0].title, groups[0].is_now) == (first.title, True)


def test_a_paper_finds_the_days_of_a_canonical_stage(programme):
    text = programme_text(programme)

    gathering = next(stage for stage in programme.stages.all() if stage.code in ("conditions", "step_roles"))
    assert text.stage("mentee_pool").ends_on == gathering.ends_on
    assert text.stage("closing").title == programme.stages.last().title
