"""Invitations and reminders, through a real SMTP server."""

import email
from datetime import date, datetime, timedelta
from email import policy

import pytest
from icalendar import Calendar

from nastavnik.core import clock, jobs
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.scheduling import actions
from nastavnik.domain.scheduling.models import Invitation
from tests import factories as make
from tests.conftest import NOW
from tests.domain.notifications.test_deliver import Post, port, post  # noqa: F401
from tests.domain.scheduling.stories import AT_THREE, IN_SCHOOL, ONLINE, pair, sides, weekly

pytestmark = pytest.mark.django_db


@pytest.fixture
def reachable(now):
    """A pair whose mentor has an address; the child has none, a parent has."""
    mentorship = pair()
    mentor, mentee = sides(mentorship)
    mentor.email = "mentor@school.example"
    mentor.save()
    parent = make.PersonFactory(organisation=mentee.organisation, adult=True, email="parent@home.example")
    mentee.guardians.create(organisation=mentee.organisation, guardian=parent, starts_on=date(2026, 9, 1))
    return mentorship


def sent(post):  # noqa: F811
    """(address, method, event) of every letter so far, and the words beside it."""
    jobs.run_due()
    jobs.run_due()
    found = []
    for address, text in post.letters:
        letter = email.message_from_string(text, policy=policy.default)
        (part,) = [one for one in letter.walk() if one.get_content_type() == "text/calendar"]
        book = Calendar.from_ical(part.get_payload(decode=True))
        assert part.get_param("method") == book["METHOD"]
        found.append((address, str(book["METHOD"]), book.walk("VEVENT")[0]))
    post.letters.clear()
    return found


def test_both_sides_are_invited_and_told_of_changes_once(reachable, post):  # noqa: F811
    meeting = actions.plan_meeting(reachable, at=AT_THREE, terms=ONLINE, by=None)
    invited = sent(post)
    assert sent(post) == []
    actions.move_meeting(meeting, at=AT_THREE + timedelta(days=1), terms=ONLINE, version=meeting.version, by=None)
    moved = sent(post)
    actions.call_off(meeting, by=None)
    cancelled = sent(post)

    for letters, method in ((invited, "REQUEST"), (moved, "REQUEST"), (cancelled, "CANCEL")):
        assert [(to, how) for to, how, _event in letters] == [
            ("mentor@school.example", method), ("parent@home.example", method),
        ]  # fmt: skip
    first, second, last = (letters[0][2] for letters in (invited, moved, cancelled))
    assert first["UID"] == second["UID"] == last["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"] < last["SEQUENCE"]
    assert (first["STATUS"], last["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert str(first["ATTENDEE"]) == "mailto:mentor@school.example"


def test_a_series_is_one_invitation_and_what_was_held_is_no_news(reachable, post):  # noqa: F811
    series = weekly(reachable, first=date(2026, 11, 23), last=date(2026, 12, 14))
    invited = sent(post)
    first = series.occurrences.first().meeting
    with clock.fixed(NOW + timedelta(days=1)):
        mentorships.hold(first, by=None)
        actions.invite(reachable)
        assert sent(post) == []
        actions.stop_series(series, by=None)
        stopped = sent(post)

    assert ["RRULE" in event for _to, _how, event in invited] == [True, True]
    assert [how for _to, how, _event in stopped] == ["REQUEST", "REQUEST"]
    assert Invitation.objects.count() == 3  # the child too, on the page


def test_what_was_planned_on_the_page_of_the_pair_is_told_within_the_hour(reachable, post):  # noqa: F811
    mentorships.plan_meeting(reachable, happens_on=AT_THREE.date(), begins_at=AT_THREE.time(), by=None)
    assert sent(post) == []

    jobs.enqueue("scheduling.invite_all")

    assert [how for _to, how, _event in sent(post)] == ["REQUEST", "REQUEST"]


def test_after_a_withdrawal_nothing_leaves_that_was_written_before(reachable, post):  # noqa: F811
    _mentor, mentee = sides(reachable)
    actions.plan_meeting(reachable, at=AT_THREE, terms=IN_SCHOOL, by=None)
    actions.invite(reachable)
    withdraw_consent(mentee.consents.get(), on=date(2026, 11, 23), by=None)

    assert sent(post) == []
    assert set(Message.objects.filter(channel="email").values_list("state", flat=True)) == {"withheld"}


def reminders():
    rows = Message.objects.filter(kind="meeting_soon", channel="page").order_by("id")
    return [row.recipient.email for row in rows]


@pytest.mark.parametrize(("zone", "hour"), [("Europe/Kaliningrad", 15), ("Asia/Kamchatka", 5)])
def test_a_reminder_comes_the_evening_before_by_the_clock_of_the_place(zone, hour):
    with clock.fixed(NOW):
        mentorship = pair(time_zone=zone)
        actions.plan_meeting(mentorship, at=datetime(2026, 11, 26, 15), terms=IN_SCHOOL, by=None)
    evening = datetime(2026, 11, 25, hour, tzinfo=NOW.tzinfo)
    with clock.fixed(evening - timedelta(minutes=1)):
        assert actions.remind(clock.now()) == 0
    with clock.fixed(evening):
        actions.remind(clock.now())
        actions.remind(clock.now())

    assert len(reminders()) == 2


def test_what_was_planned_late_is_reminded_of_in_the_morning_and_not_when_it_has_begun(now):
    mentorship = pair()
    actions.plan_meeting(mentorship, at=datetime(2026, 11, 24, 8), terms=IN_SCHOOL, by=None)
    early, begun = (datetime(2026, 11, 24, hour, tzinfo=NOW.tzinfo) for hour in (4, 5))

    with clock.fixed(begun):
        assert actions.remind(begun) == 0
    with clock.fixed(early):
        assert actions.remind(early) == 1
    assert len(reminders()) == 2
