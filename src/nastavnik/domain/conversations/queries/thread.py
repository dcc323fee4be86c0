"""What one reader sees of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from nastavnik.core import clock
from nastavnik.domain.conversations.enums import MemberRole, VersionState
from nastavnik.domain.conversations.models import Channel, ChannelMember, Message, MessageVersion
from nastavnik.domain.conversations.queries.visible import looked_after_by
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.people.queries import ward_ids


@dataclass(frozen=True)
class Said:
    """A message as the reader sees it: the version they may read, and whether it still waits."""

    message: Message
    version: MessageVersion
    is_mine: bool
    is_edited: bool
    waits_for_morning: bool

    @property
    def state(self) -> str:
        return self.version.state


@dataclass(frozen=True)
class Part:
    """The newest messages first asked for, the oldest of them on top; `has_older` when there are more before."""

    said: Sequence[Said]
    has_older: bool


def watches(user: Any, channel: Channel) -> bool:
    """Does the user look after this conversation: as coordinator, psychologist or its second adult?"""
    if channel.organisation_id in looked_after_by(user):
        return True
    return channel.members.filter(person__user=user, role=MemberRole.WATCHER, left_at__isnull=True).exists()


def members_of(channel: Channel) -> list[ChannelMember]:
    """Who is in it now, with their persons."""
    return list(channel.members.filter(left_at__isnull=True).select_related("person"))


def thread(channel: Channel, user: Any, *, before: int | None = None, most: int = 40) -> Part:
    """The last `most` messages that the user may read (before the message of that id); five queries at most."""
    sees_all, periods = watches(user, channel), _periods(channel, user)
    rows = Message.objects.filter(channel=channel)
    if not sees_all:
        rows = rows.filter(_while_there(periods))
    if before:
        rows = rows.filter(pk__lt=before)
    written = MessageVersion.objects.order_by("number")
    if not sees_all and all(member.left_at for member in periods):  # what is corrected later is not for who has left
        written = written.filter(written_at__lte=max((m.left_at for m in periods if m.left_at), default=clock.now()))
    versions = Prefetch("versions", queryset=written, to_attr="all_versions")
    found = list(rows.select_related("author", "goal").prefetch_related(versions).order_by("-id")[: most + 1])
    going_on = sees_all or _goes_on(channel, user)
    said = [_said(message, user, sees_all, going_on) for message in reversed(found[:most])]
    return Part([one for one in said if one is not None], len(found) > most)


def _periods(channel: Channel, user: Any) -> list[ChannelMember]:
    """The times in which the reader, or the reader's child, was in the conversation."""
    rows = ChannelMember.objects.filter(channel=channel)
    return list(rows.filter(Q(person__user=user) | Q(person__in=ward_ids(user), is_child=True)))


def _while_there(periods: Sequence[ChannelMember]) -> Q:
    """Messages of these times."""
    times = Q(pk__in=[])
    for member in periods:
        # Sides read what was before them: a pair is one conversation. Who was called in reads from then on.
        since = member.joined_at if member.role == MemberRole.CONSULTANT else None
        while_in = Q(sent_at__gte=since) if since else Q()
        times |= while_in & Q(sent_at__lte=member.left_at) if member.left_at else (while_in or Q(pk__gt=0))
    return times


def _goes_on(channel: Channel, user: Any) -> bool:
    """Does what waited for the morning still reach this reader? Not after the pair, or their part in it, has ended."""
    mentorship = channel.mentorship
    if mentorship is None:
        return True
    sides = MentorshipMember.objects.filter(mentorship=mentorship, ends_on__isnull=True)
    mine = sides.filter(Q(person__user=user) | Q(person__in=ward_ids(user)))
    called_in = channel.members.filter(person__user=user, role=MemberRole.CONSULTANT, left_at__isnull=True)
    return mentorship.state in AT_WORK and (mine.exists() or called_in.exists())


def _said(message: Any, user: Any, sees_all: bool, going_on: bool) -> Said | None:
    now, is_mine = clock.now(), message.author.user_id == user.pk
    readable = [
        version
        for version in message.all_versions
        if sees_all or is_mine or (_is_delivered(version, now) and (going_on or version.announced_at is not None))
    ]
    if not readable:
        return None
    last = readable[-1]
    waits = last.state == VersionState.RELEASED and last.deliver_at > now
    return Said(message, last, is_mine, last.number > 1, waits)


def _is_delivered(version: MessageVersion, now: datetime) -> bool:
    return version.state == VersionState.RELEASED and version.deliver_at <= now


def versions_of(message: Message) -> QuerySet[MessageVersion]:
    """All its versions with who decided, the newest first."""
    return message.versions.prefetch_related("state_changes").order_by("-number")


def said_before(channel: Channel, author_id: int, most: int = 14) -> list[str]:
    """The author's last words in the conversation, the oldest first: a contact may come in pieces."""
    rows = MessageVersion.objects.filter(message__channel=channel, message__author=author_id)
    return list(reversed(rows.order_by("-written_at", "-id").values_list("text", flat=True)[:most]))
