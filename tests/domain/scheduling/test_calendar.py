"""What a calendar holds and what it never holds; khal, a calendar of other people, reads a year of it."""

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from nastavnik.cli.main import main
from nastavnik.core import clock
from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.organisations.actions import add_holiday
from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.scheduling import actions, queries
from nastavnik.domain.scheduling.ics import calendar_file
from nastavnik.domain.scheduling.tokens import digest_of, token_for
from tests import factories as make
from tests.conftest import NOW
from tests.domain.scheduling.stories import AT_THREE, IN_SCHOOL, ONLINE, pair, sides, weekly

pytestmark = pytest.mark.django_db


def book_of(person):
    return calendar_file("Встречи", queries.entries_of(person), at=clock.now())


def events(person):
    return Calendar.from_ical(book_of(person)).walk("VEVENT")


def guardian_of(child):
    parent = make.PersonFactory(organisation=child.organisation, adult=True, given_name="Вера", with_user=True)
    Guardianship.objects.create(
        organisation=child.organisation, guardian=parent, child=child, starts_on=date(2026, 9, 1)
    )
    return parent


def named(mentorship):
    mentor, mentee = sides(mentorship)
    for person, names in ((mentor, ("Громов", "Игорь", "Петрович")), (mentee, ("Канарейкин", "Захар", "Ильич"))):
        person.surname, person.given_name, person.patronymic = names
        person.save()
    return mentor, mentee


def test_each_side_reads_the_first_name_of_the_child_and_no_surname(now):
    mentorship = pair()
    mentor, mentee = named(mentorship)
    parent = guardian_of(mentee)
    terms = IN_SCHOOL.__class__(place="Дома у Канарейкиных", mode="in_person")
    actions.plan_meeting(mentorship, at=AT_THREE, terms=terms, by=None)

    titles = [str(events(person)[0]["SUMMARY"]) for person in (mentor, mentee, parent)]

    assert titles == ["Встреча: Захар", "Встреча: Игорь Петрович", "Захар: встреча, Игорь Петрович"]
    for person in (mentor, mentee, parent):
        assert "анарейкин" not in book_of(person).decode()
        assert "LOCATION" not in events(person)[0]


def test_of_a_child_whose_consent_is_gone_there_is_nothing_at_all(now):
    mentorship = pair()
    mentor, mentee = named(mentorship)
    parent = guardian_of(mentee)
    weekly(mentorship)
    meeting = actions.plan_meeting(mentorship, at=AT_THREE + timedelta(days=1), terms=ONLINE, by=None)
    withdraw_consent(mentee.consents.get(), on=date(2026, 11, 23), by=None)

    assert [events(person) for person in (mentor, mentee, parent)] == [[], [], []]
    assert queries.entries_of_meeting(meeting, mentor) == []


def test_nobody_reads_the_calendar_of_another_pair(now):
    mentorship, other = pair(), pair()
    actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)

    assert events(sides(other)[0]) == []


def test_the_name_of_an_event_stays_and_its_number_grows(now):
    mentorship = pair()
    mentor, _mentee = sides(mentorship)
    meeting = actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)
    seen = [events(mentor)[0]]

    actions.move_meeting(meeting, at=AT_THREE.replace(hour=16), terms=IN_SCHOOL, version=meeting.version, by=None)
    seen.append(events(mentor)[0])
    actions.call_off(meeting, by=None)
    seen.append(events(mentor)[0])

    assert len({event["UID"] for event in seen}) == 1
    numbers = [event["SEQUENCE"] for event in seen]
    assert numbers == sorted(set(numbers))
    assert [event["STATUS"] for event in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


def test_a_series_is_one_event_with_its_exceptions(now):
    mentorship = pair()
    mentor, _mentee = sides(mentorship)
    series = weekly(mentorship, last=date(2027, 1, 28))
    rows = [one.meeting for one in series.occurrences.select_related("meeting__mentorship__organisation")]
    before = events(mentor)[0]["SEQUENCE"]
    actions.call_off(rows[2], by=None)
    actions.move_meeting(rows[3], at=datetime(2026, 12, 18, 16), terms=IN_SCHOOL, version=rows[3].version, by=None)

    master, moved = events(mentor)

    assert (master["SEQUENCE"] > before, "RRULE" in master, "RRULE" in moved) == (True, True, False)
    assert [day.dt.date() for day in master["EXDATE"].dts] == [date(2026, 12, 10)]
    assert moved["RECURRENCE-ID"].dt.date() == date(2026, 12, 17)
    assert moved.start.replace(tzinfo=None) == datetime(2026, 12, 18, 16)


def test_an_address_opens_until_it_is_revoked_and_a_new_one_is_another(now):
    mentorship = pair()
    mentor, _mentee = sides(mentorship)
    first = actions.issue_feed(mentor, by=mentor.user)
    token = token_for(mentor.pk, first.nonce)
    assert (queries.feed_by(token), first.digest) == (first, digest_of(token))
    assert token not in str(vars(first))

    second = actions.issue_feed(mentor, by=mentor.user)
    assert queries.feed_by(token) is None
    assert queries.feed_by(token_for(mentor.pk, second.nonce)) == second
    actions.revoke_feed(mentor, by=mentor.user)

    assert queries.feed_by(token_for(mentor.pk, second.nonce)) is None
    assert queries.feed_of(mentor) is None


def test_the_queries_of_a_calendar_do_not_grow_with_it(now, django_assert_num_queries):
    mentorship = pair()
    mentor, _mentee = sides(mentorship)
    actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)
    queries.entries_of(mentor)
    with django_assert_num_queries(3):
        queries.entries_of(mentor)
    weekly(mentorship, first=date(2026, 11, 27))

    with django_assert_num_queries(3):
        queries.entries_of(mentor)


def khal(folder, *words):
    (folder / "config").write_text(
        f"[calendars]\n[[mine]]\npath = {folder}/calendar\ntype = calendar\n"
        f"[sqlite]\npath = {folder}/khal.db\n"
        "[locale]\nlocal_timezone = Asia/Kamchatka\ndefault_timezone = Asia/Kamchatka\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    (folder / "calendar").mkdir(exist_ok=True)
    command = [str(Path(sys.executable).parent / "khal"), "-c", str(folder / "config"), *map(str, words)]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_khal_takes_in_a_year_with_every_event_repeat_and_alarm(now, tmp_path):
    """A year of one pair in Kamchatka: a series with holidays, a called off and a moved meeting, single ones, one
    without an hour, held ones."""
    mentorship = pair(time_zone="Asia/Kamchatka")
    mentor, _mentee = named(mentorship)
    holidays = (date(2026, 12, 29), date(2027, 1, 10))
    add_holiday(mentorship.organisation, title="каникулы", starts_on=holidays[0], ends_on=holidays[1], by=None)
    series = weekly(mentorship, last=date(2027, 11, 18), terms=ONLINE)
    rows = list(series.occurrences.select_related("meeting__mentorship__organisation", "meeting__organisation"))
    actions.call_off(rows[2].meeting, by=None)
    moved = actions.move_meeting(
        rows[4].meeting, at=datetime(2026, 12, 25, 9, 30), terms=IN_SCHOOL, version=rows[4].meeting.version, by=None
    )
    single = actions.plan_meeting(mentorship, at=datetime(2027, 2, 2, 12), terms=IN_SCHOOL, by=None)
    whole = mentorships.plan_meeting(mentorship, happens_on=date(2027, 3, 3), by=None)
    for day in range(1, 20, 3):
        make.MeetingFactory(
            mentorship=mentorship, happens_on=NOW.date() - timedelta(days=day), begins_at=time(14), minutes=30
        )
    (tmp_path / "year.ics").write_bytes(book_of(mentor))

    khal(tmp_path, "import", "--batch", "-a", "mine", tmp_path / "year.ics")
    told = khal(
        tmp_path, "list", "--format", "@{start-long}|{title}|{alarm-symbol}|{repeat-symbol}|", "--day-format", "",
        "2026-10-01", "480d",
    )  # fmt: skip

    found = sorted(tuple(row.strip().split("|")[:4]) for row in told.split("@") if "|" in row)
    wanted = []
    for meeting in mentorship.meetings.exclude(state=MeetingState.CANCELLED):
        moment = f"{meeting.happens_on}" + (f" {meeting.begins_at:%H:%M}" if meeting.begins_at else "")
        wanted.append((moment, bool(meeting.begins_at), hasattr(meeting, "occurrence")))
    assert [(moment, bool(alarm), bool(repeat)) for moment, _title, alarm, repeat in found] == sorted(wanted)
    assert {title for _moment, title, _alarm, _repeat in found} == {"Встреча: Захар"}
    assert {moved.happens_on, single.happens_on, whole.happens_on} <= {date.fromisoformat(row[0][:10]) for row in found}
    assert len(found) == 49 + 2 + 7


def test_the_command_writes_the_file_and_refuses_who_is_not_there(now, tmp_path, monkeypatch):
    monkeypatch.setattr("django.setup", lambda: None)  # it is set up already
    mentorship = pair()
    mentor, _mentee = sides(mentorship)
    actions.plan_meeting(mentorship, at=AT_THREE, terms=IN_SCHOOL, by=None)
    out = tmp_path / "mine.ics"

    assert main(["calendar", str(mentor.pk), "--out", str(out)]) == 0
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 1
    assert main(["calendar", "987654321", "--out", str(out)]) == 2
    assert main(["calendar", str(mentor.pk), "--out", str(tmp_path / "nowhere" / "x.ics")]) == 2
