"""The radar of very many mentorships at once: the definition of `radar`, in arrays. Pure: numbers in, numbers out.

A day is its ordinal (`date.toordinal()`), a span two of them, both included. A span belongs to an owner, a number from
0; spans of all owners lie on one line, owner after owner, so that one sorted search answers for all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

FIRST_OF_NUMPY = date(1970, 1, 1).toordinal()
NO_END = 3_700_000  # after 31 December 9999
LINE = 1 << 22  # how much of the line one owner has
ON_TIME, LATE, SILENT = 0, 1, 2


@dataclass(frozen=True)
class Union:
    """Spans that neither overlap nor touch, on the line of all owners; `before` is how many days lie earlier."""

    first: Numbers
    until: Numbers
    before: Numbers

    @property
    def owner(self) -> Numbers:
        return self.first // LINE


@dataclass(frozen=True)
class Readings:
    """One place a mentorship: d, the days not counted, the status as a number (of all, watched or not), in a pause?"""

    days: Numbers
    left_out: Numbers
    status: Numbers
    is_paused: Flags


def ordinals(texts: Sequence[str | None], empty: int = 0) -> Days:
    """ISO dates as the database writes them; None becomes `empty`."""
    found = np.array(texts, dtype="datetime64[D]")
    numbers = found.astype(np.int64) + FIRST_OF_NUMPY
    numbers[np.isnat(found)] = empty
    return numbers


def union(owner: Numbers, first: Days, until: Days) -> Union:
    """The same days, merged; a span without an end ends at NO_END."""
    begins, ends = owner * LINE + first, owner * LINE + until
    order = np.argsort(begins, kind="stable")
    begins, ends = begins[order], ends[order]
    reached = np.maximum.accumulate(ends)
    is_new = np.ones(len(begins), dtype=np.bool_)
    is_new[1:] = begins[1:] > reached[:-1] + 1
    starts = np.flatnonzero(is_new)
    first_days = begins[starts]
    last_days = np.maximum.reduceat(ends, starts) if len(starts) else ends
    return Union(first_days, last_days, np.concatenate(([0], np.cumsum(last_days - first_days + 1))))


def covered(spans: Union, owner: Numbers, after: Days, through: Days) -> Numbers:
    """How many days x of the owner's spans have after < x ≤ through."""
    return _until(spans, owner * LINE + through) - _until(spans, owner * LINE + after)


def read_all(
    last: Days,
    as_of: int,
    period: Numbers,
    grace: Numbers,
    pauses: Union,
    school: Numbers,
    holidays: Union,
) -> Readings:
    """The readings on the day `as_of` of mentorships 0, 1, …: `last` is not after it, `school` owns the holidays,
    the mentorship's number owns the pauses."""
    now = np.full_like(last, as_of)
    owner, first, until = pauses.owner, pauses.first % LINE, pauses.until % LINE
    first, until = np.maximum(first, last[owner] + 1), np.minimum(until, as_of)
    within = first <= until
    owner, first, until = owner[within], first[within], until[within]
    # Of a pause count the days that are no holidays: each day is left out once.
    paused = until - first + 1 - covered(holidays, school[owner], first - 1, until)
    left_out = covered(holidays, school, last, now)
    left_out = left_out + np.bincount(owner, weights=paused, minlength=len(last)).astype(np.int64)
    days = as_of - last - left_out
    status = (days > period).astype(np.int64) + (days > period + grace)
    return Readings(days, left_out, status, _runs(pauses, len(last), as_of))


def _until(spans: Union, point: Numbers) -> Numbers:
    place = np.searchsorted(spans.first, point, side="right")
    if not len(spans.first):
        return np.zeros_like(place)
    beyond = np.maximum(spans.until[np.maximum(place - 1, 0)] - point, 0) * (place > 0)
    found: Numbers = spans.before[place] - beyond
    return found


def _runs(pauses: Union, number: int, as_of: int) -> Flags:
    """In which mentorships the day lies in a pause."""
    running = (pauses.first % LINE <= as_of) & (pauses.until % LINE >= as_of)
    found = np.zeros(number, dtype=np.bool_)
    found[pauses.owner[running]] = True
    return found
