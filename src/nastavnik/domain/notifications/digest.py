"""Which letters leave now and together, and until when the others wait."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from nastavnik.domain.notifications.enclosures import maker_of
from nastavnik.domain.notifications.enums import Channel, MessageState, Rhythm
from nastavnik.domain.notifications.models import DeliveryChoice, Message, QuietHours
from nastavnik.domain.notifications.timing import QUIET_FROM, QUIET_UNTIL, after_quiet, next_letter

# What cannot wait for a digest: it tells of a moment, or opens a door.
TIMELY = frozenset({"meeting_invited", "meeting_changed", "meeting_cancelled", "meeting_soon", "consent_requested"})
URGENT = frozenset({"concern_raised"})  # a child is in trouble: it waits for nothing


@dataclass(frozen=True)
class Sorted:
    """Groups of messages, each one letter; and the messages that wait, each until its moment."""

    letters: list[list[Message]]
    waiting: list[tuple[Message, datetime]]


def sort(messages: Sequence[Message], at: datetime) -> Sorted:
    """Three queries whatever the number."""
    hours = _hours({message.organisation_id for message in messages})
    people = {message.recipient_id for message in messages}
    rhythms = dict(DeliveryChoice.objects.filter(person__in=people).values_list("person", "rhythm"))
    last = _last(people)
    together: dict[int, list[Message]] = {}
    letters: list[list[Message]] = []
    waiting: list[tuple[Message, datetime]] = []
    for message in messages:
        moment = _moment(message, at, hours.get(message.organisation_id), rhythms, last)
        if moment > at:
            waiting.append((message, moment))
        elif _goes_alone(message):
            letters.append([message])
        elif message.recipient_id in together:
            together[message.recipient_id].append(message)
        else:
            together[message.recipient_id] = [message]
            letters.append(together[message.recipient_id])
    return Sorted(letters, waiting)


def _moment(
    message: Message,
    at: datetime,
    hours: QuietHours | None,
    rhythms: dict[int, str],
    last: dict[int, datetime],
) -> datetime:
    if message.kind in URGENT:
        return at
    zone = message.organisation.time_zone
    moment = at
    if not _goes_alone(message):
        rhythm = rhythms.get(message.recipient_id, Rhythm.DAILY)
        moment = next_letter(at, last.get(message.recipient_id), rhythm, zone)
    begins, ends = (hours.begins, hours.ends) if hours else (QUIET_FROM, QUIET_UNTIL)
    return after_quiet(moment, zone, begins, ends)


def _goes_alone(message: Message) -> bool:
    return message.kind in TIMELY | URGENT or maker_of(message.kind) is not None


def _hours(organisations: Iterable[int]) -> dict[int, QuietHours]:
    return {one.organisation_id: one for one in QuietHours.objects.filter(organisation__in=organisations)}


def _last(people: Iterable[int]) -> dict[int, datetime]:
    """When the last letter left that could have been a digest."""
    sent = Message.objects.filter(recipient__in=people, channel=Channel.EMAIL, state=MessageState.SENT)
    rows = sent.exclude(kind__in=TIMELY | URGENT).order_by().values_list("recipient").annotate(last=Max("sent_at"))
    return {person: moment for person, moment in rows if moment}
