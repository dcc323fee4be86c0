"""Opening and closing the public card of a mentor."""

import secrets
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.programmes.errors import CardNeedsConsent
from nastavnik.domain.programmes.models import MentorCard, Participation
from nastavnik.domain.programmes.queries.mentor_cards import card_of, may_be_shown

TOKEN_BYTES = 16


@transaction.atomic
def publish_card(participation: Participation, *, is_indexed: bool = False, by: Any) -> MentorCard:
    """Open the card, again at its former address. Raises CardNeedsConsent."""
    if not may_be_shown(participation):
        raise CardNeedsConsent
    today = clock.today(participation.organisation.time_zone)
    card, created = MentorCard.objects.get_or_create(
        participation=participation,
        defaults={
            "organisation_id": participation.organisation_id,
            "token": secrets.token_urlsafe(TOKEN_BYTES),
            "opened_on": today,
            "is_indexed": is_indexed,
        },
    )
    if created:
        audit.record("mentorcard.publish", card, by=by, fields=["opened_on", "is_indexed"])
        return card
    changes: dict[str, Any] = {} if card.closed_on is None else {"closed_on": None, "opened_on": today}
    if card.is_indexed != is_indexed:
        changes["is_indexed"] = is_indexed
    if changes:
        versions.save_changes(card, changes, version=card.version, by=by)
    return card


def close_card(participation: Participation, *, by: Any) -> None:
    """Nobody reads it any more; without a card, or with a closed one, nothing happens."""
    card = card_of(participation)
    if card is None or card.closed_on is not None:
        return
    today = clock.today(participation.organisation.time_zone)
    versions.save_changes(card, {"closed_on": today}, version=card.version, by=by)
