"""What the tables of the studio show, one value a line."""

from dataclasses import dataclass, field
from datetime import datetime

from nastavnik.domain.matching import messages
from nastavnik.domain.matching.messages import Line
from nastavnik.domain.matching.sides import Side
from nastavnik.domain.mentorships.enums import Way

WEAK = 30  # in a hundred; below it a pair stands under «слабые»


@dataclass(frozen=True)
class Row:
    """A pair of the table."""

    mentee: Side
    mentor: Side
    score: int
    of: int
    parts: list[Line]
    is_mutual: bool
    by_hand: bool
    is_pinned: bool
    way: str
    taken: int
    places: int

    @property
    def reasons(self) -> list[Line]:
        return messages.worth_telling(self.parts)

    @property
    def is_weak(self) -> bool:
        return self.score * 100 < WEAK * self.of

    @property
    def way_title(self) -> str:
        """«по анкетам», «групповая встреча», …"""
        return str(Way(self.way).label)


@dataclass(frozen=True)
class Missing:
    """Somebody left out: why, and what would help."""

    mentee: Side
    why: str
    helps: list[str]


@dataclass(frozen=True)
class Candidate:
    """A mentor for one mentee: points and reasons, or why not. `instead_of`: who would lose a place that is full."""

    mentor: Side
    score: int
    of: int
    parts: list[Line]
    taken: int
    places: int
    refusals: list[str]
    is_current: bool
    is_banned: bool = False
    is_pinned: bool = False
    is_mutual: bool = False
    instead_of: list[Side] = field(default_factory=list)

    @property
    def reasons(self) -> list[Line]:
        return messages.worth_telling(self.parts)

    @property
    def is_possible(self) -> bool:
        """No rule forbids it; a full mentor may still make room."""
        return not self.refusals

    @property
    def is_full(self) -> bool:
        return self.taken >= self.places


@dataclass(frozen=True)
class Lack:
    """What one more place of a mentor, or without `mentor` somebody new, would bring; `coverage` is how many more
    mentees get a mentor."""

    mentor: Side | None
    coverage: int
    total: int
    text: str


@dataclass(frozen=True)
class FairnessRow:
    """One class, building or mode: who gets a pair there and how good; None where nobody is matched."""

    group: str
    mentees: int
    matched: int
    left_out: int
    weak: int
    average: float | None
    worst: int | None


@dataclass(frozen=True)
class Blocking:
    """Two who would both rather have each other than what the plan gives them."""

    mentee: Side
    mentor: Side
    score: int
    mentee_has: int | None
    mentor_has: int | None
    text: str


@dataclass(frozen=True)
class Forced:
    """What a pin or a ban costs: by how much each goal would rise without it."""

    kind: str
    mentee: Side
    mentor: Side
    difference: dict[str, int]
    text: str


@dataclass(frozen=True)
class ChangeLine:
    """One line of «кто что менял»."""

    kind: str
    title: str
    mentee: str
    mentor: str
    from_mentor: str
    by: str
    at: datetime
    note: str
    difference: dict[str, int]


@dataclass(frozen=True)
class DecisionLine:
    """A pin or a ban in force. `idle`: why a pin cannot hold as the data are now, empty where it does."""

    pk: int
    kind: str
    mentee: Side
    mentor: Side
    note: str
    way: str
    made_by: str
    made_at: datetime
    idle: str = ""
