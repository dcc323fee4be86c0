"""Sending what waits in the outbox."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from nastavnik.core import clock, jobs
from nastavnik.core.jobs import job
from nastavnik.domain.notifications import gate
from nastavnik.domain.notifications.digest import sort
from nastavnik.domain.notifications.enclosures import Enclosure, maker_of
from nastavnik.domain.notifications.enums import MessageState
from nastavnik.domain.notifications.letters import digest, letter
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.notifications.queries import due

ATTEMPTS = 8
LEASE = timedelta(minutes=10)
SERVER_AWAY = timedelta(minutes=2)
AT_ONCE = 200


@job("notifications.deliver", atomic=False, lease=timedelta(minutes=30))
def deliver() -> None:
    """Send every letter that is due, in quiet hours and before the day of a digest none. A server that is down delays
    letters, it loses none."""
    waiting = list(due(clock.now()).select_related("recipient", "organisation").order_by("id")[:AT_ONCE])
    sorted_out = sort(waiting, clock.now())
    for message, moment in sorted_out.waiting:
        Message.objects.filter(pk=message.pk, state=MessageState.QUEUED).update(due_at=moment)
    if not sorted_out.letters:
        return
    try:
        server = get_connection()
        server.open()
    except (OSError, SMTPException):
        due(clock.now()).update(due_at=clock.now() + SERVER_AWAY)
        return
    try:
        for together in sorted_out.letters:
            taken = [message for message in together if _take(message) and not _withheld(message)]
            if taken:
                _send(taken, server)
    finally:
        server.close()


@jobs.standing("notifications.deliver")
def overdue(at: datetime) -> str | None:
    """Letters that could not be sent before are tried again, also when nothing new is written."""
    return f"notifications.deliver/{at:%Y%m%d%H%M}" if due(at).exists() else None


def _take(message: Message) -> bool:
    """Nobody else sends it while we do; should we die, it is due again after the lease."""
    return bool(
        Message.objects.filter(pk=message.pk, state=MessageState.QUEUED, attempts=message.attempts).update(
            attempts=F("attempts") + 1, due_at=clock.now() + LEASE
        )
    )


def _withheld(message: Message) -> bool:
    """Asked at the last moment: what was written while a consent held does not leave after it was withdrawn."""
    today = clock.today(message.organisation.time_zone)
    if gate.is_open_to(message.recipient_id, message.kind, today):
        return False
    Message.objects.filter(pk=message.pk).update(state=MessageState.WITHHELD)
    return True


def _send(messages: Sequence[Message], server: BaseEmailBackend) -> None:
    """One letter about one or several occasions of one person."""
    first, pks = messages[0], [message.pk for message in messages]
    maker = maker_of(first.kind)
    enclosure = maker(first) if maker else None
    if maker and enclosure is None:
        Message.objects.filter(pk__in=pks).update(state=MessageState.WITHHELD)
        return
    subject, body = letter(first) if len(messages) == 1 else digest(messages)
    # The same letter keeps its name when it is sent again, so that a mail program shows it once.
    headers = {"Message-ID": f"<{first.organisation_id}.{first.pk}@{_domain()}>"}
    try:
        mail = EmailMultiAlternatives(subject, body, None, [first.recipient.email], headers=headers, connection=server)
        _enclose(mail, enclosure)
        mail.send()
    except (OSError, SMTPException, ValueError):
        for message in messages:
            _later(message)
    else:
        Message.objects.filter(pk__in=pks).update(state=MessageState.SENT, sent_at=clock.now())


def _enclose(mail: EmailMultiAlternatives, enclosure: Enclosure | None) -> None:
    """Beside the words for mail programs that know what it is, and as a file for those that do not."""
    if enclosure:
        mail.attach_alternative(enclosure.content.decode(), enclosure.content_type)
        mail.attach(enclosure.name, enclosure.content, "application/octet-stream")


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"


def _later(message: Message) -> None:
    last = message.attempts + 1 >= ATTEMPTS
    Message.objects.filter(pk=message.pk).update(
        state=MessageState.FAILED if last else MessageState.QUEUED,
        due_at=clock.now() + timedelta(minutes=2**message.attempts),
    )
