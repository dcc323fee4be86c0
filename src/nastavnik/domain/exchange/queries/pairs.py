"""A list of pairs before it is accepted: who is whom, and what will become of each row."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.comparing import OF_AGE, Comparison
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.pairing import PeopleOfPairs, Term, people_of, term_of, wrong_size
from nastavnik.domain.exchange.queries.lists import today_of
from nastavnik.domain.exchange.queries.preview import Preview, compared
from nastavnik.domain.exchange.queries.read_again import pairs_reading_of
from nastavnik.domain.exchange.records import PairRecord, PairsReading, PersonRecord, Role
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.programmes.kinds import KINDS


@dataclass(frozen=True)
class Line:
    """One row: `mentors` and `mentees` are numbers of people; `why` is empty where the pair can be written down."""

    pair: PairRecord
    mentors: tuple[int, ...]
    mentees: tuple[int, ...]
    term: Term
    why: str = ""

    def is_over(self, on: Any) -> bool:
        return self.term.ends_on is not None and self.term.ends_on < on


@dataclass(frozen=True)
class PairsPreview:
    """`people` is the list as people; `first`: number of somebody → the number under which they are taken."""

    reading: PairsReading
    listed: PeopleOfPairs
    people: Preview
    lines: tuple[Line, ...]
    first: Mapping[int, int]
    without_consent: frozenset[int]  # children whose pairs will wait

    @property
    def comparison(self) -> Comparison:
        return self.people.comparison

    @property
    def persons(self) -> Mapping[int, Person]:
        return self.people.persons

    @cached_property
    def sides(self) -> Mapping[int, set[Role]]:
        """Number under which somebody is taken → their roles."""
        found: dict[int, set[Role]] = defaultdict(set)
        for number, first in self.first.items():
            found[first] |= self.listed.sides[number]
        return found


def preview_pairs(people_import: PeopleImport) -> PairsPreview:
    """The list read with the corrected columns and held against the people of the organisation."""
    reading = pairs_reading_of(people_import, people_import.columns)
    listed = people_of(reading)
    people = compared(people_import, listed.reading)
    first = {number: group[0] for group in people.comparison.people for number in group}
    lines = tuple(_line(people_import, pair, listed.together[place], people, first) for place, pair in _pairs(reading))
    return PairsPreview(
        reading, listed, people, lines, first, _without_consent(people, listed, today_of(people_import))
    )


def _without_consent(people: Preview, listed: PeopleOfPairs, on: date) -> frozenset[int]:
    """Numbers of the children for whom neither the list nor the card has a consent."""
    agreed = set(Person.objects.filter(processable(on), pk__in=list(people.persons)).values_list("pk", flat=True))
    return frozenset(
        entry.record.row
        for entry in people.comparison.entries
        if entry.person_id not in agreed and not entry.record.consent and _is_child(entry.record, listed, on)
    )


def _is_child(record: PersonRecord, listed: PeopleOfPairs, on: date) -> bool:
    if record.birth_date:
        return age_on(record.birth_date, on) < OF_AGE
    helped = "mentee" in listed.sides[record.row]
    return not record.position and (helped or bool(record.study_group))


def _pairs(reading: PairsReading) -> list[tuple[int, PairRecord]]:
    return list(enumerate(reading.accepted))


def _line(people_import: PeopleImport, pair: PairRecord, who: Any, people: Preview, first: Mapping[int, int]) -> Line:
    module, on = people_import.module, today_of(people_import)
    mentors, mentees = (tuple(dict.fromkeys(first[number] for number in side)) for side in who)
    term = term_of(pair, on=on, begins=module.programme.starts_on)
    rules = KINDS[module.kind]
    why = wrong_size(mentors, mentees, (rules.mentors, rules.mentees)) or term.why
    if pair.mentoring_format and pair.mentoring_format != module.mentoring_format.code:
        why = why or "other_format"
    if any(number in people.comparison.held for side in who for number in side):
        why = why or "held"
    return Line(pair, mentors, mentees, term, why)
