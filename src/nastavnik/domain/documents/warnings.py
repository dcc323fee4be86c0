"""What should be looked at before a paper is signed. Warnings, not walls: nothing here stops anybody.

Pure: facts → codes with what their sentences need, in the order in which a person should look at them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

SUNDAY = 7
# A paper approved so long after the council met raises the question which decision it rests on.
COUNCIL_DAYS = 30
# An order on a programme is issued in the summer before its year at the earliest.
DAYS_BEFORE_YEAR = 120
# (month, day) of the holidays of art. 112 of the Labour Code that fall on fixed days. What the government moves each
# year is not here, an institution writes it down as a holiday of its own: this warns and stops nobody.
PUBLIC_HOLIDAYS = {*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}


class WarningCode(StrEnum):
    NUMBER_MISSING = "number_missing"
    AFTER_START = "after_start"
    BEFORE_YEAR = "before_year"
    BEFORE_COUNCIL = "before_council"
    LONG_AFTER_COUNCIL = "long_after_council"
    PROTOCOL_MISSING = "protocol_missing"
    OVER_LIMIT = "over_limit"
    TERM_PAST = "term_past"
    TERM_REVERSED = "term_reversed"
    DAY_OFF = "day_off"
    HOLIDAY = "holiday"
    PUBLIC_HOLIDAY = "public_holiday"
    ACTS_UNCONFIRMED = "acts_unconfirmed"
    ACT_CITED = "act_cited"
    WORDS_UNCONFIRMED = "words_unconfirmed"
    TEXT_STALE = "text_stale"


@dataclass(frozen=True)
class Load:
    """A mentor of a paper and how many mentees are led once it counts."""

    name: str
    mentees: int


@dataclass(frozen=True)
class Facts:
    """What is known about one draft or submitted paper.

    `introduces` – the paper begins a programme (an order on it); its day is held against `starts_on` and the council.
    `year_starts_on` is the first day of the academic year of the programme.
    `term_ends` is the last day of what the paper is about, `valid_from` and `valid_until` its own term.
    `limit` is the institution's own rule, None where there is none. `holidays` are names of those on the day.
    """

    dated_on: date
    is_order: bool = False
    introduces: bool = False
    needs_number: bool = False
    number: str = ""
    starts_on: date | None = None
    year_starts_on: date | None = None
    term_ends: date | None = None
    council_on: date | None = None
    council_protocol: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    limit: int | None = None
    loads: Sequence[Load] = ()
    holidays: Sequence[str] = ()


@dataclass(frozen=True)
class Warning:
    """One thing to look at: a code, and what its sentence needs."""

    code: WarningCode
    params: dict[str, Any] = field(default_factory=dict)


def warnings(facts: Facts) -> tuple[Warning, ...]:
    """All that holds of the facts."""
    return tuple(warning for look in LOOKS for warning in look(facts))


def _number(facts: Facts) -> Iterator[Warning]:
    if facts.needs_number and not facts.number:
        yield Warning(WarningCode.NUMBER_MISSING)


def _start(facts: Facts) -> Iterator[Warning]:
    if facts.introduces and facts.starts_on and facts.dated_on > facts.starts_on:
        yield Warning(WarningCode.AFTER_START, {"day": facts.dated_on, "starts_on": facts.starts_on})


def _year(facts: Facts) -> Iterator[Warning]:
    begins = facts.year_starts_on
    if facts.is_order and begins and (begins - facts.dated_on).days > DAYS_BEFORE_YEAR:
        yield Warning(WarningCode.BEFORE_YEAR, {"day": facts.dated_on, "year_starts_on": begins})


def _council(facts: Facts) -> Iterator[Warning]:
    if not facts.introduces or not facts.council_on:
        return
    days = {"day": facts.dated_on, "council_on": facts.council_on}
    if facts.dated_on < facts.council_on:
        yield Warning(WarningCode.BEFORE_COUNCIL, days)
    elif (facts.dated_on - facts.council_on).days > COUNCIL_DAYS:
        yield Warning(WarningCode.LONG_AFTER_COUNCIL, days)
    if not facts.council_protocol:
        yield Warning(WarningCode.PROTOCOL_MISSING, {"council_on": facts.council_on})


def _limit(facts: Facts) -> Iterator[Warning]:
    if facts.limit is None:
        return
    for load in facts.loads:
        if load.mentees > facts.limit:
            params = {"name": load.name, "mentees": load.mentees, "limit": facts.limit}
            yield Warning(WarningCode.OVER_LIMIT, params)


def _term(facts: Facts) -> Iterator[Warning]:
    ends = facts.valid_until or facts.term_ends
    if facts.valid_from and facts.valid_until and facts.valid_until < facts.valid_from:
        params = {"valid_from": facts.valid_from, "valid_until": facts.valid_until}
        yield Warning(WarningCode.TERM_REVERSED, params)
    elif ends and ends < facts.dated_on:
        yield Warning(WarningCode.TERM_PAST, {"day": facts.dated_on, "ends_on": ends})


def _day_off(facts: Facts) -> Iterator[Warning]:
    if not facts.is_order:
        return
    if facts.holidays:
        yield Warning(WarningCode.HOLIDAY, {"day": facts.dated_on, "holiday": facts.holidays[0]})
    elif (facts.dated_on.month, facts.dated_on.day) in PUBLIC_HOLIDAYS:
        yield Warning(WarningCode.PUBLIC_HOLIDAY, {"day": facts.dated_on})
    elif facts.dated_on.isoweekday() == SUNDAY:
        yield Warning(WarningCode.DAY_OFF, {"day": facts.dated_on})


LOOKS: tuple[Callable[[Facts], Iterator[Warning]], ...] = (_number, _start, _year, _council, _limit, _term, _day_off)
