"""When several people are free at once. Pure: intervals in, times out.

A day is counted in minutes from midnight of the organisation's clock; an interval holds its start and not its end.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Interval = tuple[int, int, int]  # weekday 1…7, start minute, end minute
Span = tuple[int, int]
WHOLE_DAY: tuple[Span, ...] = ((14 * 60, 19 * 60),)  # of somebody who did not say: after lessons, not in the evening
STEP = 15


@dataclass(frozen=True)
class Calendar:
    """What one person said and what is planned: `weekly` None is «not said», `lessons` are hours of the week at
    lessons, `busy` are spans of days already taken."""

    weekly: tuple[Interval, ...] | None = None
    lessons: tuple[Interval, ...] = ()
    busy: Mapping[date, Sequence[Span]] = field(default_factory=dict)

    def free_on(self, day: date) -> list[Span]:
        """The free spans of a day, in order."""
        weekday = day.isoweekday()
        open_ = WHOLE_DAY if self.weekly is None else _of_day(self.weekly, weekday)
        return without(_joined(open_), [*_of_day(self.lessons, weekday), *self.busy.get(day, ())])


def common(calendars: Collection[Calendar], day: date) -> list[Span]:
    """When all of them are free on the day."""
    found: list[Span] | None = None
    for one in calendars:
        free = one.free_on(day)
        found = free if found is None else _both(found, free)
    return found or []


def times(
    calendars: Collection[Calendar],
    *,
    after: datetime,
    days: int,
    minutes: int,
    closed: Callable[[date], bool],
    most: int,
    a_day: int = 2,
) -> list[datetime]:
    """The earliest moments, all later than `after` (a naive moment of the same clock), at which everybody has
    `minutes` free; none on a `closed` day, at most `a_day` on one day and `most` altogether."""
    found: list[datetime] = []
    for ahead in range(days):
        day = after.date() + timedelta(days=ahead)
        if closed(day):
            continue
        starts = (begin for span in common(calendars, day) for begin in _starts(span, minutes))
        late_enough = (moment for start in starts if (moment := at_minute(day, start)) > after)
        for _number, moment in zip(range(a_day), late_enough, strict=False):
            found.append(moment)
        if len(found) >= most:
            break
    return found[:most]


def at_minute(day: date, minute: int) -> datetime:
    """The naive moment of a minute of a day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def days_of_series(first: date, last: date, every: int) -> Iterator[date]:
    """Every so many weeks from the first day on, the last day included."""
    day = first
    while day <= last:
        yield day
        day += timedelta(weeks=every)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The spans less whatever of them is taken."""
    left = list(spans)
    for begin, end in taken:
        parts = ([(a, min(b, begin)), (max(a, end), b)] if begin < b and a < end else [(a, b)] for a, b in left)
        left = [(a, b) for pair in parts for a, b in pair if a < b]
    return left


def _of_day(week: Iterable[Interval], weekday: int) -> tuple[Span, ...]:
    return tuple((start, end) for day, start, end in week if day == weekday)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Overlapping and touching spans as one, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _both(one: Iterable[Span], other: Sequence[Span]) -> list[Span]:
    return [(max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) < min(b, d)]


def _starts(span: Span, minutes: int) -> Iterator[int]:
    """At the quarter of an hour, one meeting after another."""
    start = -(-span[0] // STEP) * STEP
    while start + minutes <= span[1]:
        yield start
        start += -(-minutes // STEP) * STEP
