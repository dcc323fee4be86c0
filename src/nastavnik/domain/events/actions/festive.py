"""The programme of an event point by point, guests from outside, and asking everybody of a programme at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q, QuerySet

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.events.actions.planning import invite
from nastavnik.domain.events.enums import EventState
from nastavnik.domain.events.errors import EventIsOver, GuestUnnamed, ProgrammeTooLong, TooManyPoints
from nastavnik.domain.events.models import Event, OutsideGuest, ProgrammePoint
from nastavnik.domain.organisations.models import Partner
from nastavnik.domain.people.models import Guardianship, Person, User
from nastavnik.domain.people.queries import in_force
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.queries.visible import PRESENT

MOST_POINTS = 20
LONGEST = 720


@dataclass(frozen=True)
class Point:
    minutes: int
    title: str
    who: str = ""


@transaction.atomic
def set_programme(event: Event, points: Sequence[Point], *, version: int, by: User | None) -> Event:
    """The whole programme anew, in this order.

    Raises ChangedMeanwhile, TooManyPoints, ProgrammeTooLong, EventIsOver.
    """
    if event.state == EventState.CALLED_OFF:
        raise EventIsOver
    if len(points) > MOST_POINTS:
        raise TooManyPoints(most=MOST_POINTS)
    whole = sum(point.minutes for point in points)
    if whole > LONGEST:
        raise ProgrammeTooLong(minutes=whole)
    if not Event.objects.filter(pk=event.pk, version=version).update(version=F("version") + 1):
        raise ChangedMeanwhile(Event.objects.get(pk=event.pk))
    event.points.all().delete()
    ProgrammePoint.objects.bulk_create(
        ProgrammePoint(
            organisation_id=event.organisation_id, event=event, place=place, minutes=point.minutes,
            title=point.title.strip(), who=point.who.strip(),
        )
        for place, point in enumerate(points, 1)
    )  # fmt: skip
    audit.record("event.programme", event, by=by, fields=["points"])
    event.refresh_from_db(fields=["version"])
    return event


@transaction.atomic
def add_guest(event: Event, *, role: str, partner: Partner | None, name: str, by: User | None) -> OutsideGuest:
    """Somebody from outside. Raises GuestUnnamed, EventIsOver."""
    if event.state != EventState.PLANNED:
        raise EventIsOver
    if partner is None and not name.strip():
        raise GuestUnnamed
    made = OutsideGuest.objects.create(
        organisation_id=event.organisation_id, event=event, role=role, partner=partner, name=name.strip()
    )
    audit.record("event.guest", event, by=by, fields=["outside_guests"])
    return made


@transaction.atomic
def remove_guest(guest: OutsideGuest, *, by: User | None) -> None:
    if guest.event.state != EventState.PLANNED:
        raise EventIsOver
    audit.record("event.guest", guest.event, by=by, fields=["outside_guests"])
    guest.delete()


def call_participants(event: Event, *, by: User | None) -> int:
    """Everybody who takes part in the programme and of whom something may be written; returns how many are new."""
    rows = Participation.objects.filter(module__programme=event.module.programme_id, state__in=PRESENT)
    return invite(event, list(_open(event).filter(pk__in=rows.values("person"))), by=by)


def call_parents(event: Event, *, by: User | None) -> int:
    """Who answers for the children on the list; returns how many are new."""
    today = clock.today(event.organisation.time_zone)
    wards = Guardianship.objects.filter(in_force(today), child__in=event.attendances.values("person"))
    rows = Person.objects.filter(Q(pk__in=wards.values("guardian")), erased_on__isnull=True)
    return invite(event, list(rows.order_by("normal_name", "pk")), by=by)


def _open(event: Event) -> QuerySet[Person]:
    today = clock.today(event.organisation.time_zone)
    return Person.objects.filter(processable(today), organisation=event.organisation_id).order_by("normal_name", "pk")
