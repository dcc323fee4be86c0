"""Who stays when an import is undone: whom somebody has worked with since, and who cannot go without them. Pure.

Nothing is undone by half. A person stays with every row the list gave them, a child with the parent who was edited, a
pair with all its members, the others of the list go.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Ties:
    """What ties the people of a list together, by their numbers."""

    guardians: list[tuple[int, int]] = field(default_factory=list)  # child, guardian or who signed for the child
    pairs: Mapping[int, set[int]] = field(default_factory=dict)  # mentorship → its members


@dataclass(frozen=True)
class Stay:
    """`people`: all who stay; `mentorships`: those of the list that stay with them."""

    people: frozenset[int] = frozenset()
    mentorships: frozenset[int] = frozenset()


def stay(changed: Iterable[int], ties: Ties) -> Stay:
    """`changed` are those whom somebody has worked with since."""
    whole = set(changed)
    whole |= {child for child, guardian in ties.guardians if guardian in whole}
    mentorships = {number for number, members in ties.pairs.items() if members & whole}
    people = whole.union(*(ties.pairs[number] for number in mentorships))
    people |= {guardian for child, guardian in ties.guardians if child in people}
    return Stay(frozenset(people), frozenset(mentorships))
