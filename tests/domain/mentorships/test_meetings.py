"""Meetings, plan and diary."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import MeetingState, Mood
from nastavnik.domain.mentorships.errors import BeforeStart, InTheFuture, NotAtWork, NothingWritten
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return make.active_pair()


def record(pair, day=date(2026, 11, 20), state=MeetingState.HELD, **more):
    return actions.record_meeting(pair, happens_on=day, state=state, author=more.pop("author", None), by=None, **more)


def test_a_meeting_is_recorded_with_its_mood_and_words(pair):
    mentor = scene.person_in(pair, "mentor")

    meeting = record(pair, mood=Mood.GOOD, minutes=40, text="Дроби", author=mentor)

    assert (meeting.state, meeting.mood, meeting.minutes) == (MeetingState.HELD, Mood.GOOD, 40)
    assert [(e.text, e.author, e.meeting) for e in pair.diary.all()] == [("Дроби", mentor, meeting)]


def test_the_same_tap_twice_is_one_meeting(pair):
    first = record(pair, mood=Mood.GOOD, entry_key="tap-1", text="Раз", author=scene.person_in(pair, "mentor"))
    second = record(pair, mood=Mood.HARD, entry_key="tap-1", text="Раз", author=scene.person_in(pair, "mentor"))

    assert first.pk == second.pk
    assert (Meeting.objects.count(), DiaryEntry.objects.count(), Meeting.objects.get().mood) == (1, 1, Mood.GOOD)


@pytest.mark.parametrize("state", [MeetingState.MISSED_BY_MENTOR, MeetingState.MISSED_BY_MENTEE])
def test_either_side_may_not_have_come(pair, state):
    meeting = record(pair, state=state, mood=Mood.GOOD)

    assert (meeting.state, meeting.mood) == (state, "")


@pytest.mark.parametrize(("day", "trouble"), [(date(2026, 11, 24), InTheFuture), (date(2026, 9, 30), BeforeStart)])
def test_a_meeting_is_between_the_start_and_today(pair, day, trouble):
    with pytest.raises(trouble):
        record(pair, day)

    assert Meeting.objects.count() == 0


def test_a_planned_meeting_becomes_the_one_that_was_held(pair):
    planned = actions.plan_meeting(pair, happens_on=date(2026, 11, 20), place="каб. 214", by=None)

    held = record(pair, planned=planned, mood=Mood.USUAL)

    assert held.pk == planned.pk
    assert list(pair.meetings.values_list("state", "place", "mood")) == [(MeetingState.HELD, "каб. 214", Mood.USUAL)]


def test_a_planned_meeting_lies_ahead_but_not_before_the_start(pair):
    assert actions.plan_meeting(pair, happens_on=date(2026, 12, 7), by=None).state == MeetingState.PLANNED
    with pytest.raises(BeforeStart):
        actions.plan_meeting(pair, happens_on=date(2026, 9, 7), by=None)


def test_what_lies_ahead_was_not_held(pair):
    planned = actions.plan_meeting(pair, happens_on=date(2026, 12, 7), by=None)

    with pytest.raises(InTheFuture):
        actions.hold(planned, by=None)


def test_an_entry_is_corrected_and_the_correction_remembered(pair):
    meeting = record(pair)

    actions.edit_meeting(
        meeting,
        {"happens_on": date(2026, 11, 19)},
        state=MeetingState.MISSED_BY_MENTEE,
        version=meeting.version,
        by=None,
    )

    meeting.refresh_from_db()
    assert (meeting.happens_on, meeting.state) == (date(2026, 11, 19), MeetingState.MISSED_BY_MENTEE)
    assert list(meeting.state_changes.values_list("action", flat=True)) == ["hold", "miss_by_mentee"]


def test_a_late_correction_loses_nothing(pair):
    meeting = record(pair)
    seen = meeting.version
    actions.edit_meeting(meeting, {"minutes": 40}, version=seen, by=None)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_meeting(meeting, {"minutes": 90}, version=seen, by=None)

    assert Meeting.objects.get().minutes == 40


def test_an_ended_pair_takes_no_entries(pair):
    actions.dissolve(pair, on=scene.TODAY, reason="other", by=None)

    with pytest.raises(NotAtWork):
        record(pair)
    with pytest.raises(NotAtWork):
        actions.add_goal(pair, title="Поздно", by=None)


def test_the_plan_grows_from_goals_and_steps(pair):
    goal = actions.add_goal(pair, title="  Решать задачи на дроби ", by=None)
    step = actions.add_step(goal, title="Проверка «Дроби»", who="mentee", due_on=date(2026, 12, 1), by=None)

    actions.mark_step(step, done_on=scene.TODAY, result="8 из 10", version=step.version, by=None)
    actions.reach_goal(goal, on=scene.TODAY, version=goal.version, by=None)

    step.refresh_from_db()
    goal.refresh_from_db()
    assert (goal.title, goal.reached_on) == ("Решать задачи на дроби", scene.TODAY)
    assert (step.who, step.done_on, step.result) == ("mentee", scene.TODAY, "8 из 10")


def test_empty_words_are_refused(pair):
    mentor = scene.person_in(pair, "mentor")

    with pytest.raises(NothingWritten):
        actions.add_goal(pair, title="  ", by=None)
    with pytest.raises(NothingWritten):
        actions.write_diary(pair, author=mentor, happened_on=scene.TODAY, text=" ", by=None)


def test_a_private_note_is_read_by_its_author_alone():
    pair = make.active_pair()
    child, mentor = scene.person_in(pair, "mentee"), scene.person_in(pair, "mentor")
    parent = scene.guardian_of(child)
    for person, role in ((child, RoleCode.MENTEE), (mentor, RoleCode.MENTOR)):
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=pair.organisation)
    everybody = [
        mentor.user,
        parent.user,
        *(make.staff(role, pair.organisation) for role in RoleCode if role not in {"mentor", "mentee", "guardian"}),
    ]
    note = actions.write_diary(
        pair, author=child, happened_on=scene.TODAY, text="ТАЙНА-КАНАРЕЙКА", is_private=True, by=None
    )

    assert list(queries.diary_visible_to(child.user)) == [note]
    assert [list(queries.diary_visible_to(user)) for user in everybody] == [[]] * len(everybody)


def test_what_was_written_for_both_is_read_by_members_guardian_and_coordinator():
    pair = make.active_pair()
    child, mentor = scene.person_in(pair, "mentee"), scene.person_in(pair, "mentor")
    parent = scene.guardian_of(child)
    for person, role in ((child, RoleCode.MENTEE), (mentor, RoleCode.MENTOR)):
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=pair.organisation)
    note = actions.write_diary(pair, author=mentor, happened_on=scene.TODAY, text="Дроби", by=None)

    readers = [child.user, mentor.user, parent.user, scene.coordinator(pair.organisation)]
    assert [list(queries.diary_visible_to(user)) for user in readers] == [[note]] * 4
    assert list(queries.diary_visible_to(scene.coordinator(make.OrganisationFactory()))) == []
