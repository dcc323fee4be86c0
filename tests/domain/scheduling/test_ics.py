"""The file follows RFC 5545; pure."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from nastavnik.domain.scheduling.ics import Entry, Letter, Repeat, calendar_file
from nastavnik.web.organisations.forms import TIME_ZONES

AT = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
MORE_ZONES = (
    "Europe/Kirov", "Europe/Volgograd", "Europe/Astrakhan", "Europe/Saratov", "Europe/Ulyanovsk", "Europe/Simferopol",
    "Asia/Barnaul", "Asia/Tomsk", "Asia/Novokuznetsk", "Asia/Chita", "Asia/Khandyga", "Asia/Ust-Nera",
    "Asia/Sakhalin", "Asia/Srednekolymsk", "Asia/Anadyr",
)  # fmt: skip
ALL_ZONES = [code for code, _title in TIME_ZONES] + list(MORE_ZONES)


def entry(**changes):
    usual = {
        "uid": "meeting-1@school.example", "sequence": 0, "title": "Встреча: Захар", "day": date(2026, 11, 26),
        "begins_at": time(15), "minutes": 45, "zone": "Asia/Kamchatka",
    }  # fmt: skip
    return Entry(**{**usual, **changes})


def read(*entries, **kwargs):
    return Calendar.from_ical(calendar_file("Встречи", entries, at=AT, **kwargs))


def lines_of(content):
    return content.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("zone", ALL_ZONES)
def test_a_meeting_is_at_the_hour_of_its_place(zone):
    content = calendar_file("Встречи", [entry(zone=zone)], at=AT)
    # The zone of the file itself, not the one that the machine knows by the same name.
    book = Calendar.from_ical(content.replace(zone.encode(), f"Mine/{zone}".encode()))

    (event,) = book.walk("VEVENT")
    (own,) = book.walk("VTIMEZONE")
    local = event["DTSTART"].dt.replace(tzinfo=None)
    offset = own.to_tz().utcoffset(local)

    assert local == datetime(2026, 11, 26, 15)
    assert offset == ZoneInfo(zone).utcoffset(local)
    assert event.end - event.start == timedelta(minutes=45)


def test_lines_end_with_crlf_and_hold_75_octets():
    long = "Очень длинное название кабинета, этаж; корпус \\ двор " * 6
    content = calendar_file("Встречи", [entry(place=long, about=f"{long}\nвторая строка")], at=AT)
    lines = content.split(b"\r\n")

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert [part.decode() for part in lines]  # no sign is cut in two
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["LOCATION"]) == long.strip()
    assert str(event["DESCRIPTION"]) == f"{long.strip()}\nвторая строка"


def test_words_of_people_make_no_lines_of_the_file():
    nasty = "Кабинет\r\nATTENDEE:mailto:x@y\nEND:VEVENT\x00\u2028"
    content = calendar_file(nasty, [entry(title=nasty, place=nasty, about=nasty, link="https://sferum.ru/")], at=AT)

    lines = lines_of(content)

    assert sum(line == "END:VEVENT" for line in lines) == 1
    assert not any(line.startswith("ATTENDEE") for line in lines)
    assert not re.search("[\x00-\x08\u2028]", content.decode())


def test_every_event_has_what_the_standard_asks_for_once():
    content = calendar_file("Встречи", [entry(), entry(uid="2@x", begins_at=None, is_cancelled=True)], at=AT)

    book = Calendar.from_ical(content)
    lines = lines_of(content)

    assert [line for line in lines if line.startswith(("VERSION", "METHOD", "CALSCALE"))] == [
        "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]  # fmt: skip
    for event in book.walk("VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"):
            assert not isinstance(event[name], list)
            assert event.get(name) is not None
    timed, whole = book.walk("VEVENT")
    assert (timed["STATUS"], whole["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert whole["DTSTART"].dt == date(2026, 11, 26)
    assert (len(timed.walk("VALARM")), len(whole.walk("VALARM"))) == (1, 0)
    assert len(book.walk("VTIMEZONE")) == 1


def test_a_series_says_which_days_are_missing_and_which_are_moved():
    missing = (date(2027, 1, 7),)
    master = entry(uid="series-1@x", repeat=Repeat(2, date(2027, 5, 27), missing))
    moved = entry(uid="series-1@x", day=date(2026, 12, 11), begins_at=time(16), instead_of=datetime(2026, 12, 10, 15))

    book = read(master, moved)

    series, one = book.walk("VEVENT")
    assert series["RRULE"].to_ical().decode() == "FREQ=WEEKLY;UNTIL=20270527T030000Z;INTERVAL=2"
    assert [day.dt.replace(tzinfo=None) for day in series["EXDATE"].dts] == [datetime(2027, 1, 7, 15)]
    assert one["RECURRENCE-ID"].dt.replace(tzinfo=None) == datetime(2026, 12, 10, 15)
    assert one["UID"] == series["UID"]
    assert "RRULE" not in one


def test_a_letter_asks_or_calls_off_and_names_its_reader_alone():
    letter = Letter("post@school.example", "Школа; «Вихрь», № 1", "mentor@school.example")
    asked, off = (read(entry(), method=method, letter=letter) for method in ("REQUEST", "CANCEL"))

    (event,), (cancelled,) = asked.walk("VEVENT"), off.walk("VEVENT")
    assert (asked["METHOD"], event["STATUS"]) == ("REQUEST", "CONFIRMED")
    assert str(event["ATTENDEE"]) == "mailto:mentor@school.example"
    assert event["ORGANIZER"].params["CN"] == "Школа; «Вихрь», № 1"
    assert (off["METHOD"], cancelled["STATUS"], cancelled.walk("VALARM")) == ("CANCEL", "CANCELLED", [])
