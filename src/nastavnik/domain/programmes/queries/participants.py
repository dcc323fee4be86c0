"""The people of a module with what is still missing of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import cleared, minor_on
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.profiles import values_of
from nastavnik.domain.programmes.records import ProfileValues

EMPTY = ProfileValues()


@dataclass(frozen=True)
class Participant:
    """`missing` are codes: "consent" and "clearance" keep somebody out of matching, the others only cost points."""

    participation: Participation
    values: ProfileValues
    group: str
    missing: tuple[str, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        """What a mentee asks for or a mentor offers, the main need first."""
        main = (self.values.main_need,) if self.values.main_need else ()
        return (*main, *self.values.needs, *self.values.competences)


def participants(rows: QuerySet[Participation] | Iterable[Participation], on: date) -> list[Participant]:
    """What is missing of each on a day; six queries whatever the number."""
    people = list(rows)
    persons = [participation.person_id for participation in people]
    values = values_of([participation.pk for participation in people])
    agreed = _which(persons, processable(on))
    grown = _which(persons, ~minor_on(on))
    checked = _which(persons, cleared(on))
    groups = groups_of(persons, on)
    return [
        Participant(
            p,
            values.get(p.pk, EMPTY),
            groups[p.person_id][0] if p.person_id in groups else "",
            _missing(p, values.get(p.pk, EMPTY), agreed, grown, checked),
        )
        for p in people
    ]


def groups_of(persons: Iterable[int], on: date) -> dict[int, tuple[str, int | None]]:
    """Person id → title and grade of the study group the person is in on a day."""
    rows = Enrolment.objects.filter(person__in=persons, starts_on__lte=on).exclude(ends_on__lt=on)
    found = rows.order_by("-starts_on", "-id").values_list("person_id", "study_group__title", "study_group__grade")
    groups: dict[int, tuple[str, int | None]] = {}
    for person_id, title, grade in found:
        groups.setdefault(person_id, (title, grade))
    return groups


def _which(persons: Iterable[int], condition: object) -> set[int]:
    return set(Person.objects.filter(condition, pk__in=persons).values_list("pk", flat=True))


def _missing(
    participation: Participation, values: ProfileValues, agreed: set[int], grown: set[int], checked: set[int]
) -> tuple[str, ...]:
    person, is_mentor = participation.person_id, participation.role == ParticipationRole.MENTOR
    found = []
    if person not in agreed:
        found.append("consent")
    if is_mentor and person in grown and person not in checked:
        found.append("clearance")
    if not (values.competences if is_mentor else values.main_need or values.needs):
        found.append("competences" if is_mentor else "needs")
    if not values.free_time:
        found.append("time")
    return tuple(found)
