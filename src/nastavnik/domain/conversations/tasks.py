"""In the background: the morning's letters, concerns that ring each day, members brought up to date."""

from datetime import datetime

from nastavnik.core import jobs
from nastavnik.domain.conversations.actions import announce_morning, attend, ring, shut
from nastavnik.domain.conversations.enums import VersionState
from nastavnik.domain.conversations.errors import SecondAdultMissing
from nastavnik.domain.conversations.models import Channel, MessageVersion


@jobs.job("conversations.announce")
def announce_what_is_due() -> None:
    announce_morning()


@jobs.standing("conversations.announce")
def when_due(at: datetime) -> str | None:
    """Asked every minute; wanted while something waits that may be delivered."""
    waiting = MessageVersion.objects.filter(state=VersionState.RELEASED, announced_at__isnull=True, deliver_at__lte=at)
    return f"conversations.announce:{at:%Y%m%d%H%M}" if waiting.exists() else None


@jobs.job("conversations.attend")
def bring_up_to_date() -> None:
    """Who left office is replaced, who left a pair leaves its conversation; where nobody can stand beside the child,
    the child leaves until somebody can."""
    for channel in Channel.objects.filter(members__left_at__isnull=True).distinct():
        try:
            attend(channel)
        except SecondAdultMissing:
            shut(channel)


@jobs.standing("conversations.attend")
def once_a_day(at: datetime) -> str | None:
    """In the small hours."""
    return f"conversations.attend:{at:%Y-%m-%d}" if at.hour >= 1 else None


@jobs.job("conversations.ring")
def ring_again() -> None:
    ring()


@jobs.standing("conversations.ring")
def each_day(at: datetime) -> str | None:
    """Twice a day; one letter a day to each who has not read."""
    return f"conversations.ring:{at:%Y-%m-%d}-{at.hour // 12}"
