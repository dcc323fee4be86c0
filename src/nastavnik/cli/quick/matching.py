"""Two read lists → a plan, with everybody at hand by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nastavnik.domain.exchange.reading.duplicates import one_per_person
from nastavnik.domain.exchange.records import ListReading, PersonRecord
from nastavnik.domain.matching.quick import QuickResult, quick
from nastavnik.domain.matching.records import MenteeRecord, MentorRecord


@dataclass(frozen=True)
class Matched:
    """What was read and what came of it; people by the row of their list."""

    as_of: date
    mentees: ListReading
    mentors: ListReading
    result: QuickResult
    mentee_by_row: Mapping[str, PersonRecord]
    mentor_by_row: Mapping[str, PersonRecord]

    @property
    def has_consent_column(self) -> bool:
        return "consent" in self.mentees.mapping.values()


def match(mentees: ListReading, mentors: ListReading, as_of: date) -> Matched:
    """Match the accepted rows, repeats of one person joined."""
    asking = {str(record.row): record for record in one_per_person(mentees)}
    offering = {str(record.row): record for record in one_per_person(mentors)}
    result = quick([mentee_of(one) for one in asking.values()], [mentor_of(one) for one in offering.values()], as_of)
    return Matched(as_of, mentees, mentors, result, asking, offering)


def mentee_of(person: PersonRecord) -> MenteeRecord:
    """A row of the list as matching reads it."""
    return MenteeRecord(
        key=str(person.row),
        name=person.name,
        birth_date=person.birth_date,
        grade=person.grade,
        study_group=person.study_group,
        main_need=person.main_need,
        needs=person.needs,
        interests=person.interests,
        free_time=person.free_time,
        modes=person.modes,
        age_wish=person.age_wish,
        consent=person.consent,
        clearance=person.clearance,
    )


def mentor_of(person: PersonRecord) -> MentorRecord:
    """A row of the list as matching reads it."""
    return MentorRecord(
        key=str(person.row),
        name=person.name,
        birth_date=person.birth_date,
        grade=person.grade,
        study_group=person.study_group,
        competences=person.competences,
        interests=person.interests,
        free_time=person.free_time,
        modes=person.modes,
        age_wish=person.age_wish,
        grade_wish=person.grade_wish,
        places=person.places,
        consent=person.consent,
        clearance=person.clearance,
    )
