"""What a teacher saw completes a profile and overrides nothing."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.errors import ConsentMissing
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Openness
from nastavnik.domain.programmes.errors import NothingObserved, OwnObservation
from nastavnik.domain.programmes.models import Observation
from nastavnik.domain.programmes.records import ObservedValues, ProfileValues
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def at(day):
    return datetime(2026, 11, day, 12, tzinfo=UTC)


def taking_part(**values):
    """Somebody whose data may be used: of others nothing is written down."""
    participation = make.ParticipationFactory(**values)
    make.signed_consent(participation.person)
    return participation


@pytest.fixture
def child():
    return taking_part()


@pytest.fixture
def teacher(child):
    return make.staff(RoleCode.TEACHER, child.organisation)


def test_a_profile_keeps_everything_that_matching_asks():
    participation = taking_part(mentor=True)
    values = ProfileValues(
        openness=Openness.WITH_TIME,
        level=4,
        mastery=0,
        values=("честность", "дружба"),
        ways=("показывает на примере",),
        building="Корпус 2",
        district="Заречный",
        wanted_mentors=2,
        team_topic="физика",
    )

    actions.set_profile(participation, values=values, by=None)

    assert queries.values_of([participation.pk])[participation.pk] == values


def test_an_observation_fills_what_is_unknown_and_says_which(child, teacher):
    actions.set_profile(child, values=ProfileValues(level=0, values=("честность",)), by=None)

    seen = ObservedValues(openness=Openness.WITH_FEW, level=3, values=("труд",), ways=("по шагам",))
    actions.observe(child, seen=seen, by=teacher)

    found = queries.values_of([child.pk])[child.pk]
    assert (found.level, found.values) == (0, ("честность",))
    assert (found.openness, found.ways) == (Openness.WITH_FEW, ("по шагам",))
    assert found.observed == {"openness", "ways"}
    assert queries.said_of([child.pk])[child.pk] == ProfileValues(level=0, values=("честность",))


def test_the_newest_word_counts_field_by_field(child, teacher):
    later = ObservedValues(level=2)
    actions.observe(child, seen=later, by=teacher, at=at(20))
    actions.observe(child, seen=ObservedValues(level=1, ways=("играя",)), by=teacher, at=at(10))

    assert queries.observed_of([child.pk]) == {child.pk: ObservedValues(level=2, ways=("играя",))}


def test_filling_from_a_list_does_not_make_an_observation_the_persons_own_word(child, teacher):
    actions.observe(child, seen=ObservedValues(level=2), by=teacher)

    actions.fill_profiles(child.module, [(child, ProfileValues(interests=("шахматы",)))], by=None)

    assert queries.said_of([child.pk])[child.pk] == ProfileValues(interests=("шахматы",))


def test_mastery_is_asked_of_mentors_only(child, teacher):
    row = actions.observe(child, seen=ObservedValues(level=2, mastery=3), by=teacher)

    assert row.mastery is None


def test_an_empty_observation_and_one_of_oneself_are_refused(child, teacher):
    with pytest.raises(NothingObserved):
        actions.observe(child, seen=ObservedValues(), note="  ", by=teacher)
    child.person.user = teacher
    with pytest.raises(OwnObservation):
        actions.observe(child, seen=ObservedValues(level=2), by=teacher)
    assert not Observation.objects.exists()


def test_values_ask_as_often_for_one_as_for_three():
    asked = []
    for number in (1, 3):
        rows = [taking_part() for _ in range(number)]
        for row in rows:
            by = make.staff(RoleCode.TEACHER, row.organisation)
            actions.observe(row, seen=ObservedValues(values=("дружба",)), by=by)
        with CaptureQueriesContext(connection) as made:
            queries.values_of([row.pk for row in rows])
        asked.append(len(made))
    assert asked == [4, 4]


def test_of_a_child_whose_consent_was_withdrawn_nothing_is_written(child, teacher):
    child.person.consents.update(withdrawn_on=date(2026, 11, 23))

    with pytest.raises(ConsentMissing):
        actions.observe(child, seen=ObservedValues(level=2), by=teacher)
