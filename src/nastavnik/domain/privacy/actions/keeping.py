"""Terms of keeping: the institution's numbers, and the erasure of those whose term is over."""

from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.privacy.actions.erasing import erase
from nastavnik.domain.privacy.enums import LEAST_DAYS, ErasureReason
from nastavnik.domain.privacy.errors import TermTooShort
from nastavnik.domain.privacy.models import RetentionRule
from nastavnik.domain.privacy.queries import past_term


@transaction.atomic
def set_term(organisation: Organisation, *, term: str, days: int, is_automatic: bool, by: Any) -> RetentionRule:
    """The institution's own number of days."""
    if days < LEAST_DAYS:
        raise TermTooShort(least=LEAST_DAYS)
    rule, _created = RetentionRule.objects.update_or_create(
        organisation=organisation, term=term, defaults={"days": days, "is_automatic": is_automatic}
    )
    audit.record("retention.set", rule, by=by, fields=["days", "is_automatic"])
    return rule


@transaction.atomic
def erase_past_term(organisation: Organisation, *, by: Any = None) -> int:
    """Erase all whose term is over; returns how many. Their guardians go with them."""
    done = 0
    for person in list(past_term(organisation, clock.today(organisation.time_zone)).select_related("organisation")):
        person.refresh_from_db()
        if person.erased_on is None:  # it may have gone as somebody's guardian a moment ago
            erase(person, reason=ErasureReason.PURPOSE_MET, by=by)
            done += 1
    return done
