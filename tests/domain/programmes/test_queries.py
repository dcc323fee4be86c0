from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.programmes import queries
from nastavnik.domain.programmes.enums import ParticipationRole
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = date(2026, 11, 23)


def queries_made(act):
    with CaptureQueriesContext(connection) as made:
        act()
    return len(made)


def test_staff_see_programmes_of_their_organisation_only():
    module = make.ModuleFactory()
    make.ModuleFactory()

    for role in (RoleCode.COORDINATOR, RoleCode.HEAD):
        user = make.staff(role, module.organisation)
        assert list(queries.visible_to(user)) == [module.programme]
        assert [m.pk for m in queries.modules_visible_to(user)] == [module.pk]
    for role in (RoleCode.TEACHER, RoleCode.MENTOR, RoleCode.GUARDIAN):
        assert not queries.visible_to(make.staff(role, module.organisation)).exists()


def test_the_head_sees_no_child_without_consent():
    module = make.ModuleFactory()
    silent, agreed = make.ParticipationFactory.create_batch(2, module=module)
    make.signed_consent(agreed.person)
    make.ParticipationFactory()

    seen_by = {
        role: set(queries.participations_visible_to(make.staff(role, module.organisation)))
        for role in (RoleCode.COORDINATOR, RoleCode.HEAD)
    }

    assert seen_by == {RoleCode.COORDINATOR: {silent, agreed}, RoleCode.HEAD: {agreed}}


def test_a_child_sees_the_own_participation_only():
    module = make.ModuleFactory()
    person = make.PersonFactory(organisation=module.organisation, with_user=True)
    mine = make.ParticipationFactory(module=module, person=person)
    make.ParticipationFactory(module=mine.module)

    assert list(queries.participations_visible_to(mine.person.user)) == [mine]


def test_counts_of_a_module():
    module = make.ModuleFactory()
    make.ParticipationFactory.create_batch(2, module=module)
    make.ParticipationFactory(module=module, state="suspended")
    make.ParticipationFactory(module=module, state="left")
    make.ParticipationFactory(module=module, mentor=True)

    row = queries.modules_visible_to(make.staff(RoleCode.COORDINATOR, module.organisation)).get()

    assert (row.mentees, row.ready_mentees, row.mentors, row.ready_mentors) == (3, 2, 1, 1)


def test_what_is_missing_of_participants():
    module = make.ModuleFactory()
    make.ParticipationFactory(module=module, profile__free_time=[[1, 960, 1080]])
    mentors = [
        make.ParticipationFactory(
            module=module, mentor=True, person=make.PersonFactory(organisation=module.organisation, adult=True)
        )
        for _number in range(2)
    ]
    Clearance.objects.create(organisation=module.organisation, person=mentors[1].person, checked_on=date(2026, 9, 1))

    rows = queries.with_gates(module.participations.order_by("id"), DAY)

    found = queries.participants(rows, DAY)

    assert [p.missing for p in found] == [
        ("consent", "needs"),
        ("clearance", "competences", "time"),
        ("competences", "time"),
    ]


def test_participants_and_stage_facts_ask_as_often_for_one_as_for_three():
    module = make.ModuleFactory()
    counts = []
    for number in (1, 3):
        make.ParticipationFactory.create_batch(number, module=module, role=ParticipationRole.MENTEE)
        rows = queries.with_gates(module.participations.select_related("person"), DAY)
        counts.append(queries_made(lambda rows=rows: queries.participants(rows, DAY)))
    assert counts[0] == counts[1]
    assert counts[0] == 5

    programmes = [make.ProgrammeFactory() for _number in range(3)]
    few = queries_made(lambda: queries.stage_facts(programmes[:1], DAY))
    assert queries_made(lambda: queries.stage_facts(programmes, DAY)) == few == 3
