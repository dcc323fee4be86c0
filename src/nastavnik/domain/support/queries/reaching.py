"""Who can be called about a child."""

from collections.abc import Collection
from datetime import date

from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import in_force


def guardians(children: Collection[int], on: date) -> dict[int, list[Person]]:
    """Guardians of the day by child, in the order of entry; one query."""
    found: dict[int, list[Person]] = {}
    rows = Guardianship.objects.filter(in_force(on), child__in=children).select_related("guardian").order_by("id")
    for row in rows:
        found.setdefault(row.child_id, []).append(row.guardian)
    return found
