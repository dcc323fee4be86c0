"""Meetings as a calendar that telephones and mail programs read (RFC 5545, 5546). Pure: entries → bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event, vCalAddress, vRecur
from icalendar import Calendar as Book

PRODUCT = "-//Nastavnik//Calendar//RU"
Method = Literal["PUBLISH", "REQUEST", "CANCEL"]


@dataclass(frozen=True)
class Repeat:
    """Every `every` weeks up to the day `last_on`; `missing` are days of the pattern on which nothing takes place."""

    every: int
    last_on: date
    missing: tuple[date, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One event. `uid` never changes; `sequence` grows with every change. Moments are those of the clock of `zone`;
    without `begins_at` the event is a whole day. `instead_of`: the moment of the series that this one replaces."""

    uid: str
    sequence: int
    title: str
    day: date
    begins_at: time | None
    minutes: int
    zone: str
    about: str = ""
    place: str = ""
    link: str = ""
    is_cancelled: bool = False
    remind_minutes: int | None = 60
    repeat: Repeat | None = None
    instead_of: datetime | None = None


@dataclass(frozen=True)
class Letter:
    """Who invites whom."""

    organiser: str
    organiser_name: str
    attendee: str


def calendar_file(
    title: str, entries: Iterable[Entry], *, at: datetime, method: Method = "PUBLISH", letter: Letter | None = None
) -> bytes:
    """The file of these entries as they are at the moment `at`: UTF-8, CRLF, lines folded at 75 octets."""
    book = Book()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("method", method)
    if method == "PUBLISH":
        book.add("x-wr-calname", line(title))
        book.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    first, last = at.date(), at.date()
    for entry in entries:
        book.add_component(_event(entry, at, method, letter))
        first = min(first, entry.day)
        last = max(last, entry.repeat.last_on if entry.repeat else entry.day)
    # The clocks of these years alone: half a century of changes of summer time helps nobody.
    book.add_missing_timezones(first_date=date(first.year - 1, 1, 1), last_date=date(last.year + 2, 1, 1))
    content: bytes = book.to_ical()
    return content


def _event(entry: Entry, at: datetime, method: Method, letter: Letter | None) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", line(entry.title))
    is_cancelled = entry.is_cancelled or method == "CANCEL"
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    _add_time(event, entry)
    for name, text in (("location", entry.place), ("description", entry.about)):
        if text:
            event.add(name, "\n".join(map(line, text.splitlines())))
    if entry.link:
        event.add("url", entry.link)
    if letter:
        _add_people(event, letter)
    if entry.remind_minutes is not None and entry.begins_at is not None and not is_cancelled:
        event.add_component(_alarm(entry))
    return event


def _add_time(event: Event, entry: Entry) -> None:
    if entry.begins_at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))  # the end of RFC 5545 is the day after
        event.add("transp", "TRANSPARENT")
        return
    zone = ZoneInfo(entry.zone)
    begins = datetime.combine(entry.day, entry.begins_at, zone)
    event.add("dtstart", begins)
    # By the clock of UTC: a meeting of an hour is an hour long also where the clocks are changed.
    event.add("dtend", (begins.astimezone(UTC) + timedelta(minutes=entry.minutes)).astimezone(zone))
    if entry.repeat:
        _add_repeat(event, entry.repeat, entry.begins_at, zone)
    if entry.instead_of:
        event.add("recurrence-id", entry.instead_of.replace(tzinfo=zone))


def _add_repeat(event: Event, repeat: Repeat, begins_at: time, zone: ZoneInfo) -> None:
    last = datetime.combine(repeat.last_on, begins_at, zone).astimezone(UTC)
    event.add("rrule", vRecur(freq="WEEKLY", interval=repeat.every, until=last))
    for day in repeat.missing:
        event.add("exdate", datetime.combine(day, begins_at, zone))


def _add_people(event: Event, letter: Letter) -> None:
    organiser = vCalAddress(f"mailto:{letter.organiser}")
    organiser.params["CN"] = line(letter.organiser_name)
    event.add("organizer", organiser)
    attendee = vCalAddress(f"mailto:{letter.attendee}")
    attendee.params["PARTSTAT"], attendee.params["RSVP"] = "NEEDS-ACTION", "FALSE"
    event.add("attendee", attendee)


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", line(entry.title))
    alarm.add("trigger", -timedelta(minutes=entry.remind_minutes or 0))
    return alarm


def line(text: str) -> Any:
    """One line of printable signs: a lone carriage return in a title would begin a line of the file."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
