"""Who is related to whom, as far as guardians tell."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from nastavnik.domain.people.models import Guardianship
from nastavnik.domain.people.queries import in_force

Kin = frozenset[tuple[str, str]]


def kin_of(persons: Iterable[int], on: date, *, siblings: bool = True) -> Kin:
    """Pairs of person ids: a guardian and the child; with `siblings` also children of one guardian. One query."""
    children: dict[int, list[int]] = defaultdict(list)
    rows = Guardianship.objects.filter(in_force(on), child__in=list(persons)).order_by("id")
    for guardian, child in rows.values_list("guardian_id", "child_id"):
        children[guardian].append(child)
    found = {_pair(guardian, child) for guardian, wards in children.items() for child in wards}
    if siblings:
        found |= {_pair(*two) for wards in children.values() for two in combinations(sorted(set(wards)), 2)}
    return frozenset(found)


def _pair(first: int, second: int) -> tuple[str, str]:
    low, high = sorted((first, second))
    return str(low), str(high)
