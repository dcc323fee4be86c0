"""The goals, level by level, each exact: coverage → seats of teams → mutual choices → the worst pair → total.

All but the worst pair are one weighted flow (see `scale`); the worst pair is a threshold found by bisection: the
highest score below which every pair that is neither mutual nor pinned can be dropped without losing coverage, seats
or choices.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from matchengine.pairs import Flags, Integers
from matchengine.scale import Scale
from matchengine.scan import Scan
from matchengine.solver.flow import Flow, bound_of_seats, optimum, sum_of_steps

Cell = tuple[int, int]


@dataclass(frozen=True, order=True)
class Values:
    """What a plan reaches; the order of the fields is the order of the goals.

    `coverage` counts mentees, `seats` pairs; `worst` is 0 if all pairs are mutual or pinned.
    """

    coverage: int
    seats: int
    mutual: int
    worst: int
    total: int

    @property
    def counts(self) -> tuple[int, int, int]:
        return self.coverage, self.seats, self.mutual


@dataclass(frozen=True, eq=False)
class Found:
    """One exact solve: the chosen cells, required ones among them, and the prices (n and m) that prove it."""

    cells: tuple[Cell, ...]
    u: Integers
    p: Integers


@dataclass(frozen=True, eq=False)
class Goals:
    """The tables of a problem with the factors of its goals."""

    scan: Scan
    full: Scale
    counts: Scale

    @cached_property
    def full_weight(self) -> Integers:
        return self.full.weight(self.scan.mutual, self.scan.points)

    @cached_property
    def count_weight(self) -> Integers:
        return self.counts.weight(self.scan.mutual, 0)

    @cached_property
    def open_scores(self) -> list[int]:
        """The different scores of possible pairs that are not exempt, ascending."""
        scores: list[int] = np.unique(self.scan.score[self.scan.possible & ~self.scan.exempt]).tolist()
        return scores

    @cached_property
    def highest(self) -> int:
        """No possible pair adds more to the total."""
        return int(self.scan.points[self.scan.possible].max(initial=0))

    def measure(self, cells: Iterable[Cell]) -> Values:
        """What a set of cells reaches on every level."""
        chosen = list(cells)
        rows, columns = np.array(chosen, np.int64).reshape(-1, 2).T
        is_open = ~self.scan.exempt[rows, columns]
        loads = np.bincount(columns, minlength=len(self.scan.places))
        return Values(
            coverage=len({i for i, _ in chosen}),
            seats=len(chosen),
            mutual=int(self.scan.mutual[rows, columns].sum()),
            worst=int(self.scan.score[rows, columns][is_open].min()) if is_open.any() else 0,
            total=int(self.scan.points[rows, columns].sum()) - sum_of_steps(loads, self.scan.penalty),
        )

    def has_open(self, values: Values, required: frozenset[Cell]) -> bool:
        """Does a plan of these values hold a pair that is neither mutual nor pinned?"""
        pinned = self.scan.pinned & ~self.scan.mutual
        return values.seats - values.mutual > sum(bool(pinned[cell]) for cell in required)

    def next_score(self, worst: int) -> int | None:
        """The next score above the worst one."""
        return next((s for s in self.open_scores if s > worst), None)


NOTHING = np.zeros(1, np.int64)


@dataclass(eq=False)
class Field:
    """The plans that hold the `required` cells and otherwise cells of `possible` alone, and the solves made on it."""

    goals: Goals
    possible: Flags
    required: frozenset[Cell]
    _totals: dict[int, Found | None] = field(default_factory=dict)
    _counts: dict[int, Found | None] = field(default_factory=dict)

    @cached_property
    def taken(self) -> Integers:
        return np.bincount([i for i, _ in self.required], minlength=len(self.goals.scan.demand))

    @cached_property
    def base(self) -> Integers:
        return np.bincount([j for _, j in self.required], minlength=len(self.goals.scan.places))

    @cached_property
    def is_empty(self) -> bool:
        """No plan can hold what is required."""
        scan = self.goals.scan
        full = bool((self.taken > scan.demand).any() or (self.base > scan.places).any())
        return full or not all(self.possible[cell] for cell in self.required)

    @cached_property
    def free(self) -> Flags:
        """Possible cells that are not required and whose people have a seat left."""
        scan = self.goals.scan
        table = self.possible & (self.taken < scan.demand)[:, None] & (self.base < scan.places)[None, :]
        for cell in self.required:
            table[cell] = False
        return table

    def reaches(self, threshold: int) -> bool:
        """False if a required cell that is not exempt scores less."""
        scan = self.goals.scan
        return all(scan.exempt[cell] or scan.score[cell] >= threshold for cell in self.required)

    def best_total(self, threshold: int) -> Found | None:
        """Coverage, then seats, mutual choices, total, over the pairs of this threshold; None: there is no plan."""
        if threshold not in self._totals:
            self._totals[threshold] = self._solve(threshold, is_total=True)
        return self._totals[threshold]

    def best_count(self, threshold: int) -> Found | None:
        """Coverage, then seats and mutual choices, nothing else."""
        if threshold not in self._counts:
            self._counts[threshold] = self._solve(threshold, is_total=False)
        return self._counts[threshold]

    def _open(self, threshold: int) -> Flags:
        scan = self.goals.scan
        return self.free & (scan.exempt | (scan.score >= threshold))

    def _terms(self, is_total: bool) -> tuple[Integers, Integers, Integers]:
        """Weights, steps of mentees, penalties of mentors."""
        goals = self.goals
        if is_total:
            return goals.full_weight, goals.full.steps, goals.scan.penalty
        return goals.count_weight, goals.counts.steps, NOTHING

    def _solve(self, threshold: int, *, is_total: bool) -> Found | None:
        if not self.reaches(threshold):
            return None
        scan = self.goals.scan
        weight, step, penalty = self._terms(is_total)
        rows, columns = np.nonzero(self._open(threshold))
        arcs = rows, columns, weight[rows, columns]
        best = optimum(Flow(*arcs, scan.demand, scan.places, step, penalty, self.taken, self.base))
        cells = zip(rows[best.used].tolist(), columns[best.used].tolist(), strict=True)
        return Found((*self.required, *cells), best.u, best.p)

    def bound(self, prices: Found, threshold: int, *, is_total: bool = True) -> int:
        """What prices, of this field or another, prove about every plan of this field and threshold."""
        scan = self.goals.scan
        weight, step, penalty = self._terms(is_total)
        fixed = sum(int(weight[cell]) for cell in self.required)
        fixed -= sum_of_steps(self.taken, step) + sum_of_steps(self.base, penalty)
        above = (weight - prices.u[:, None] - prices.p[None, :])[self._open(threshold)]
        seats = bound_of_seats(prices.u, scan.demand, self.taken, step)
        places = bound_of_seats(prices.p, scan.places, self.base, penalty)
        return fixed + seats + places + int(np.maximum(above, 0).sum())

    def solve(self, hint: Values | None = None) -> tuple[tuple[Cell, ...], Values]:
        """The best plan of this field, all levels. `hint`: the best values of a field that contains this one."""
        if hint is not None and (found := self.best_total(hint.worst)) is not None:
            values = self.goals.measure(found.cells)
            if values.counts == hint.counts:
                return found.cells, values
        found = self._must(0)
        values = self.goals.measure(found.cells)
        if self.goals.has_open(values, self.required):
            threshold = self._highest_threshold(values)
            if threshold > values.worst:
                found = self._must(threshold)
                values = self.goals.measure(found.cells)
        return found.cells, values

    def _must(self, threshold: int) -> Found:
        found = self.best_total(threshold)
        if found is None:
            raise ValueError("a required pair is below the threshold")
        return found

    def _highest_threshold(self, values: Values) -> int:
        """The best worst score that keeps coverage, seats and mutual choices, at least values.worst."""
        ceiling = self._ceiling(values.coverage)
        steps = [s for s in self.goals.open_scores if values.worst <= s <= ceiling]
        low, high = 0, len(steps) - 1
        middle = high  # the ceiling itself is often reached
        while low < high:
            if self.keeps(values, steps[middle]):
                low = middle
            else:
                high = middle - 1
            middle = (low + high + 1) // 2
        return steps[low] if steps else values.worst

    def keeps(self, values: Values, threshold: int) -> bool:
        """Can coverage, seats and mutual choices be had with this threshold?"""
        found = self.best_count(threshold)
        return found is not None and self.goals.measure(found.cells).counts == values.counts

    def _ceiling(self, coverage: int) -> int:
        """No threshold above this leaves `coverage` mentees with any pair at all."""
        scan = self.goals.scan
        table = np.where(scan.exempt, np.iinfo(np.int64).max, scan.score)
        best = np.sort(np.where(self.possible, table, -1).max(axis=1))
        fixed = (int(table[cell]) for cell in self.required)
        return min(int(best[-coverage]), *fixed) if self.required else int(best[-coverage])
