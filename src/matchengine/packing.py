"""People as arrays, so that a rule or a criterion speaks about all pairs at once. Rows are mentees, columns mentors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matchengine.problem import Bounds, Mentee, Mentor, Problem, Settings

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Packed:
    """All pairs of a problem, in order of id on both sides. Every table is n mentees × m mentors."""

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

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.mentees), len(self.mentors)

    @cached_property
    def common_slots(self) -> Numbers:
        """Half hours both have; 0 where either side is unknown, see `slots_known`."""
        return common_counts([m.slots or () for m in self.mentees], [m.slots or () for m in self.mentors])

    @cached_property
    def slots_known(self) -> Flags:
        return both([m.slots is not None for m in self.mentees], [m.slots is not None for m in self.mentors])

    @cached_property
    def common_modes(self) -> Numbers:
        return common_counts([m.modes or () for m in self.mentees], [m.modes or () for m in self.mentors])

    @cached_property
    def modes_known(self) -> Flags:
        return both([m.modes is not None for m in self.mentees], [m.modes is not None for m in self.mentors])

    @cached_property
    def mutual(self) -> Flags:
        return self.marked(self.problem.mutual)

    def marked(self, pairs: Collection[tuple[str, str]]) -> Flags:
        """A table that is true at the given (mentee id, mentor id)."""
        table = np.zeros(self.shape, np.bool_)
        rows = {m.id: i for i, m in enumerate(self.mentees)}
        columns = {m.id: j for j, m in enumerate(self.mentors)}
        for mentee_id, mentor_id in pairs:
            if mentee_id in rows and mentor_id in columns:
                table[rows[mentee_id], columns[mentor_id]] = True
        return table

    @cached_property
    def mentor_wish_holds(self) -> tuple[Flags, Flags]:
        """(stated and checkable, held): what mentors wish about the age and the grade of their mentees."""
        age = wish_table([m.age for m in self.mentees], [m.age_wish for m in self.mentors])
        grade = wish_table([m.grade for m in self.mentees], [m.grade_wish for m in self.mentors])
        return age[0] | grade[0], (age[1] | ~age[0]) & (grade[1] | ~grade[0])

    @cached_property
    def mentee_wish_holds(self) -> tuple[Flags, Flags]:
        """(stated and checkable, held): what mentees wish about the age of their mentor."""
        stated, held = wish_table([m.age for m in self.mentors], [m.age_wish for m in self.mentees])
        return stated.T, held.T


def common_counts(left: Sequence[Collection[object]], right: Sequence[Collection[object]]) -> Numbers:
    """How many things each left collection shares with each right one: len(left) × len(right)."""
    columns: dict[object, int] = {}
    for things in left:
        for thing in things:
            columns.setdefault(thing, len(columns))
    # float32 goes through the matrix product of the processor and is exact up to 2**24
    counts: Numbers = np.rint(_incidence(left, columns) @ _incidence(right, columns).T).astype(np.int64)
    return counts


def _incidence(rows: Sequence[Collection[object]], columns: dict[object, int]) -> NDArray[np.float32]:
    table = np.zeros((len(rows), max(1, len(columns))), np.float32)
    for i, things in enumerate(rows):
        for thing in things:
            if thing in columns:
                table[i, columns[thing]] = 1.0
    return table


def both(left: Sequence[bool], right: Sequence[bool]) -> Flags:
    return np.logical_and.outer(np.array(left, np.bool_), np.array(right, np.bool_))


def wish_table(numbers: Sequence[int | None], wishes: Sequence[Bounds | None]) -> tuple[Flags, Flags]:
    """(both known, number within the wish), numbers × wishes; nothing is held where something is unknown."""
    known = both([n is not None for n in numbers], [w is not None for w in wishes])
    value = np.array([0 if n is None else n for n in numbers], np.int64)[:, None]
    ends = [w or (None, None) for w in wishes]
    low = np.array([-(2**60) if a is None else a for a, _ in ends], np.int64)[None, :]
    high = np.array([2**60 if b is None else b for _, b in ends], np.int64)[None, :]
    return known, known & (value >= low) & (value <= high)
