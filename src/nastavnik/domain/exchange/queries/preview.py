"""What the check page shows and `accept` does: the same reading, the same comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Subquery

from nastavnik.domain.exchange.comparing import Comparison, Known, compare
from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.filling import Difference, differences
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries.lists import today_of
from nastavnik.domain.exchange.queries.read_again import reading_of, table_of
from nastavnik.domain.exchange.records import ListReading, Table
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.models import Participation


@dataclass(frozen=True)
class Preview:
    """A list held against the people who are there."""

    table: Table
    reading: ListReading
    comparison: Comparison
    persons: Mapping[int, Person]  # those who are there and are named by an entry or a question

    @property
    def newcomers(self) -> int:
        return sum(1 for entry in self.comparison.entries if entry.person_id is None)

    @cached_property
    def differences(self) -> list[tuple[Person, int, list[Difference]]]:
        """(person, row, what the list says otherwise) of everybody who is there."""
        found = [
            (self.persons[entry.person_id], entry.record.row, differences(self.persons[entry.person_id], entry.record))
            for entry in self.comparison.entries
            if entry.person_id is not None
        ]
        return [row for row in found if row[2]]


def preview(people_import: PeopleImport) -> Preview:
    """The list read with the corrected columns and held against the people of the organisation."""
    return compared(people_import, reading_of(people_import, people_import.columns))


def compared(people_import: PeopleImport, reading: ListReading) -> Preview:
    """A reading held against the people of the organisation."""
    comparison = compare(reading, known(people_import), people_import.decisions, on=today_of(people_import))
    named = {entry.person_id for entry in comparison.entries} | {q.person_id for q in comparison.questions}
    persons = Person.objects.select_related("user").in_bulk([pk for pk in named if pk])
    return Preview(table_of(people_import), reading, comparison, persons)


def known(people_import: PeopleImport) -> list[Known]:
    """All people of the organisation whose data are there, the earliest first."""
    pool = Participation.objects.filter(organisation_id=people_import.organisation_id)
    if people_import.role != ListRole.PAIRS:
        pool = pool.filter(role=people_import.role)
    in_role = set(pool.values_list("person_id", flat=True))
    rows = Person.objects.filter(organisation_id=people_import.organisation_id, erased_on=None).order_by("id")
    guardians = set(rows.filter(wards__isnull=False).values_list("id", flat=True))
    groups = Enrolment.objects.filter(in_force(today_of(people_import)), person=OuterRef("pk"))
    rows = rows.annotate(group_title=Subquery(groups.order_by("-starts_on", "-id").values("study_group__title")[:1]))
    return [
        Known(pk, name, born, pk in in_role, pk in guardians, group or "")
        for pk, name, born, group in rows.values_list("id", "normal_name", "birth_date", "group_title")
    ]
