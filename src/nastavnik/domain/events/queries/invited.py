"""What the invited read: day, place, programme; and the programme with its hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.domain.events.days import begins
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.events.models import Attendance, Event, OutsideGuest, ProgrammePoint
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import ward_ids
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

# Those with a programme and with guests from outside; a session of a course has its own page.
FESTIVE = (EventKind.CLOSING, EventKind.ALUMNI)


@dataclass(frozen=True)
class Timed:
    """A point of the programme with its hours at the place of the event."""

    begins: datetime
    ends: datetime
    title: str
    who: str


def invitations_visible_to(user: Any) -> QuerySet[Event]:
    """Events of many to which one, or one's child, is on the list; and those that one runs."""
    if not user.is_authenticated:
        return Event.objects.none()
    run = Q(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    rows = Event.objects.filter(run | Q(pk__in=asked_to(user).values("pk"))).exclude(kind=EventKind.TRAINING)
    return rows.select_related("organisation", "module__programme")


def asked_to(user: Any) -> QuerySet[Event]:
    """Events of any kind to which one, or one's child, is on the list."""
    near = Q(person__user=user) | Q(person__in=ward_ids(user))
    return Event.objects.filter(pk__in=Attendance.objects.filter(near).values("event"))


def timed(event: Event, points: Iterable[ProgrammePoint]) -> list[Timed]:
    """Each point begins where the one before ends."""
    at, found = begins(event), []
    for point in points:
        until = at + timedelta(minutes=point.minutes)
        found.append(Timed(at, until, point.title, point.who))
        at = until
    return found


def outside_guests_visible_to(user: Any) -> QuerySet[OutsideGuest]:
    rows = OutsideGuest.objects.filter(organisation__in=standing(user).organisations_where(Permission.EVENT_RUN))
    return rows.select_related("organisation", "event__organisation", "partner")


def asked_by_hand(event: Event) -> list[Person]:
    """Whom no letter reaches: on the list and without an account; to be asked aloud or on paper."""
    rows = Person.objects.filter(attendances__event=event, attendances__invited_on__isnull=False, user__isnull=True)
    return list(rows.order_by("normal_name", "pk"))


def is_invited(user: Any, event: Event) -> bool:
    """Oneself; a parent of an invited child reads the page too, as a parent."""
    return bool(Attendance.objects.filter(event=event, person__user=user).exists())
