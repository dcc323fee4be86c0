"""What waits is let through or not, by an adult who did not write it."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.conversations import contacts
from nastavnik.domain.conversations.actions.announcing import announce
from nastavnik.domain.conversations.actions.answering import answer_if_waited_for
from nastavnik.domain.conversations.actions.writing import require_still_open
from nastavnik.domain.conversations.errors import NoLink, NotOnesOwn
from nastavnik.domain.conversations.models import ApprovedLink, MessageVersion
from nastavnik.domain.conversations.queries.links import address_of
from nastavnik.domain.conversations.quiet import delivery
from nastavnik.domain.notifications.actions import notify


@transaction.atomic
def release(version: MessageVersion, *, by: Any, approves_links: bool = False) -> MessageVersion:
    """Let it through, its links for the future too where `approves_links`. Raises NotOnesOwn, NoLink, and
    what `post` raises: by now the pair may have ended or a consent be gone."""
    _require_other(version, by)
    require_still_open(version.message)
    lifecycle.advance(version, "release", by=by)
    version.deliver_at = delivery(clock.now(), version.message.channel.organisation.time_zone)
    version.save(update_fields=["deliver_at"])
    if approves_links:
        approve_links(version, by=by)
    announce(version)
    answer_if_waited_for(version.message, by=by)
    return version


@transaction.atomic
def refuse(version: MessageVersion, *, by: Any, note: str = "") -> MessageVersion:
    """It never reaches the other side; the author sees that it did not, and why."""
    _require_other(version, by)
    lifecycle.advance(version, "refuse", by=by, note=note)
    day = clock.today(version.message.channel.organisation.time_zone)
    notify("message_refused", to=version.message.author, key=f"message_refused:{version.message.channel_id}:{day}")
    return version


def approve_links(version: MessageVersion, *, by: Any) -> list[ApprovedLink]:
    """The links of a message pass from now on without waiting."""
    addresses = sorted({address_of(url) for url in contacts.links(version.text)})
    if not addresses:
        raise NoLink
    return [_approve(version, address, by) for address in addresses]


def _approve(version: MessageVersion, address: str, by: Any) -> ApprovedLink:
    link, is_new = ApprovedLink.objects.get_or_create(
        organisation_id=version.organisation_id, address=address[:500], withdrawn_at=None,
        defaults={"approved_by": by, "approved_at": clock.now()},
    )  # fmt: skip
    if is_new:
        audit.record("approvedlink.add", link, by=by, fields=["address"])
    return link


@transaction.atomic
def withdraw_link(link: ApprovedLink, *, by: Any) -> None:
    """From now on messages with it wait again."""
    ApprovedLink.objects.filter(pk=link.pk, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    audit.record("approvedlink.withdraw", link, by=by, fields=["withdrawn_at"])


def _require_other(version: MessageVersion, by: Any) -> None:
    if by is not None and version.message.author.user_id == by.pk:
        raise NotOnesOwn
