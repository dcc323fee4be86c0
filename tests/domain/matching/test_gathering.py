"""A group meeting: who came, who named whom, and what becomes of it."""

from datetime import date
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.core.errors import ChangedMeanwhile, ForbiddenTransition
from nastavnik.domain.matching import actions, queries
from nastavnik.domain.matching.enums import GroupMeetingState
from nastavnik.domain.matching.errors import (
    AlreadyInTheChoice,
    AnsweredThemselves,
    ChoiceIsOver,
    MeetingIsAhead,
    NobodyToChoose,
    NotAtTheMeeting,
    TooManyChoices,
)
from nastavnik.domain.matching.models import Choice, Presence
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.actions import suspend
from tests import factories as make
from tests.domain.matching import scene
from tests.domain.matching.meeting_scene import Gathering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def gathering():
    return Gathering().opened()


def said_by(gathering, who):
    return queries.choices_by(gathering.presence(who))


def test_attendance_is_marked_after_the_meeting_and_may_be_corrected():
    gathering = Gathering()
    first, second = gathering.mentees

    assert gathering.come(first, *gathering.mentors) == 3
    assert gathering.come(second, *gathering.mentors) == 3

    came = {guest.participation for guest in queries.guests(gathering.meeting) if guest.came}
    assert came == {second, *gathering.mentors}


def test_of_two_who_mark_attendance_the_second_does_not_take_off_whom_the_first_marked():
    gathering = Gathering()
    first, second = gathering.mentees
    version = gathering.meeting.version
    mark = partial(actions.mark_attendance, gathering.meeting, version=version, by=gathering.by)
    mark(came=[first.pk])

    with pytest.raises(ChangedMeanwhile):
        mark(came=[second.pk])

    assert [guest.participation for guest in queries.guests(gathering.meeting) if guest.came] == [first]


def test_who_left_after_answering_stays_and_does_not_stand_in_the_way(gathering):
    gone, other = gathering.mentees
    gathering.say(gone, gathering.mentors[0])
    suspend(gone, by=None)

    assert gathering.come(*gathering.mentors) == 3
    assert gathering.presence(gone).came
    assert not gathering.presence(other).came


def test_nobody_is_marked_before_the_day():
    gathering = Gathering()
    actions.edit_group_meeting(
        gathering.meeting, title="Позже", held_on=date(2026, 11, 24), place="", version=1, by=gathering.by
    )

    with pytest.raises(MeetingIsAhead):
        gathering.come()
    with pytest.raises(ChangedMeanwhile):
        actions.edit_group_meeting(
            gathering.meeting, title="Ещё позже", held_on=date(2026, 11, 25), place="", version=1, by=gathering.by
        )


def test_nothing_is_written_about_a_child_without_consent_or_a_stranger():
    gathering = Gathering(mentees=1)
    silent = scene.mentee(gathering.module, consent=False)
    stranger = make.ParticipationFactory()

    gathering.come(*gathering.everybody, silent, stranger)

    assert set(gathering.meeting.presences.values_list("participation", flat=True)) == {
        p.pk for p in gathering.everybody
    }
    assert queries.without_consent(gathering.meeting) == 1


def test_choosing_needs_both_sides():
    gathering = Gathering()
    gathering.come(*gathering.mentees)

    with pytest.raises(NobodyToChoose):
        actions.open_choices(gathering.meeting, by=gathering.by)


def test_each_names_up_to_three_of_the_other_side_in_order():
    gathering = Gathering(mentors=4).opened()
    child = gathering.mentees[0]
    first, second, third, fourth = gathering.mentors

    gathering.say(child, second, first, third)
    assert said_by(gathering, child) == [second.pk, first.pk, third.pk]
    gathering.say(child, fourth)
    assert said_by(gathering, child) == [fourth.pk]

    for wrong in ([first, second, third, fourth], [first, first]):
        with pytest.raises(TooManyChoices):
            gathering.say(child, *wrong)
    with pytest.raises(NotAtTheMeeting):
        gathering.say(child, gathering.mentees[1])
    assert said_by(gathering, child) == [fourth.pk]


def test_who_did_not_come_is_neither_asked_nor_named():
    gathering = Gathering()
    child, absent = gathering.mentees
    gathering.come(child, *gathering.mentors)
    actions.open_choices(gathering.meeting, by=gathering.by)

    with pytest.raises(NotAtTheMeeting):
        gathering.say(gathering.mentors[0], absent)
    assert not queries.to_choose(absent.person.user).exists()
    assert queries.to_choose(child.person.user).get().meeting == gathering.meeting


def test_nobody_names_themself():
    gathering = Gathering()
    both = make.ParticipationFactory(module=gathering.module, person=gathering.mentors[0].person)
    gathering.come(*gathering.everybody, both)
    actions.open_choices(gathering.meeting, by=gathering.by)

    assert queries.options(gathering.presence(both)) == [gathering.mentors[1]]


def test_naming_nobody_is_an_answer(gathering):
    child = gathering.mentees[0]

    gathering.say(child)

    assert not queries.to_choose(child.person.user).exists()
    assert child in [guest.participation for guest in queries.results(gathering.meeting).answered]


def test_a_coordinator_fills_in_for_others_but_not_over_their_own_answer(gathering):
    child, other = gathering.mentees
    mentor = gathering.mentors[0]
    gathering.say(child, mentor)

    gathering.say(other, mentor, by=gathering.by)
    gathering.say(other, by=gathering.by)
    with pytest.raises(AnsweredThemselves):
        gathering.say(child, by=gathering.by)

    assert (said_by(gathering, child), said_by(gathering, other)) == ([mentor.pk], [])


def test_a_late_form_changes_nothing(gathering):
    child = gathering.mentees[0]
    old = gathering.presence(child)
    gathering.say(child, gathering.mentors[0])

    with pytest.raises(ChangedMeanwhile):
        actions.choose(old, chosen=[], version=old.version, by=child.person.user)
    assert said_by(gathering, child) == [gathering.mentors[0].pk]


def test_a_choice_on_a_page_from_before_the_end_comes_too_late(gathering):
    child = gathering.mentees[0]
    old = gathering.presence(child)
    actions.close_choices(gathering.meeting, by=gathering.by)

    with pytest.raises(ChoiceIsOver):
        actions.choose(old, chosen=[gathering.mentors[0].pk], version=old.version, by=child.person.user)
    assert said_by(gathering, child) == []


def test_somebody_with_an_answer_stays_on_the_list(gathering):
    child, other = gathering.mentees
    mentor, idle = gathering.mentors
    gathering.say(child, mentor)

    for kept in (child, mentor):
        with pytest.raises(AlreadyInTheChoice):
            gathering.come(*[p for p in gathering.everybody if p != kept])
    assert gathering.come(child, mentor) == 2
    assert not Presence.objects.filter(participation__in=[other, idle], came=True).exists()


def test_results_name_mutual_choices_and_count_the_others(gathering):
    first, second = gathering.mentees
    mentor, idle = gathering.mentors
    gathering.say(first, idle, mentor)
    gathering.say(second, mentor)
    gathering.say(mentor, second, first)

    found = queries.results(gathering.meeting)

    told = [(m.mentee.participation, m.mentor.participation, m.rank_by_mentee, m.rank_by_mentor) for m in found.mutual]
    assert told == [(second, mentor, 1, 1), (first, mentor, 2, 2)]
    assert [(n.guest.participation, n.times, n.first) for n in found.mentors] == [(mentor, 2, 1), (idle, 1, 1)]
    assert [guest.participation for guest in found.silent] == [idle]
    assert found.unnamed == []


def test_choices_count_in_matching_when_they_are_closed(gathering):
    child, mentor = gathering.mentees[0], gathering.mentors[0]
    gathering.say(child, mentor)
    gathering.say(mentor, gathering.mentees[1], child)
    gathering.say(gathering.mentees[1], gathering.mentors[1])
    assert (queries.mutual_pairs(gathering.module), queries.choices_of(gathering.module)) == (frozenset(), {})

    actions.close_choices(gathering.meeting, by=gathering.by)

    assert queries.mutual_pairs(gathering.module) == {(str(child.pk), str(mentor.pk))}
    assert queries.choices_of(gathering.module)[str(mentor.pk), str(child.pk)] == 2
    with pytest.raises(ChoiceIsOver):
        gathering.say(child, gathering.mentors[1])
    actions.reopen_choices(gathering.meeting, by=gathering.by)
    gathering.say(child, gathering.mentors[1])
    assert Choice.objects.filter(chooser=child).get().chosen == gathering.mentors[1]


def test_a_meeting_with_choices_is_not_called_off(gathering):
    with pytest.raises(ForbiddenTransition):
        actions.call_off(gathering.meeting, by=gathering.by)

    assert gathering.meeting.state == GroupMeetingState.OPEN


def test_choices_are_seen_by_coordinators_and_by_oneself(gathering):
    foreign = Gathering().opened()
    child = gathering.mentees[0]
    organisation = gathering.module.organisation

    seen = {
        role: queries.presences_visible_to(make.staff(role, organisation)).count()
        for role in (RoleCode.COORDINATOR, RoleCode.TEACHER, RoleCode.HEAD, RoleCode.PSYCHOLOGIST)
    }
    assert seen == {RoleCode.COORDINATOR: 4, RoleCode.TEACHER: 0, RoleCode.HEAD: 0, RoleCode.PSYCHOLOGIST: 0}
    assert [row.participation for row in queries.presences_visible_to(child.person.user)] == [child]
    assert list(queries.meetings_visible_to(gathering.by)) == [gathering.meeting]
    assert list(queries.meetings_visible_to(foreign.by)) == [foreign.meeting]


def test_results_ask_as_often_for_one_pair_as_for_three():
    asked = []
    for number in (1, 3):
        gathering = Gathering(mentees=number, mentors=number).opened()
        for child, mentor in zip(gathering.mentees, gathering.mentors, strict=True):
            gathering.say(child, mentor)
            gathering.say(mentor, child)
        with CaptureQueriesContext(connection) as made:
            assert len(queries.results(gathering.meeting).mutual) == number
        asked.append(len(made))
    assert asked[0] == asked[1]
