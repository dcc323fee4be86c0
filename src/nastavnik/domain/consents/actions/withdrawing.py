"""Withdrawing: from the day on nothing is done with the data any more."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from nastavnik.core import audit, versions
from nastavnik.domain.consents.actions.requesting import call_off
from nastavnik.domain.consents.errors import ConsentEndsBeforeItBegins, ConsentWithdrawn
from nastavnik.domain.consents.models import Consent, ConsentRequest


@transaction.atomic
def withdraw_consent(consent: Consent, *, on: date, by: Any) -> Consent:
    """From the day on the data are no longer used; the rows stay until they are erased.

    Every consent of the kind ends, also one to other words and one that begins later, and nobody asks for it again
    by an older request. All paths ask `processable`, so nothing else has to be told.
    """
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        raise ConsentWithdrawn
    if on < consent.starts_on:
        raise ConsentEndsBeforeItBegins
    versions.save_changes(consent, {"withdrawn_on": on}, version=consent.version, by=by)
    lasting = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    others = Consent.objects.filter(lasting, person=consent.person_id, kind=consent.kind).exclude(pk=consent.pk)
    for other in others:
        versions.save_changes(other, {"withdrawn_on": on}, version=other.version, by=by)
    for request in ConsentRequest.objects.filter(
        person=consent.person_id, asked__kind=consent.kind, answered_at=None, called_off_at=None
    ):
        call_off(request, by=by)
    audit.record("consent.withdraw", consent, by=by, fields=["withdrawn_on"])
    return consent
