"""What waits in the outbox, what somebody was told, and who is told on paper."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from nastavnik.core import clock
from nastavnik.domain.notifications import gate
from nastavnik.domain.notifications.enums import Channel, MessageState, Rhythm
from nastavnik.domain.notifications.models import DeliveryChoice, Message, QuietHours
from nastavnik.domain.notifications.timing import QUIET_FROM, QUIET_UNTIL
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person

KEPT, ON_PAPER = timedelta(days=62), timedelta(days=31)


def due(at: datetime) -> QuerySet[Message]:
    """Letters to be sent at this moment."""
    return Message.objects.filter(channel=Channel.EMAIL, state=MessageState.QUEUED, due_at__lte=at)


def unsent() -> QuerySet[Message]:
    """Letters that were given up after many attempts."""
    return Message.objects.filter(channel=Channel.EMAIL, state=MessageState.FAILED)


def told_to(user: Any, organisation: Organisation) -> QuerySet[Message]:
    """What the user was told in the last two months, the newest first: each occasion once, however it left."""
    since = clock.now() - KEPT
    rows = Message.objects.filter(recipient__user=user, organisation=organisation, channel=Channel.PAGE)
    return rows.filter(due_at__gte=since).order_by("-id")


def to_be_told_on_paper(organisation: Organisation, on: date) -> list[tuple[Person, list[str]]]:
    """Who has neither a way in nor an address, and what they were told in the last month, each kind once; by name.

    Whose data may not be used today is not on the list: the gate of letters holds for paper too.
    """
    since = clock.now() - ON_PAPER
    rows = Message.objects.filter(organisation=organisation, channel=Channel.PAGE, due_at__gte=since)
    unreached = rows.filter(recipient__user__isnull=True, recipient__email="", recipient__erased_on__isnull=True)
    kinds: dict[int, list[str]] = {}
    for person, kind in unreached.order_by("id").values_list("recipient", "kind"):
        if kind not in kinds.setdefault(person, []):
            kinds[person].append(kind)
    people = Person.objects.filter(gate.open_to(on), pk__in=kinds).order_by("normal_name", "pk")
    return [(person, kinds[person.pk]) for person in people]


def rhythm_of(person: Person) -> str:
    choice = DeliveryChoice.objects.filter(person=person).first()
    return choice.rhythm if choice else Rhythm.DAILY


def quiet_hours_of(organisation: Organisation) -> tuple[time, time]:
    hours = QuietHours.objects.filter(organisation=organisation).first()
    return (hours.begins, hours.ends) if hours else (QUIET_FROM, QUIET_UNTIL)
