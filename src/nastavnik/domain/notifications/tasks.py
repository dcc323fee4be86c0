"""Sending what waits in the outbox."""

from datetime import timedelta

from django.core.mail import send_mail
from django.db.models import F

from nastavnik.core import clock
from nastavnik.core.jobs import job
from nastavnik.domain.notifications.enums import Channel, MessageState
from nastavnik.domain.notifications.letters import letter
from nastavnik.domain.notifications.models import Message

ATTEMPTS = 8


@job("notifications.deliver")
def deliver() -> None:
    """Send every letter that is due; a server that is down delays a letter, it loses none."""
    due = Message.objects.filter(channel=Channel.EMAIL, state=MessageState.QUEUED, due_at__lte=clock.now())
    for message in due.select_related("recipient", "organisation").order_by("id")[:200]:
        subject, body = letter(message)
        try:
            send_mail(subject, body, None, [message.recipient.email])
        except OSError:
            _later(message)
        else:
            Message.objects.filter(pk=message.pk).update(state=MessageState.SENT, sent_at=clock.now())


def _later(message: Message) -> None:
    last = message.attempts + 1 >= ATTEMPTS
    Message.objects.filter(pk=message.pk).update(
        attempts=F("attempts") + 1,
        state=MessageState.FAILED if last else MessageState.QUEUED,
        due_at=clock.now() + timedelta(minutes=2**message.attempts),
    )
