from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.core.models import AuditEntry
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import RoleAssignment
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import ParticipationState, ProgrammeState
from nastavnik.domain.programmes.errors import AlreadyTakesPart, AnotherOrganisation, ProgrammeIsClosed
from nastavnik.domain.programmes.models import Participation, Topic
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 10)
ASKS = ProfileValues(
    main_need="Алгебра",
    needs=("алгебра", "Публичные  выступления"),
    interests=("шахматы",),
    free_time=((2, 960, 1080), (1, 960, 1080)),
    modes=frozenset({"in_person"}),
    age_wish=(16, None),
)


def people(module, number):
    return make.PersonFactory.create_batch(number, organisation=module.organisation)


def test_enrol_gives_an_account_a_role_and_a_profile():
    module = make.ModuleFactory()
    (person,) = people(module, 1)

    participation = actions.enrol(person, module=module, role="mentee", joined_on=DAY, by=None, profile=ASKS)

    assert participation.state == ParticipationState.ENROLLED
    assert RoleAssignment.objects.filter(
        user=person.user, role=RoleCode.MENTEE, organisation=module.organisation
    ).exists()
    values = queries.values_of([participation.pk])[participation.pk]
    assert values.main_need == "Алгебра"
    assert values.needs == ("Публичные выступления",)
    assert values.free_time == ((1, 960, 1080), (2, 960, 1080))
    assert values.age_wish == (16, None)
    assert values.places is None


def test_enrol_refuses_a_second_time_and_strangers():
    module = make.ModuleFactory()
    (person,) = people(module, 1)
    actions.enrol(person, module=module, role="mentee", joined_on=DAY, by=None)

    with pytest.raises(AlreadyTakesPart):
        actions.enrol(person, module=module, role="mentee", joined_on=DAY, by=None)
    with pytest.raises(AnotherOrganisation):
        actions.enrol(make.PersonFactory(), module=module, role="mentee", joined_on=DAY, by=None)


def test_one_person_may_be_mentor_and_mentee():
    module = make.ModuleFactory()
    (person,) = people(module, 1)

    for role in ("mentor", "mentee"):
        actions.enrol(person, module=module, role=role, joined_on=DAY, by=None)

    assert Participation.objects.filter(person=person).count() == 2


def test_a_closed_programme_takes_nobody():
    module = make.ModuleFactory(programme__state=ProgrammeState.CLOSED)

    with pytest.raises(ProgrammeIsClosed):
        actions.enrol(people(module, 1)[0], module=module, role="mentee", joined_on=DAY, by=None)


def test_enrol_many_asks_as_often_for_thirty_as_for_three():
    module = make.ModuleFactory()
    counts = []
    for number in (3, 30):
        entries = [(person, ASKS) for person in people(module, number)]
        with CaptureQueriesContext(connection) as counted:
            rows = actions.enrol_many(module, role="mentee", entries=entries, joined_on=DAY, by=None)
        counts.append(len(counted))
        assert {row.state for row in rows} == {ParticipationState.READY}
        assert [row.person for row in rows] == [person for person, _values in entries]

    assert counts[0] - counts[1] in range(4)  # the second time the topics are known
    assert counts[0] <= 40


def test_enrolling_again_adds_nobody_and_fills_only_what_is_empty():
    module = make.ModuleFactory()
    (person,) = people(module, 1)
    first = ProfileValues(main_need="физика", places=None, achievements="грамота")
    second = ProfileValues(main_need="химия", interests=("кино",), free_time=((3, 600, 660),), achievements="диплом")
    actions.enrol_many(module, role="mentee", entries=[(person, first)], joined_on=DAY, by=None)

    rows = actions.enrol_many(module, role="mentee", entries=[(person, second)], joined_on=DAY, by=None)

    values = queries.values_of([rows[0].pk])[rows[0].pk]
    assert Participation.objects.count() == 1
    assert (values.main_need, values.interests, values.achievements) == ("физика", ("кино",), "грамота")
    assert values.free_time == ((3, 600, 660),)


def test_enrolling_the_same_again_changes_nothing():
    module = make.ModuleFactory()
    (person,) = people(module, 1)
    for _time in range(2):
        rows = actions.enrol_many(module, role="mentee", entries=[(person, ASKS)], joined_on=DAY, by=None)

    assert rows[0].profile.version == 1
    assert AuditEntry.objects.filter(action="participationprofile.fill").count() == 0


def test_topics_keep_one_spelling_in_an_organisation():
    module = make.ModuleFactory()
    one, other = people(module, 2)

    actions.enrol(one, module=module, role="mentee", joined_on=DAY, by=None, profile=ProfileValues(main_need="Чтение"))
    actions.enrol(
        other, module=module, role="mentor", joined_on=DAY, by=None, profile=ProfileValues(competences=("  чтение",))
    )

    assert [topic.title for topic in Topic.objects.filter(organisation=module.organisation)] == ["Чтение"]


def test_set_profile_replaces_everything():
    participation = make.ParticipationFactory(profile__places=2)
    actions.set_profile(participation, values=ASKS, by=None)

    actions.set_profile(participation, values=ProfileValues(needs=("химия",)), by=None)

    assert queries.values_of([participation.pk])[participation.pk] == ProfileValues(needs=("химия",))


def test_steps_of_a_participation():
    participation = make.ParticipationFactory(state=ParticipationState.ENROLLED)

    actions.admit(participation, by=None)
    actions.suspend(participation, by=None, note="болеет")
    actions.resume(participation, by=None)
    actions.leave(participation, by=None)

    assert [change.action for change in participation.state_changes.all()] == ["admit", "suspend", "resume", "leave"]
    with pytest.raises(ForbiddenTransition):
        actions.admit(participation, by=None)
