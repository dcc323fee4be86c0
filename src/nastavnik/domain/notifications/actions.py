"""Writing to the outbox, and how often it is emptied. The worker sends (tasks.py)."""

from datetime import time
from typing import Any

from django.conf import settings
from django.db import transaction

from nastavnik.core import audit, jobs
from nastavnik.domain.notifications.enums import Channel, Rhythm
from nastavnik.domain.notifications.models import DeliveryChoice, Message, QuietHours
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person, User


@transaction.atomic
def notify(kind: str, *, to: Person, context: dict[str, Any] | None = None, key: str | None = None) -> None:
    """Leave a message in the transaction of its cause: on the page, and by e-mail where there is an address."""
    channels = [Channel.PAGE] + ([Channel.EMAIL] if to.email and settings.EMAIL_HOST else [])
    messages = [
        Message(
            organisation_id=to.organisation_id, recipient=to, kind=kind, channel=channel, context=context or {}, key=key
        )
        for channel in channels
    ]
    Message.objects.bulk_create(messages, ignore_conflicts=key is not None)
    if Channel.EMAIL in channels:
        jobs.enqueue("notifications.deliver", organisation_id=to.organisation_id)


@transaction.atomic
def choose_rhythm(person: Person, *, rhythm: str, by: User) -> DeliveryChoice:
    """How often this person wants letters."""
    choice, _made = DeliveryChoice.objects.update_or_create(
        person=person, defaults={"rhythm": Rhythm(rhythm), "organisation_id": person.organisation_id}
    )
    audit.record("notifications.rhythm", choice, by=by, fields=["rhythm"])
    return choice


@transaction.atomic
def set_quiet_hours(organisation: Organisation, *, begins: time, ends: time, by: User) -> QuietHours:
    """When no letters leave; hours that end when they begin are none."""
    hours, _made = QuietHours.objects.update_or_create(
        organisation=organisation, defaults={"begins": begins, "ends": ends}
    )
    audit.record("notifications.quiet", hours, by=by, fields=["begins", "ends"])
    return hours
