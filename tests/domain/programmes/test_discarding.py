"""A programme made by mistake goes whole; one that is needed stays."""

from datetime import date

import pytest

from nastavnik.core.models import AuditEntry
from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.errors import ProgrammeInUse
from nastavnik.domain.programmes.models import Module, Programme, RoadmapItem, Stage
from nastavnik.domain.programmes.templates import template_by_code
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    year = make.AcademicYearFactory()
    made = actions.create_programme(
        year.organisation,
        template=template_by_code("student_student"),
        title="По ошибке",
        starts_on=date(2026, 9, 1),
        by=None,
    )
    actions.open_page(made, by=None)
    actions.add_evidence(RoadmapItem.objects.first(), title="план.pdf", content=b"%PDF-1.7", by=None)
    return made


def paper(programme, state):
    return Document.objects.create(
        organisation=programme.organisation, programme=programme, module=programme.modules.get(), kind="roadmap",
        title="Карта", dated_on=date(2026, 9, 1), year=2026, state=state,
    )  # fmt: skip


def test_everything_of_it_goes_and_the_journal_remembers(programme):
    discarded = paper(programme, "discarded")
    by = make.staff(RoleCode.COORDINATOR, programme.organisation)

    actions.discard_programme(programme, by=by)

    assert [rows.objects.count() for rows in (Programme, Module, Stage, RoadmapItem)] == [0] * 4
    assert AuditEntry.objects.filter(action="programme.discard", actor_id=by.pk).count() == 1
    discarded.refresh_from_db()
    assert (discarded.programme_id, discarded.module_id) == (None, None)


def begun(programme):
    actions.launch(programme, by=None)


def with_a_person(programme):
    make.ParticipationFactory(module=programme.modules.get())


def with_a_paper(programme):
    paper(programme, "draft")


def copied(programme):
    actions.copy_programme(programme, title="Копия", starts_on=date(2027, 9, 1), by=None)


@pytest.mark.parametrize("needed", [begun, with_a_person, with_a_paper, copied])
def test_what_is_needed_stays(programme, needed):
    needed(programme)
    rows = RoadmapItem.objects.count()

    with pytest.raises(ProgrammeInUse):
        actions.discard_programme(programme, by=None)

    assert (Programme.objects.filter(pk=programme.pk).count(), RoadmapItem.objects.count()) == (1, rows)
