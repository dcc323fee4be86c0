"""The private address of a calendar."""

import secrets

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.scheduling.models import CalendarFeed
from nastavnik.domain.scheduling.tokens import digest_of, token_for


@transaction.atomic
def issue_feed(person: Person, *, by: User | None) -> CalendarFeed:
    """A new address; the one before opens nothing any more."""
    _revoke(person)
    nonce = secrets.token_urlsafe(24)
    feed = CalendarFeed.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        nonce=nonce,
        digest=digest_of(token_for(person.pk, nonce)),
        issued_at=clock.now(),
    )
    audit.record("calendar_feed.issue", feed, by=by)
    return feed


@transaction.atomic
def revoke_feed(person: Person, *, by: User | None) -> None:
    """The address opens nothing any more; calendars that took it in go empty by themselves."""
    for feed in CalendarFeed.objects.filter(person=person, revoked_at__isnull=True):
        audit.record("calendar_feed.revoke", feed, by=by)
    _revoke(person)


def _revoke(person: Person) -> None:
    CalendarFeed.objects.filter(person=person, revoked_at__isnull=True).update(revoked_at=clock.now())
