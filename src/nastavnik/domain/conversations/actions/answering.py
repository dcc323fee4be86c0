"""A request gets its answer: by whoever speaks first in its conversation and did not ask."""

from typing import Any

from django.db import transaction

from nastavnik.core import clock, lifecycle
from nastavnik.domain.conversations.enums import MemberRole, RequestKind, RequestState
from nastavnik.domain.conversations.models import HelpRequest, Message
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person


@transaction.atomic
def answer(request: HelpRequest, *, person: Person, by: Any) -> HelpRequest:
    """A person answered."""
    lifecycle.advance(request, "answer", by=by)
    request.answered_at, request.answered_by = clock.now(), person
    request.save(update_fields=["answered_at", "answered_by"])
    notify("request_answered", to=request.asker, key=f"request_answered:{request.pk}")
    return request


@transaction.atomic
def close(request: HelpRequest, *, by: Any, note: str = "") -> HelpRequest:
    """No more is needed."""
    lifecycle.advance(request, "close", by=by, note=note)
    request.closed_at = clock.now()
    request.save(update_fields=["closed_at"])
    return request


def answer_if_waited_for(message: Message, *, by: Any) -> None:
    """The words reach the other side: an open request of this conversation is answered by them. A consultant is
    waited for, not just anybody."""
    waiting = HelpRequest.objects.filter(channel=message.channel_id, state=RequestState.OPEN)
    for request in waiting.exclude(asker=message.author_id):
        if request.kind != RequestKind.CONSULTANT or _is_consultant(message):
            answer(request, person=message.author, by=by)


def _is_consultant(message: Message) -> bool:
    rows = message.channel.members.filter(person=message.author_id, left_at__isnull=True)
    return rows.filter(role__in=(MemberRole.CONSULTANT, MemberRole.WATCHER)).exists()
