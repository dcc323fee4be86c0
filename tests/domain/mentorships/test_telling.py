"""The tap that records a meeting: once, confirmed by the other side, with who came."""

from datetime import UTC, date, datetime

import pytest

from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import MeetingState, Mood, SessionType, Work
from nastavnik.domain.mentorships.errors import AlreadyTold, DiaryIsOff, PastYear
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting, MeetingAttendance
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    return make.active_pair()


@pytest.fixture
def mentor(pair):
    return scene.person_in(pair, "mentor")


@pytest.fixture
def mentee(pair):
    return scene.person_in(pair, "mentee")


def tap(pair, author, mood=Mood.GOOD, *, day=scene.TODAY, state=MeetingState.HELD, key=None, **more):
    return actions.record_meeting(
        pair, happens_on=day, state=state, mood=mood, author=author, entry_key=key, by=author.user, **more
    )


def test_a_second_tap_of_the_day_is_the_same_meeting(pair, mentor):
    first = tap(pair, mentor, key="a")
    second = tap(pair, mentor, key="b")

    assert (first.pk, Meeting.objects.count()) == (second.pk, 1)


def test_another_mood_on_the_same_day_asks(pair, mentor):
    first = tap(pair, mentor, key="a")

    with pytest.raises(AlreadyTold) as trouble:
        tap(pair, mentor, Mood.HARD, key="b")

    assert (trouble.value.meeting.pk, Meeting.objects.get().mood) == (first.pk, Mood.GOOD)


def test_a_second_meeting_of_a_day_is_said_aloud(pair, mentor):
    tap(pair, mentor, key="a")
    for _ in range(2):
        tap(pair, mentor, Mood.HARD, key="b", again=True)

    assert sorted(Meeting.objects.values_list("mood", flat=True)) == [Mood.GOOD, Mood.HARD]


def test_a_cancelled_meeting_does_not_stand_in_the_way(pair, mentor):
    actions.cancel(tap(pair, mentor, key="a"), by=None)

    tap(pair, mentor, Mood.HARD, key="b")

    assert sorted(Meeting.objects.values_list("state", flat=True)) == [MeetingState.CANCELLED, MeetingState.HELD]


def test_the_meeting_planned_for_the_day_is_the_one_that_was_held(pair, mentor):
    planned = actions.plan_meeting(pair, happens_on=scene.TODAY, place="каб. 214", by=None)

    assert tap(pair, mentor).pk == planned.pk
    assert Meeting.objects.get().state == MeetingState.HELD


def test_the_tap_of_the_other_side_confirms(pair, mentor, mentee):
    tap(pair, mentor, key="a")
    for _ in range(2):  # the second time because the answer was lost on the way
        tap(pair, mentee, Mood.HARD, key="b", text="Не успели")

    meeting = Meeting.objects.get()
    assert (meeting.told_by, meeting.mood) == (mentor, Mood.GOOD)
    assert (meeting.confirmed_by, meeting.second_mood) == (mentee, Mood.HARD)
    assert [(entry.author, entry.text) for entry in DiaryEntry.objects.all()] == [(mentee, "Не успели")]


def test_what_the_other_side_has_not_confirmed_waits_for_it(pair, mentor, mentee):
    meeting = tap(pair, mentor)

    assert [list(queries.awaiting_confirmation(pair, person)) for person in (mentor, mentee)] == [[], [meeting]]
    actions.confirm_meeting(meeting, person=mentee, mood=Mood.USUAL, by=mentee.user)
    assert list(queries.awaiting_confirmation(pair, mentee)) == []


def test_nobody_confirms_ones_own_entry(pair, mentor):
    meeting = tap(pair, mentor)

    with pytest.raises(AlreadyTold):
        actions.confirm_meeting(meeting, person=mentor, mood=Mood.USUAL, by=mentor.user)

    assert Meeting.objects.get().confirmed_by is None


def test_of_a_past_year_nothing_is_written_any_more(pair, mentor):
    year = pair.module.programme.academic_year
    type(pair).objects.filter(pk=pair.pk).update(started_on=date(2026, 5, 4))
    pair.refresh_from_db()

    with pytest.raises(PastYear):
        tap(pair, mentor, day=date(2026, 5, 12))
    with pytest.raises(PastYear):
        actions.write_diary(pair, author=mentor, happened_on=date(2026, 5, 12), text="Давно", by=None)

    assert (Meeting.objects.count(), year.starts_on > date(2026, 5, 12)) == (0, True)


def test_a_module_without_a_diary_takes_meetings_and_no_words(pair, mentor):
    type(pair.module).objects.filter(pk=pair.module_id).update(keeps_diary=False)
    pair.module.refresh_from_db()

    tap(pair, mentor)
    with pytest.raises(DiaryIsOff):
        actions.write_diary(pair, author=mentor, happened_on=scene.TODAY, text="Слова", by=None)
    with pytest.raises(DiaryIsOff):
        tap(pair, mentor, text="Слова", day=date(2026, 11, 20))

    assert (Meeting.objects.count(), DiaryEntry.objects.count()) == (1, 0)


def test_of_a_group_all_have_come_until_somebody_is_unticked():
    group = make.active_group()
    mentor = scene.person_in(group, "mentor")
    first, *others = group.members.filter(role="mentee")

    meeting = tap(group, mentor)
    actions.edit_meeting(
        meeting,
        {"works": [Work.MOTIVATIONAL, Work.REFLECTIVE], "session_type": SessionType.TRAINING},
        came=[member.pk for member in others],
        discussed=[others[0].pk],
        version=meeting.version,
        by=None,
    )

    rows = MeetingAttendance.objects.filter(meeting=meeting).order_by("member")
    assert [(row.member, row.came, row.is_discussed) for row in rows] == [
        (first, False, False),
        (others[0], True, True),
        *((member, True, False) for member in others[1:]),
    ]
    assert Meeting.objects.get().works == ["motivational", "reflective"]


def test_the_moment_on_the_telephone_stays_with_the_entry(pair, mentor):
    moment = datetime(2026, 11, 22, 15, 4, tzinfo=UTC)

    assert tap(pair, mentor, day=date(2026, 11, 22), told_at=moment).told_at == moment
    ahead = datetime(2027, 1, 1, tzinfo=UTC)  # a telephone with a wrong clock
    assert tap(pair, mentor, told_at=ahead).told_at is None
