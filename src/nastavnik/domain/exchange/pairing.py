"""A list of pairs as a list of people: everybody once, with the rows that name them. Pure.

On one list the same name without another birth date or class is the same person: a mentor of three stands in three
rows. What is only possibly the same is asked as in any other list.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from nastavnik.domain.exchange.reading.duplicates import find
from nastavnik.domain.exchange.records import ListReading, PairRecord, PairsReading, PersonRecord, Role
from nastavnik.domain.people.normal import comparable_name

UNSAID = (None, (), "")
Together = tuple[tuple[int, ...], tuple[int, ...]]  # numbers of the mentors, of the mentees


@dataclass(frozen=True)
class PeopleOfPairs:
    """`reading` numbers the people from 1; `rows`: number → Excel's rows; `sides`: number → roles they have."""

    reading: ListReading
    together: dict[int, Together]  # place of the pair in `accepted` → who
    rows: dict[int, tuple[int, ...]]
    sides: dict[int, frozenset[Role]]


def people_of(reading: PairsReading) -> PeopleOfPairs:
    """Everybody of the rows without an error."""
    numbers: dict[tuple[str, date | None, str], int] = {}
    records: dict[int, PersonRecord] = {}
    rows: dict[int, list[int]] = defaultdict(list)
    sides: dict[int, set[Role]] = defaultdict(set)
    together = {}

    def number_of(record: PersonRecord, side: Role) -> int:
        number = numbers.setdefault(_key(record), len(numbers) + 1)
        records[number] = _completed(records[number], record) if number in records else replace(record, row=number)
        if record.row not in rows[number]:
            rows[number].append(record.row)
        sides[number].add(side)
        return number

    for place, pair in enumerate(reading.accepted):
        together[place] = (
            tuple(number_of(one, "mentor") for one in pair.mentors),
            tuple(number_of(one, "mentee") for one in pair.mentees),
        )
    people = ListReading(
        "mentee",
        tuple(records.values()),
        tuple(issue for issue in reading.issues if issue.row is None),
        find(list(records.values())),
        reading.rows,
        len(records),
        reading.columns,
        reading.sheet,
        reading.sha256,
    )
    return PeopleOfPairs(
        people,
        together,
        {number: tuple(found) for number, found in rows.items()},
        {number: frozenset(found) for number, found in sides.items()},
    )


def _key(record: PersonRecord) -> tuple[str, date | None, str]:
    parts = " ".join(part for part in (record.surname, record.given_name, record.patronymic) if part)
    group = "" if record.birth_date else (record.study_group or "").casefold()
    return comparable_name(parts or record.name), record.birth_date, group


def _completed(first: PersonRecord, later: PersonRecord) -> PersonRecord:
    """What the first row does not say is taken from a later one; where one row says no to consent, it is no."""
    lacking = {one.name: getattr(later, one.name) for one in fields(PersonRecord) if getattr(first, one.name) in UNSAID}
    if False in (first.consent, later.consent):
        lacking["consent"] = False
    return replace(first, **lacking)


@dataclass(frozen=True)
class Term:
    """Since when and until when; `why` says what is wrong with it."""

    starts_on: date
    ends_on: date | None
    why: str = ""


def term_of(pair: PairRecord, *, on: date, begins: date) -> Term:
    """The days of a pair. Without a first day it began with the programme, or when it ended if that was before."""
    starts_on = pair.starts_on or min(day for day in (begins, on, pair.ends_on) if day)
    if starts_on > on:
        return Term(starts_on, pair.ends_on, "begins_later")
    return Term(starts_on, pair.ends_on)


def wrong_size(mentors: Sequence[int], mentees: Sequence[int], most: tuple[int, int]) -> str:
    """Too many for the kind of mentoring, or one person on both sides."""
    if set(mentors) & set(mentees):
        return "with_themself"
    if len(mentors) > most[0]:
        return "many_mentors"
    return "too_many" if len(mentees) > most[1] else ""
