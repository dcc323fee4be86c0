"""Offers of times, single meetings, weekly meetings."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from nastavnik.core.errors import ForbiddenTransition
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.errors import WorkStopped
from nastavnik.domain.organisations.actions import add_holiday
from nastavnik.domain.organisations.errors import NoServiceAllowed, ServiceNotAllowed
from nastavnik.domain.scheduling import actions, queries
from nastavnik.domain.scheduling.actions import Terms
from nastavnik.domain.scheduling.enums import OfferState
from nastavnik.domain.scheduling.errors import (
    AlreadyBusy,
    NotOffered,
    OwnOffer,
    SeriesEmpty,
    SeriesReversed,
    SeriesTooLong,
    TimeGone,
    TooFarAhead,
)
from tests import factories as make
from tests.domain.scheduling.stories import AT_THREE, IN_SCHOOL, ONLINE, THURSDAY, free, pair, sides, weekly

pytestmark = pytest.mark.django_db


def offer(mentorship, author, *times, terms=IN_SCHOOL):
    return actions.offer_times(mentorship, times=times, terms=terms, author=author, by=author.user)


def days(series):
    rows = series.occurrences.exclude(meeting__state=MeetingState.CANCELLED)
    return list(rows.values_list("meeting__happens_on", flat=True))


def test_times_suit_both_after_lessons_without_holidays_pauses_and_meetings(now):
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    free(mentor, mentorship, (3, 840, 1080), (4, 840, 1080))
    free(mentee, mentorship, (3, 780, 1020), (4, 780, 1020))
    year = make.AcademicYearFactory(organisation=mentorship.organisation)
    group = make.StudyGroupFactory(organisation=mentorship.organisation, academic_year=year)
    mentee.enrolments.create(organisation=mentee.organisation, study_group=group, starts_on=date(2026, 9, 1))
    actions.set_hours(mentorship.organisation, None, dict.fromkeys(range(1, 6), (510, 800)), by=None)
    actions.set_hours(mentorship.organisation, group, {4: (510, 900)}, by=None)
    add_holiday(
        mentorship.organisation, title="день школы", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 2), by=None
    )
    mentorship.pauses.create(organisation=mentor.organisation, starts_on=date(2026, 12, 3), ends_on=date(2026, 12, 8))
    actions.plan_meeting(mentorship, at=datetime(2026, 11, 25, 14), terms=Terms(90), by=None)

    found = queries.propose(mentorship, most=4)

    assert found.times == (
        datetime(2026, 11, 25, 15, 30), datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16),
        datetime(2026, 12, 9, 14),
    )  # fmt: skip
    assert found.unsaid == ()


def test_whose_time_is_unknown_is_said(now):
    mentorship = pair()

    found = queries.propose(mentorship)

    assert set(found.unsaid) == set(sides(mentorship))
    assert found.times[0] == datetime(2026, 11, 23, 14)


def test_one_offers_the_other_picks_and_the_meeting_is_planned(now):
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    asked = offer(mentorship, mentor, AT_THREE, AT_THREE + timedelta(hours=1), terms=ONLINE)

    meeting = actions.accept_offer(asked, at=AT_THREE, by=mentee.user)

    asked.refresh_from_db()
    assert (asked.state, asked.meeting) == (OfferState.ACCEPTED, meeting)
    assert (meeting.happens_on, meeting.begins_at, meeting.minutes, meeting.link, meeting.mode) == (
        THURSDAY, time(15), 45, ONLINE.link, "online",
    )  # fmt: skip
    with pytest.raises(ForbiddenTransition):
        actions.accept_offer(asked, at=AT_THREE, by=mentee.user)


def test_the_other_side_offers_back_and_one_offer_waits(now):
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    first = offer(mentorship, mentor, AT_THREE)

    back = actions.replace_offer(
        first, times=[AT_THREE + timedelta(days=1)], terms=IN_SCHOOL, author=mentee, by=mentee.user
    )

    states = dict(mentorship.offers.values_list("pk", "state"))
    assert states == {first.pk: OfferState.REPLACED, back.pk: OfferState.OPEN}
    with pytest.raises(OwnOffer):
        actions.accept_offer(back, at=AT_THREE + timedelta(days=1), by=mentee.user)
    with pytest.raises(NotOffered):
        actions.accept_offer(back, at=AT_THREE, by=mentor.user)
    with pytest.raises(OwnOffer):
        actions.replace_offer(back, times=[AT_THREE], terms=IN_SCHOOL, author=mentee, by=mentee.user)


def test_a_group_says_what_suits_and_who_asked_chooses(now):
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    other = make.PersonFactory(organisation=mentorship.organisation, with_user=True)
    consent = make.signed_consent(other)
    seat = make.ParticipationFactory(module=mentorship.module, person=other)
    make.add_member(mentorship, seat, is_minor=True, consent=consent)
    asked = offer(mentorship, mentor, AT_THREE, AT_THREE + timedelta(days=1))
    actions.say_what_suits(asked, suits=[AT_THREE], person=mentee, by=mentee.user)
    actions.say_what_suits(asked, suits=[], person=other, by=other.user)
    actions.say_what_suits(asked, suits=[AT_THREE], person=other, by=other.user)

    meeting = actions.accept_offer(asked, at=AT_THREE, by=mentor.user)

    assert [answer.suits for answer in asked.answers.all()] == [["2026-11-26T15:00"]] * 2
    assert meeting.happens_on == THURSDAY


@pytest.mark.parametrize(
    ("at", "refusal"),
    [
        (datetime(2025, 11, 26, 15), TimeGone),
        (datetime(2026, 11, 23, 9, 40), TimeGone),
        (datetime(2028, 11, 26, 15), TooFarAhead),
    ],
)
def test_a_meeting_of_another_year_is_refused(now, at, refusal):
    mentorship = pair()

    with pytest.raises(refusal):
        actions.plan_meeting(mentorship, at=at, terms=IN_SCHOOL, by=None)

    assert not mentorship.meetings.exists()


def test_now_is_the_clock_of_the_place(now):
    kamchatka = pair(time_zone="Asia/Kamchatka")  # 18:40 there

    with pytest.raises(TimeGone):
        actions.plan_meeting(kamchatka, at=datetime(2026, 11, 23, 18), terms=IN_SCHOOL, by=None)

    assert actions.plan_meeting(pair(), at=datetime(2026, 11, 23, 18), terms=IN_SCHOOL, by=None)


def test_a_link_of_another_service_is_refused_and_the_allowed_ones_are_named(now):
    mentorship = pair()
    foreign = replace(ONLINE, link="https://video.example/1")

    with pytest.raises(ServiceNotAllowed) as refusal:
        actions.plan_meeting(mentorship, at=AT_THREE, terms=foreign, by=None)
    mentorship.organisation.video_services = ""
    with pytest.raises(NoServiceAllowed):
        actions.plan_meeting(mentorship, at=AT_THREE, terms=ONLINE, by=None)

    assert refusal.value.params == {"services": "sferum.ru, max.ru, telemost.yandex.ru"}
    assert not mentorship.meetings.exists()


def test_nobody_is_at_two_meetings_at_once(now):
    mentorship = pair()
    meeting = actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)

    with pytest.raises(AlreadyBusy):
        actions.plan_meeting(mentorship, at=AT_THREE + timedelta(minutes=30), terms=IN_SCHOOL, by=None)
    actions.plan_meeting(mentorship, at=AT_THREE + timedelta(minutes=60), terms=IN_SCHOOL, by=None)
    moved = actions.move_meeting(
        meeting, at=AT_THREE - timedelta(minutes=30), terms=IN_SCHOOL, version=meeting.version, by=None
    )

    assert (moved.begins_at, mentorship.meetings.count()) == (time(14, 30), 2)


def test_nothing_is_planned_for_a_child_whose_consent_is_gone(now):
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    withdraw_consent(mentee.consents.get(), on=date(2026, 11, 23), by=None)

    with pytest.raises(WorkStopped):
        actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)
    with pytest.raises(WorkStopped):
        offer(mentorship, mentor, AT_THREE)


def test_who_did_not_come_is_told_in_one_tap(now):
    mentorship = pair()
    meeting = make.MeetingFactory(mentorship=mentorship, state=MeetingState.PLANNED, happens_on=date(2026, 11, 20))

    actions.tell_missed(meeting, state=MeetingState.MISSED_BY_MENTOR, by=None)

    assert meeting.state == MeetingState.MISSED_BY_MENTOR


def test_a_series_skips_holidays_and_pauses(now):
    mentorship = pair()
    organisation = mentorship.organisation
    add_holiday(organisation, title="каникулы", starts_on=date(2026, 12, 31), ends_on=date(2027, 1, 10), by=None)
    mentorship.pauses.create(organisation=organisation, starts_on=date(2026, 12, 8), ends_on=date(2026, 12, 12))

    series = weekly(mentorship, last=date(2027, 1, 21))

    assert days(series) == [
        date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 17), date(2026, 12, 24), date(2027, 1, 14),
        date(2027, 1, 21),
    ]  # fmt: skip


def test_the_rest_of_a_series_goes_by_a_new_pattern(now):
    mentorship = pair()
    series = weekly(mentorship, last=date(2026, 12, 24))

    rest = actions.change_rest(
        series,
        first_on=date(2026, 12, 11),
        last_on=date(2026, 12, 25),
        every=2,
        begins_at=time(16),
        terms=ONLINE,
        version=series.version,
        by=None,
    )

    assert days(series) == [date(2026, 11, 26), date(2026, 12, 3)]
    assert days(rest) == [date(2026, 12, 11), date(2026, 12, 25)]
    assert (series.state, rest.state) == ("stopped", "running")


def test_a_stopped_series_cancels_what_lies_ahead_and_keeps_what_was(now):
    mentorship = pair()
    series = weekly(mentorship, first=date(2026, 11, 23), last=date(2026, 12, 14))
    first = series.occurrences.first().meeting
    mentorships.hold(first, by=None)

    actions.stop_series(series, by=None)

    assert days(series) == [date(2026, 11, 23)]


def test_a_pattern_that_makes_no_meeting_is_refused(now):
    mentorship = pair()
    mentorship.pauses.create(organisation=mentorship.organisation, starts_on=date(2026, 11, 24))

    with pytest.raises(SeriesEmpty):
        weekly(mentorship)
    with pytest.raises(SeriesReversed):
        weekly(mentorship, last=date(2026, 11, 25))
    with pytest.raises(SeriesTooLong):
        weekly(mentorship, last=date(2028, 5, 1))

    assert not mentorship.meetings.exists()
