"""The lists of the invented school as records of matching and as rows of the database."""

from datetime import date
from functools import cache
from pathlib import Path

from nastavnik.cli.quick.matching import mentee_of, mentor_of
from nastavnik.domain.exchange.reading.duplicates import one_per_person
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import PersonRecord
from nastavnik.domain.matching.records import MenteeRecord, MentorRecord

DATA = Path(__file__).resolve().parents[2] / "data"
AS_OF = date(2026, 11, 23)


@cache
def people(role: str) -> tuple[PersonRecord, ...]:
    """One record a person, repeats merged."""
    path = DATA / f"{role}s.xlsx"
    return one_per_person(read_people(read_table(path.read_bytes(), path.name), role, as_of=AS_OF))


def mentees() -> list[MenteeRecord]:
    return [mentee_of(person) for person in people("mentee")]


def mentors() -> list[MentorRecord]:
    return [mentor_of(person) for person in people("mentor")]
