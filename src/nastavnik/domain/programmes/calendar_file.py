"""A roadmap as a calendar that telephones and mail programs open (.ics). Pure: rows → bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Nastavnik//Roadmap//RU"


@dataclass(frozen=True)
class Entry:
    """One row. `uid` stays the same from file to file, so that a second import changes events and doubles none."""

    uid: str
    title: str
    starts_on: date
    ends_on: date
    about: str = ""
    category: str = ""
    is_yearly: bool = False
    remind_days: int | None = None


def calendar_file(title: str, entries: Iterable[Entry], *, at: datetime) -> bytes:
    """All-day events, free time; reminders before the end where they were asked for. `at` is the moment of the file."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(title))
    for entry in entries:
        calendar.add_component(_event(entry, at))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("summary", _line(entry.title))
    event.add("dtstart", entry.starts_on)
    event.add("dtend", entry.ends_on + timedelta(days=1))  # the end of RFC 5545 is the day after
    event.add("transp", "TRANSPARENT")
    if entry.about:
        event.add("description", "\n".join(entry.about.splitlines()))
    if entry.category:
        event.add("categories", [_line(entry.category)])
    if entry.is_yearly:
        event.add("rrule", {"freq": "yearly"})
    if entry.remind_days is not None:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(entry.title))
    # The end is midnight after the last day: one day more than was asked for.
    before = timedelta(days=(entry.remind_days or 0) + 1)
    alarm.add("trigger", -before, parameters={"related": "END"})
    return alarm


def _line(text: str) -> str:
    """One line: a lone carriage return in a title would begin a line of the file."""
    return " ".join(text.split())
