"""Writing to the outbox. The worker sends (tasks.py)."""

from typing import Any

from django.conf import settings
from django.db import transaction

from nastavnik.core import jobs
from nastavnik.domain.notifications.enums import Channel
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.models import Person


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
