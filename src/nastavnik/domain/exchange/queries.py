"""What can be asked about lists on their way in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.comparing import Comparison, Known, compare
from nastavnik.domain.exchange.enums import PeopleImportState
from nastavnik.domain.exchange.filling import Difference, differences
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import ListReading, Table
from nastavnik.domain.files.queries import read
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import Module, Participation

UNFINISHED = (PeopleImportState.UPLOADED, PeopleImportState.CHECKED)


@dataclass(frozen=True)
class Preview:
    """What the check page shows and `accept` does: the same reading, the same comparison."""

    table: Table
    reading: ListReading
    comparison: Comparison
    persons: Mapping[int, Person]  # those who are there and are named by an entry or a question

    @property
    def newcomers(self) -> int:
        return sum(1 for entry in self.comparison.entries if entry.person_id is None)

    @property
    def differences(self) -> list[tuple[Person, int, list[Difference]]]:
        """(person, row, what the list says otherwise) of everybody who is there."""
        found = [
            (self.persons[entry.person_id], entry.record.row, differences(self.persons[entry.person_id], entry.record))
            for entry in self.comparison.entries
            if entry.person_id is not None
        ]
        return [row for row in found if row[2]]


def visible_to(user: Any) -> QuerySet[PeopleImport]:
    """Imports of the organisations whose lists the user may load."""
    allowed = standing(user).organisations_where(Permission.PEOPLE_IMPORT)
    return PeopleImport.objects.filter(organisation__in=allowed).select_related(
        "organisation", "module__programme__academic_year", "file", "uploaded_by"
    )


def unfinished(user: Any) -> QuerySet[PeopleImport]:
    """Lists that were loaded and neither accepted nor cancelled."""
    return visible_to(user).filter(state__in=UNFINISHED)


def modules_for_import(user: Any) -> QuerySet[Module]:
    """Modules into which the user may load people: of programmes that are not over."""
    allowed = standing(user).organisations_where(Permission.PEOPLE_IMPORT)
    modules = Module.objects.filter(organisation__in=allowed).exclude(programme__state="closed")
    return modules.select_related("programme", "organisation").order_by("-programme__starts_on", "id")


def today_of(people_import: PeopleImport) -> date:
    return clock.today(people_import.organisation.time_zone)


def table_of(people_import: PeopleImport) -> Table:
    """The list as it lies in the stored file."""
    assert people_import.file is not None
    return read_table(read(people_import.file), people_import.file_name, role=people_import.role)  # type: ignore[arg-type]


def preview(people_import: PeopleImport) -> Preview:
    """The list read with the corrected columns and held against the people of the organisation."""
    table = table_of(people_import)
    reading = read_people(table, people_import.role, people_import.columns or None, as_of=today_of(people_import))  # type: ignore[arg-type]
    comparison = compare(reading, known(people_import), people_import.decisions, on=today_of(people_import))
    named = {entry.person_id for entry in comparison.entries} | {q.person_id for q in comparison.questions}
    return Preview(table, reading, comparison, Person.objects.in_bulk([pk for pk in named if pk]))


def known(people_import: PeopleImport) -> list[Known]:
    """All people of the organisation, the earliest first."""
    pool = Participation.objects.filter(organisation_id=people_import.organisation_id, role=people_import.role)
    in_role = set(pool.values_list("person_id", flat=True))
    rows = Person.objects.filter(organisation_id=people_import.organisation_id).order_by("id")
    guardians = set(rows.filter(wards__isnull=False).values_list("id", flat=True))
    return [
        Known(pk, name, born, pk in in_role, pk in guardians)
        for pk, name, born in rows.values_list("id", "normal_name", "birth_date")
    ]


def loaded_before(people_import: PeopleImport) -> PeopleImport | None:
    """The last earlier import of the very same file into the same pool."""
    same = PeopleImport.objects.filter(
        organisation_id=people_import.organisation_id, role=people_import.role, sha256=people_import.sha256
    )
    return same.exclude(pk=people_import.pk).order_by("-id").first()


def waiting_after(people_import: PeopleImport) -> QuerySet[Participation]:
    """People of the module in the role of the list whose consent is still incomplete."""
    rows = Participation.objects.filter(module=people_import.module_id, role=people_import.role)
    return rows.exclude(processable(today_of(people_import), prefix="person__"))
