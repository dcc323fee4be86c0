"""The radar: how long a mentorship has been silent, by one definition. Pure: dates in, a reading out.

With d = the days x with last < x ≤ as_of that lie in no pause and no holiday, d ≤ period is on time,
d ≤ period + grace is late, more is silent. A day that lies in a pause and in a holiday is left out once.
A pause does not change the status, it stops the count; pages say «на паузе» in its stead (`Reading.shown`).

This is the reference: `radar_arrays` does the same for very many at once and is held equal to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from nastavnik.domain.mentorships.enums import RadarStatus

WATCHED = "meetings"
Span = tuple[date, date | None]  # first and last day, both included; None: no end is known
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reading:
    """What the radar knows on a day. `days` is d, `left_out` the days between that were not counted; `changes_on` the
    first day on which a page shows another word if nothing happens until then, None where no such day is known."""

    status: RadarStatus
    days: int | None = None
    changes_on: date | None = None
    last_on: date | None = None
    left_out: int = 0
    is_paused: bool = False

    @property
    def shown(self) -> RadarStatus:
        """The word for people: inside a pause nobody is expected to meet."""
        return RadarStatus.PAUSED if self.is_paused else self.status


NOT_WATCHED = Reading(RadarStatus.NOT_WATCHED)


def read(
    last: date | None,
    as_of: date,
    period: int,
    grace: int,
    pauses: Iterable[Span] = (),
    holidays: Iterable[Span] = (),
    watched: str = WATCHED,
) -> Reading:
    """The reading of the day `as_of`.

    `last` is the last meeting held up to `as_of`, or else the start; None, or a day after `as_of`: not at work yet.
    `watched` comes from the kind (programmes/kinds.py); what is not watched by meetings has no status here.
    """
    if watched != WATCHED or last is None or last > as_of:
        return NOT_WATCHED
    breaks = merged(pauses)
    left_out = merged([*breaks, *holidays])
    not_counted = _covered(left_out, last + DAY, as_of)
    days = (as_of - last).days - not_counted
    now = by_days(days, period, grace)
    for first, until in breaks:
        if first <= as_of and (until is None or as_of <= until):
            return Reading(now, days, until + DAY if until else None, last, not_counted, is_paused=True)
    change = _next_change(now, last, as_of, period, grace, breaks, left_out)
    return Reading(now, days, change, last, not_counted)


def by_days(days: int, period: int, grace: int) -> RadarStatus:
    """The status that belongs to d."""
    if days <= period:
        return RadarStatus.ON_TIME
    return RadarStatus.LATE if days <= period + grace else RadarStatus.SILENT


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days as ordered spans that neither overlap nor touch."""
    union: list[Span] = []
    for first, until in sorted(spans, key=lambda span: span[0]):
        if union and (union[-1][1] is None or first <= union[-1][1] + DAY):
            before, end = union[-1]
            union[-1] = (before, None if end is None or until is None else max(end, until))
        else:
            union.append((first, until))
    return union


def _covered(union: list[Span], first: date, until: date) -> int:
    """How many days of first..until lie in the union."""
    total = 0
    for start, end in union:
        overlap = (min(end or until, until) - max(start, first)).days + 1
        total += max(overlap, 0)
    return total


def _next_change(
    now: RadarStatus, last: date, as_of: date, period: int, grace: int, breaks: list[Span], left_out: list[Span]
) -> date | None:
    limit = {RadarStatus.ON_TIME: period, RadarStatus.LATE: period + grace}.get(now)
    own = _day_number(limit + 1, last, left_out) if limit is not None else None
    pause = next((first for first, _until in breaks if first > as_of), None)
    return min((day for day in (own, pause) if day), default=None)


def _day_number(number: int, last: date, left_out: list[Span]) -> date | None:
    """The day on which d becomes `number`."""
    day = last + timedelta(days=number)
    for first, until in left_out:
        if first > day:
            break
        if until is None:
            return None
        if until > last:
            day += until - max(first, last + DAY) + DAY
    return day
