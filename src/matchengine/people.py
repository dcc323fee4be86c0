"""The people of a problem side by side, for the packed forms of rules and criteria. Rows: mentees, columns: mentors."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchengine.bits import Common, KindBits, factor, in_common, joined, where
from matchengine.pairs import ANY, BitPoints, Cells, Flags, Keys
from matchengine.problem import Ids, Mentee, Mentor, Problem, Settings


@dataclass(frozen=True, eq=False)
class Gates:
    """Who may take part at all, whoever the other one is: n mentees, m mentors; None: everybody."""

    mentees: Flags | None = None
    mentors: Flags | None = None


@dataclass(frozen=True)
class People:
    """All pairs of a problem, in order of id on both sides."""

    problem: Problem

    @property
    def settings(self) -> Settings:
        return self.problem.settings

    @property
    def mentees(self) -> tuple[Mentee, ...]:
        return self.problem.mentees

    @property
    def mentors(self) -> tuple[Mentor, ...]:
        return self.problem.mentors

    @cached_property
    def rows(self) -> dict[str, int]:
        return {m.id: i for i, m in enumerate(self.mentees)}

    @cached_property
    def columns(self) -> dict[str, int]:
        return {m.id: j for j, m in enumerate(self.mentors)}

    @cached_property
    def rows_of_person(self) -> dict[str, list[int]]:
        return _numbers([m.person for m in self.mentees])

    @cached_property
    def columns_of_person(self) -> dict[str, list[int]]:
        return _numbers([m.person for m in self.mentors])

    @cached_property
    def slots(self) -> Common:
        """Half hours in common, `min_common_slots` where a side is unknown: read by the rule and by the criterion."""
        return in_common(
            [m.slots for m in self.mentees], [m.slots for m in self.mentors], self.settings.min_common_slots
        )

    def cells(self, pairs: Collection[Ids], points: int = 0) -> Cells:
        """The pairs whose people are here."""
        known = [(self.rows[e], self.columns[r]) for e, r in pairs if e in self.rows and r in self.columns]
        return Cells.of([i for i, _ in known], [j for _, j in known], [points] * len(known))

    def where(
        self,
        mentee_kind: Callable[[Mentee], Hashable],
        mentor_kind: Callable[[Mentor], Hashable],
        holds: Callable[[Mentee, Mentor], bool],
    ) -> KindBits:
        """A shared bit where `holds`; see `bits.where`."""
        return where(self.mentees, self.mentors, mentee_kind, mentor_kind, holds)

    def shares(self, common: Common, weight: int, enough: int) -> list[BitPoints]:
        """weight × (things in common, at most `enough`) // enough."""
        if not weight or not common.left.shape[1]:
            return []
        factors = np.full(len(self.mentees), factor(weight, enough), np.int64)
        return [BitPoints(common.left, common.right, factors, common.needed, enough)]

    def shares_that_hold(self, parts: Collection[KindBits], weight: int) -> list[BitPoints]:
        """weight × (how many of the parts hold) // (how many there are)."""
        if not weight or not any(part.width for part in parts):
            return []
        left, right = joined(parts, len(self.mentees), len(self.mentors))
        factors = np.full(len(self.mentees), factor(weight, len(parts)), np.int64)
        return [BitPoints(left, right, factors, 0, len(parts))]


def keys(left: Sequence[str | None], right: Sequence[str | None]) -> tuple[Keys, Keys]:
    """Names of two sides as numbers, equal where the names are; ANY where unknown."""
    number = {name: k for k, name in enumerate(sorted({name for name in (*left, *right) if name is not None}))}
    one, other = (
        np.array([ANY if name is None else number[name] for name in side], np.int32) for side in (left, right)
    )
    return one, other


def _numbers(persons: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for k, person in enumerate(persons):
        if person:
            found.setdefault(person, []).append(k)
    return found
