"""The morning: what was written at night is delivered, where those to whom it was written are still there."""

from django.db import transaction
from django.db.models import Q

from nastavnik.core import clock, lifecycle
from nastavnik.core.errors import DomainError
from nastavnik.domain.conversations.actions.announcing import announce
from nastavnik.domain.conversations.actions.writing import require_still_open
from nastavnik.domain.conversations.enums import MemberRole, VersionState
from nastavnik.domain.conversations.errors import NotInConversation
from nastavnik.domain.conversations.models import ChannelMember, MessageVersion
from nastavnik.domain.notifications.actions import notify

AT_ONCE = 500


def announce_morning() -> None:
    """What was written at night is delivered now, or comes back to its author."""
    waiting = MessageVersion.objects.filter(
        state=VersionState.RELEASED, announced_at__isnull=True, deliver_at__lte=clock.now()
    )
    rows = waiting.select_related("message__author", "message__channel__organisation", "message__channel__mentorship")
    for version in rows.order_by("deliver_at", "id")[:AT_ONCE]:
        try:
            _require_same_people(version)
        except DomainError:
            give_back(version)
        else:
            announce(version)


@transaction.atomic
def give_back(version: MessageVersion) -> None:
    """It never reaches the other side; the author sees that it did not."""
    lifecycle.advance(version, "give_back", by=None)
    message = version.message
    day = clock.today(message.channel.organisation.time_zone)
    notify("message_returned", to=message.author, key=f"message_returned:{message.channel_id}:{day}")


@transaction.atomic
def _require_same_people(version: MessageVersion) -> None:
    """The pair works, the author is in it, consents hold, and somebody to whom it was written is still there."""
    message = version.message
    require_still_open(message)
    sides = ChannelMember.objects.filter(channel=message.channel_id, role__in=(MemberRole.MENTOR, MemberRole.MENTEE))
    others = sides.exclude(person=message.author_id)
    then = others.filter(Q(left_at__isnull=True) | Q(left_at__gt=version.written_at), joined_at__lte=version.written_at)
    now = others.filter(left_at__isnull=True).values("person")
    if then.exists() and not then.filter(person__in=now).exists():
        raise NotInConversation
