"""Who is on the list of an event, who may be asked to it, and whose code it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.events.days import day_of
from nastavnik.domain.events.enums import AttendanceState, EventKind, TaskState
from nastavnik.domain.events.models import Attendance, Event
from nastavnik.domain.events.queries.invited import FESTIVE
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.queries import enrolled_in, found_by, holding, in_force
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries import groups_of
from nastavnik.domain.programmes.queries.visible import PRESENT

MOST_OFFERED = 60


@dataclass(frozen=True)
class Guest:
    """Somebody of the list; `attendance` is None where nothing was written yet. `is_agreed`: data may be used."""

    person: Person
    group: str
    attendance: Attendance | None
    is_agreed: bool

    @property
    def name(self) -> str:
        return self.person.list_name

    @property
    def came(self) -> bool:
        return self.attendance is not None and self.attendance.state == AttendanceState.CAME

    @property
    def is_shown(self) -> bool:
        return self.attendance is not None and self.attendance.task_state == TaskState.SHOWN


def guests(event: Event) -> list[Guest]:
    """Everybody of the list by name: who was invited or came, and for a session all mentors of the module. Children
    without consent stand on the list of a session only where something was written about them before. Three queries."""
    today = clock.today(event.organisation.time_zone)
    written = {row.person_id: row for row in event.attendances.all()}
    wanted = Q(pk__in=written)
    if event.kind == EventKind.TRAINING:
        wanted |= Q(Exists(_mentors(event))) & processable(today)
    people = list(_with_agreement(Person.objects.filter(wanted), today).order_by("normal_name", "pk"))
    groups = groups_of([person.pk for person in people], day_of(event))
    return [
        Guest(person, groups.get(person.pk, ("", None))[0] or person.post, written.get(person.pk), person.is_agreed)
        for person in people
    ]


def without_consent(event: Event) -> int:
    """How many mentors of a session's module are on no list, because nothing may be written about them yet."""
    if event.kind != EventKind.TRAINING:
        return 0
    today = clock.today(event.organisation.time_zone)
    mentors = Person.objects.filter(Exists(_mentors(event)))
    return mentors.count() - mentors.filter(processable(today)).count()


def may_be_invited(event: Event, *, text: str = "", group: int | None = None) -> QuerySet[Person]:
    """People of the institution who are not on the list yet, by name; guardians alone are asked to festive events only.
    Nobody is offered unasked: without a name or a group the list is empty."""
    today = clock.today(event.organisation.time_zone)
    rows = Person.objects.filter(organisation_id=event.organisation_id, erased_on__isnull=True)
    if not comparable_name(text) and group is None:
        return rows.none()
    listed = event.attendances.values("person")
    wards = Guardianship.objects.filter(in_force(today), guardian=OuterRef("pk"))
    only_guards = Q(Exists(wards)) & ~holding([code for code in RoleCode if code != RoleCode.GUARDIAN], today)
    rows = rows.exclude(pk__in=listed).filter(found_by(text))
    rows = rows if event.kind in FESTIVE else rows.exclude(only_guards)
    rows = rows.filter(enrolled_in(group, today)) if group is not None else rows
    return rows.order_by("normal_name", "pk")


def event_by_code(code: str) -> Event | None:
    """The event whose code was typed; called off ones take no applications."""
    rows = Event.objects.filter(code=code).exclude(state="called_off")
    return rows.select_related("organisation", "module__programme").first()


def came_to(events: Iterable[Event]) -> QuerySet[Attendance]:
    """Who was there, with their persons."""
    rows = Attendance.objects.filter(event__in=list(events), state=AttendanceState.CAME)
    return rows.select_related("person", "event").order_by("person__normal_name", "pk")


def _mentors(event: Event) -> QuerySet[Participation]:
    return Participation.objects.filter(
        module_id=event.module_id, role=ParticipationRole.MENTOR, state__in=PRESENT, person=OuterRef("pk")
    )


def _with_agreement(people: QuerySet[Person], on: date) -> Any:
    return people.annotate(is_agreed=Exists(Person.objects.filter(processable(on), pk=OuterRef("pk"))))
