"""After a copy is put back: who had been erased since it was made is erased again."""

from datetime import date

from django.db import transaction

from nastavnik.domain.people.models import Person
from nastavnik.domain.privacy import tombstones
from nastavnik.domain.privacy.actions.erasing import erase_row


@transaction.atomic
def replay() -> int:
    """Erase all who are remembered as erased and are here again; returns how many. It can be done twice."""
    known = tombstones.remembered()
    if not known:
        return 0
    again = 0
    for person in Person.objects.filter(erased_on__isnull=True).select_related("organisation").iterator(500):
        found = known.get(tombstones.digest(person))
        if found:
            reason, on = found
            erase_row(person, reason=reason, on=date.fromisoformat(on), by=None, is_replayed=True)
            again += 1
    return again
