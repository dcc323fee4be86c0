"""What everybody may know of meetings to come: that there is one and when. Titles and notes are written for staff."""

from datetime import datetime

from django.db.models import QuerySet

from nastavnik.domain.events.enums import EventKind, EventState
from nastavnik.domain.events.models import Event
from nastavnik.domain.events.queries.invited import FESTIVE
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.programmes.models import Programme


def announced(programme: Programme, at: datetime) -> QuerySet[Event]:
    """Meetings of many that are still to come, the nearest first; sessions of mentors' training are not among them."""
    rows = Event.objects.filter(module__programme=programme, state=EventState.PLANNED, starts_at__gte=at)
    return rows.exclude(kind=EventKind.TRAINING).only("kind", "starts_at").order_by("starts_at", "pk")


def together(organisation: Organisation, at: datetime) -> QuerySet[Event]:
    """Meetings of those who took part that are still to come, for people of the institution; the nearest first."""
    rows = Event.objects.filter(
        organisation=organisation, state=EventState.PLANNED, kind__in=FESTIVE, starts_at__gte=at
    )
    return rows.select_related("organisation").order_by("starts_at", "pk")
