"""The people of a module with what is still missing of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Exists, OuterRef, QuerySet

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


def with_gates(rows: QuerySet[Participation], on: date) -> QuerySet[Participation]:
    """`is_minor`, `is_agreed` (their data may be used) and `is_cleared` of each person on a day, in the same query."""
    return rows.annotate(**_gates(on))


@lru_cache(maxsize=64)
def _gates(on: date) -> dict[str, Exists]:
    """The same expressions for all lists of a day: to build them anew costs more than to ask them."""
    person = Person.objects.filter(pk=OuterRef("person_id"))
    return {
        "is_minor": Exists(person.filter(minor_on(on))),
        "is_agreed": Exists(person.filter(processable(on))),
        "is_cleared": Exists(person.filter(cleared(on))),
    }


def participants(rows: Iterable[Participation], on: date) -> list[Participant]:
    """What is missing of each on a day; three queries whatever the number. The rows come `with_gates`."""
    people = list(rows)
    values = values_of([participation.pk for participation in people])
    groups = groups_of([participation.person_id for participation in people], on)
    return [
        Participant(
            p,
            values.get(p.pk, EMPTY),
            groups[p.person_id][0] if p.person_id in groups else "",
            _missing(p, values.get(p.pk, EMPTY)),
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


def _missing(participation: Participation, values: ProfileValues) -> tuple[str, ...]:
    is_mentor = participation.role == ParticipationRole.MENTOR
    found = []
    if not participation.is_agreed:
        found.append("consent")
    if is_mentor and not participation.is_minor and not participation.is_cleared:
        found.append("clearance")
    if not (values.competences if is_mentor else values.main_need or values.needs):
        found.append("competences" if is_mentor else "needs")
    if not values.free_time:
        found.append("time")
    return tuple(found)
