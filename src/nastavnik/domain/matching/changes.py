"""A change of a proposal and its price, a preview of weights, two plans side by side: plain values, no queries."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nastavnik.domain.matching import messages
from nastavnik.domain.matching.sides import Side

ChangeWord = Literal["pin", "unpin", "ban", "lift_ban", "swap", "remove"]
DECISIONS: tuple[ChangeWord, ...] = ("pin", "unpin", "ban", "lift_ban")
"""Changes that hold in every later run of the module; the others are about one proposal."""
PLACING: tuple[ChangeWord, ...] = ("pin", "swap")
"""Changes after which the two are together."""


@dataclass(frozen=True)
class Change:
    """What somebody wants to do; `mentee` and `mentor` are keys of the pool (ids of participations)."""

    kind: ChangeWord
    mentee: str
    mentor: str | None = None


class LevelLine(NamedTuple):
    """One goal before and after, in words."""

    name: str
    title: str
    before: int
    after: int

    @property
    def difference(self) -> int:
        return self.after - self.before


@dataclass(frozen=True)
class Levels:
    """How far a plan reaches on every goal. `seats` counts mentors of mentees: it differs from `coverage` for teams
    alone, and is told only there."""

    coverage: int = 0
    mutual: int = 0
    worst: int = 0
    total: int = 0
    seats: int = 0

    def until(self, after: "Levels") -> dict[str, int]:
        """How far each goal moves on the way to another plan."""
        return {name: getattr(after, name) - getattr(self, name) for name in _told(self, after)}


def level_lines(before: Levels, after: Levels, *, keeps: bool = False) -> list[LevelLine]:
    """The rows of a price, most important first: before → after. `keeps` as `messages.level` has it."""
    return [
        LevelLine(name, messages.level(name, keeps=keeps), getattr(before, name), getattr(after, name))
        for name in _told(before, after)
    ]


def _told(before: Levels, after: Levels) -> tuple[str, ...]:
    teams = any(one.seats != one.coverage for one in (before, after))
    return ("coverage", "seats", "mutual", "worst", "total") if teams else ("coverage", "mutual", "worst", "total")


@dataclass(frozen=True)
class MoveLine:
    """A mentee whose mentor changes; None: nobody before, or nobody after."""

    mentee: Side
    from_: Side | None
    to: Side | None


@dataclass(frozen=True)
class Price:
    """What a change costs. `score_before` and `score_after` are of the mentee's own pair, None without one.

    `refusals` say why it cannot be; `warnings` what to think of. `best`: the best whole plan with this change, beside
    the plain one; None where there is none or it is better on no goal.
    """

    change: Change
    before: Levels
    after: Levels
    score_before: int | None = None
    score_after: int | None = None
    moves: list[MoveLine] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    best: "Price | None" = None
    keeps: bool = False  # the totals count the points of kept pairs, too

    @property
    def is_possible(self) -> bool:
        return not self.refusals

    @property
    def lines(self) -> list[LevelLine]:
        return level_lines(self.before, self.after, keeps=self.keeps)

    @property
    def difference(self) -> dict[str, int]:
        return self.before.until(self.after)

    @property
    def is_free(self) -> bool:
        """Nothing gets worse."""
        return all(moved >= 0 for moved in self.difference.values())

    @property
    def others(self) -> list[MoveLine]:
        """Whom it touches besides the mentee; the mentee too where only this says with whom they will be."""
        placed = self.change.kind in PLACING
        return [one for one in self.moves if one.mentee.key != self.change.mentee or (one.to and not placed)]


class Share(NamedTuple):
    """«31 из 38», before and after."""

    code: str
    title: str
    before: int
    before_of: int
    after: int
    after_of: int


@dataclass(frozen=True)
class Preview:
    """What other weights would make of the plan, before anything is saved.

    The points of the two plans stand on different scales, so `before` and `after` are both counted by the new weights.
    """

    weights: dict[str, int]
    before: Levels
    after: Levels
    of: int
    moves: list[MoveLine]
    shares: list[Share]
    keeps: bool = False

    @property
    def lines(self) -> list[LevelLine]:
        return level_lines(self.before, self.after, keeps=self.keeps)

    @property
    def main_need_covered(self) -> Share:
        return self._share("main_need")

    @property
    def wishes_held(self) -> Share:
        return self._share("wishes")

    def _share(self, code: str) -> Share:
        return next(one for one in self.shares if one.code == code)


@dataclass(frozen=True)
class ComparisonView:
    """The plan of a run («здесь») beside another one («там»); both counted by the settings of the run."""

    title: str
    here: Levels
    there: Levels
    kept: int
    moves: list[MoveLine]
    only_left_out_here: list[Side]
    only_left_out_there: list[Side]
    keeps: bool = False
    elsewhere: int = 0  # pairs there of people who are not in this matching

    @property
    def lines(self) -> list[LevelLine]:
        """There → here."""
        return level_lines(self.there, self.here, keeps=self.keeps)
