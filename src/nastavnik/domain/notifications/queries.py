"""What waits in the outbox."""

from datetime import datetime

from django.db.models import QuerySet

from nastavnik.domain.notifications.enums import Channel, MessageState
from nastavnik.domain.notifications.models import Message


def due(at: datetime) -> QuerySet[Message]:
    """Letters to be sent at this moment."""
    return Message.objects.filter(channel=Channel.EMAIL, state=MessageState.QUEUED, due_at__lte=at)


def unsent() -> QuerySet[Message]:
    """Letters that were given up after many attempts."""
    return Message.objects.filter(channel=Channel.EMAIL, state=MessageState.FAILED)
