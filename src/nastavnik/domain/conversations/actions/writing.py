"""Writing and correcting messages. What carries a contact waits for the coordinator; nothing is lost or deleted."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.conversations import contacts
from nastavnik.domain.conversations.actions.announcing import announce
from nastavnik.domain.conversations.actions.answering import answer_if_waited_for
from nastavnik.domain.conversations.actions.staffing import attend
from nastavnik.domain.conversations.enums import MemberRole, MessageKind, RequestKind, VersionState
from nastavnik.domain.conversations.errors import (
    ChannelShut,
    NotAGoalOfThese,
    NothingWritten,
    NotInConversation,
    WritingStopped,
)
from nastavnik.domain.conversations.models import Channel, ChannelMember, HelpRequest, Message, MessageVersion
from nastavnik.domain.conversations.queries.links import passing
from nastavnik.domain.conversations.queries.thread import said_before
from nastavnik.domain.conversations.quiet import delivery
from nastavnik.domain.mentorships.models import Goal
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.people.models import Person


@transaction.atomic
def post(channel: Channel, *, author: Person, text: str, by: Any) -> Message:
    """Say something. Raises NothingWritten, ChannelShut, SecondAdultMissing, WritingStopped, NotInConversation."""
    return _write(channel, author, text, by=by)


@transaction.atomic
def praise(channel: Channel, *, author: Person, goal: Goal, text: str, by: Any) -> Message:
    """Praise for a goal that was reached: praise for low goals is the third mistake that a pair can make."""
    if goal.mentorship_id != channel.mentorship_id or goal.reached_on is None:
        raise NotAGoalOfThese
    return _write(channel, author, text, kind=MessageKind.PRAISE, goal=goal, by=by)


@transaction.atomic
def edit(message: Message, *, text: str, number: int, by: Any) -> MessageVersion:
    """Other words, as another version made from the version `number`; the ones before stay readable."""
    words = _words(text)
    members = _members(message.channel)
    _require_member(members, message.author)
    last = message.versions.select_for_update().order_by("-number").first()
    if last is None or last.number != number:
        raise ChangedMeanwhile(last)
    if last.text == words:
        return last
    version = _add_version(message, members, words, last.number + 1)
    audit.record("message.edit", message, by=by, fields=["text"])
    announce(version)
    return version


def _write(
    channel: Channel, author: Person, text: str, *, by: Any, kind: str = MessageKind.TEXT, goal: Goal | None = None
) -> Message:
    words = _words(text)
    members = _members(channel)
    _require_member(members, author)
    message = Message.objects.create(
        organisation_id=channel.organisation_id, channel=channel, author=author, kind=kind, goal=goal,
        sent_at=clock.now(),
    )  # fmt: skip
    version = _add_version(message, members, words, 1)
    audit.record("message.post", message, by=by, fields=["text"])
    announce(version)
    if version.state == VersionState.RELEASED:
        answer_if_waited_for(message, by=by)
    return message


def _words(text: str) -> str:
    if not text.strip():
        raise NothingWritten
    return text.strip()


def _members(channel: Channel) -> list[ChannelMember]:
    """Who is in it today, after the gates: the mentorship works, two adults are there, every child has a consent."""
    if channel.mentorship is not None and channel.mentorship.state not in AT_WORK:
        raise ChannelShut
    members = attend(channel)
    if not asks_for_help(channel):
        require_consents(members)
    return members


def require_still_open(message: Message) -> None:
    """What waited passes the same gates as what is written now: the pair works, the author is in it, consents hold."""
    _require_member(_members(message.channel), message.author)


def require_consents(members: Collection[ChannelMember]) -> None:
    """A child without a consent neither writes nor is written to."""
    children = Person.objects.filter(pk__in=[m.person_id for m in members if m.is_child])
    shown = Person.objects.filter(processable_today(), pk=OuterRef("pk"))
    if children.filter(~Exists(shown)).exists():
        raise WritingStopped


def asks_for_help(channel: Channel) -> bool:
    """«Нужна помощь»: a child and the staff, open whatever else is shut."""
    return HelpRequest.objects.filter(channel=channel, kind=RequestKind.HELP).exists()


def _require_member(members: Collection[ChannelMember], author: Person) -> None:
    if all(member.person_id != author.pk for member in members):
        raise NotInConversation


def _add_version(message: Message, members: Collection[ChannelMember], words: str, number: int) -> MessageVersion:
    channel, now = message.channel, clock.now()
    me = next(member for member in members if member.person_id == message.author_id)
    with_child = any(member.is_child for member in members) and not asks_for_help(channel)
    found: list[str] = []
    if with_child and me.role != MemberRole.WATCHER:
        found = contacts.codes(
            words, before=said_before(channel, message.author_id), passes=passing(channel.organisation)
        )
    return MessageVersion.objects.create(
        organisation_id=message.organisation_id,
        message=message,
        number=number,
        text=words,
        state=VersionState.HELD if found else VersionState.RELEASED,
        findings=found,
        written_at=now,
        deliver_at=delivery(now, channel.organisation.time_zone) if with_child else now,
    )
