"""The goals, level by level, each exact: coverage → seats of teams → mutual choices → the worst pair → total.

All but the worst pair are one weighted flow (see `scale`); the worst pair is a threshold found by bisection: the
highest score below which every pair that is neither mutual nor pinned can be dropped without losing coverage, seats
or choices.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

import numpy as np

from matchengine.pairs import Flags, Integers
from matchengine.scale import Scale
from matchengine.scan import Scan
from matchengine.solver.conflicts import Cell, Part
from matchengine.solver.flow import Flow, bound_of_seats, optimum, sum_of_steps


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
    """One solve: the chosen cells, required ones among them, and the prices (n and m) that bound it, in `factors`."""

    cells: tuple[Cell, ...]
    u: Integers
    p: Integers
    factors: Scale


@dataclass(frozen=True, eq=False)
class Goals:
    """The tables of a problem and the factors of its goals."""

    scan: Scan
    full: Scale
    counts: Scale

    @cached_property
    def full_weight(self) -> Integers:
        """n × m."""
        return self.weight(self.full)

    @cached_property
    def count_weight(self) -> Integers:
        """n × m."""
        return self.weight(self.counts)

    @cached_property
    def open_scores(self) -> list[int]:
        """The different scores of possible pairs that are not exempt, ascending."""
        scores: list[int] = np.unique(self.scan.score[self.scan.possible & ~self.scan.exempt]).tolist()
        return scores

    @cached_property
    def highest(self) -> int:
        """No possible pair adds more to the total."""
        return int(self.scan.points[self.scan.possible].max(initial=0))

    def weight(self, factors: Scale) -> Integers:
        return factors.weight(self.scan.mutual, self.scan.points)

    def penalty(self, factors: Scale) -> Integers:
        return factors.points * self.scan.penalty

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

    def counted(self, values: Values, factors: Scale) -> int:
        """What coverage, seats and choices weigh."""
        return factors.coverage * values.coverage + factors.seats * values.seats + factors.mutual * values.mutual

    def claims(self, values: Values, found: Found, bound: int) -> Values:
        """What a bound says: of coverage; of seats at this coverage; of choices, total at the goals before.

        Where the factors say nothing of a goal the claim is what no plan can pass; `worst` is that of the values.
        """
        factors = found.factors
        slack, most = factors.slack, self.scan.seats
        coverage = (bound + slack) // factors.coverage if factors.coverage > 0 else most
        rest = bound - factors.coverage * values.coverage
        seats = (rest + slack) // factors.seats if factors.seats > 0 else values.seats
        rest -= factors.seats * values.seats
        mutual = (rest + slack) // factors.mutual if factors.mutual > 0 else values.seats
        rest -= factors.mutual * values.mutual
        highest = values.seats * self.highest
        total = rest // factors.points if factors.points else highest
        return Values(
            min(coverage, most), min(seats, most), min(mutual, values.seats), values.worst, min(total, highest)
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
    goal_by_goal: ClassVar[bool] = False
    """Does each goal need prices of its own?"""
    _solved: dict[object, Found | None] = field(default_factory=dict)

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

    def narrowed(self, part: Part) -> "Field":
        """The plans of this field that keep what is asked."""
        return Field(self.goals, self.without(part), self.required | set(part.required))

    def without(self, part: Part) -> Flags:
        """The possible cells that a part leaves."""
        possible = self.possible.copy()
        for cell in part.forbidden:
            possible[cell] = False
        return possible

    def reaches(self, threshold: int) -> bool:
        """False if a required cell that is not exempt scores less."""
        scan = self.goals.scan
        return all(scan.exempt[cell] or scan.score[cell] >= threshold for cell in self.required)

    def best_total(self, threshold: int) -> Found | None:
        """Coverage, then seats, mutual choices, total, over the pairs of this threshold; None: there is no plan."""
        return self._flow(threshold, self.goals.full)

    def best_count(self, threshold: int) -> Found | None:
        """Coverage, then seats and mutual choices, nothing else."""
        return self._flow(threshold, self.goals.counts)

    def for_coverage(self) -> Found | None:
        """Prices that bound coverage."""
        return self.best_count(0)

    def for_mutual(self, values: Values) -> Found | None:
        """Prices that bound mutual choices where coverage and seats are as given."""
        return self.best_count(0)

    def for_worst(self, above: int, values: Values) -> Found | None:
        """Prices that show what coverage, seats and choices cost with this threshold."""
        return self.best_count(above)

    def for_total(self, values: Values) -> Found | None:
        """Prices that bound the total where all goals before are as given."""
        return self.best_total(values.worst)

    def open(self, threshold: int) -> Flags:
        scan = self.goals.scan
        return self.free & (scan.exempt | (scan.score >= threshold))

    def _flow(self, threshold: int, factors: Scale) -> Found | None:
        key = threshold, factors
        if key not in self._solved:
            self._solved[key] = self._solve(threshold, factors) if self.reaches(threshold) else None
        return self._solved[key]

    def _solve(self, threshold: int, factors: Scale) -> Found:
        goals, scan = self.goals, self.goals.scan
        rows, columns = np.nonzero(self.open(threshold))
        weight = factors.weight(scan.mutual[rows, columns], scan.points[rows, columns])
        steps, penalty = factors.steps, goals.penalty(factors)
        best = optimum(Flow(rows, columns, weight, scan.demand, scan.places, steps, penalty, self.taken, self.base))
        cells = zip(rows[best.used].tolist(), columns[best.used].tolist(), strict=True)
        return Found((*self.required, *cells), best.u, best.p, factors)

    def fixed(self, factors: Scale) -> int:
        """What the required cells weigh."""
        scan, goals = self.goals.scan, self.goals
        cells = tuple(np.array(sorted(self.required), np.int64).reshape(-1, 2).T)
        weight = int(factors.weight(scan.mutual[cells], scan.points[cells]).sum())
        return weight - sum_of_steps(self.taken, factors.steps) - sum_of_steps(self.base, goals.penalty(factors))

    def bound(self, found: Found, threshold: int) -> int:
        """What prices, of this field or another, prove about every plan of this field and threshold."""
        goals, scan, factors = self.goals, self.goals.scan, found.factors
        above = (goals.weight(factors) - found.u[:, None] - found.p[None, :])[self.open(threshold)]
        seats = bound_of_seats(found.u, scan.demand, self.taken, factors.steps)
        places = bound_of_seats(found.p, scan.places, self.base, goals.penalty(factors))
        return self.fixed(factors) + seats + places + int(np.maximum(above, 0).sum())

    def solve(self, hint: Values | None = None, floor: Values | None = None) -> tuple[tuple[Cell, ...], Values]:
        """The best plan of this field, all levels. `hint`: the best values of a field that contains this one.

        `floor`: what some plan elsewhere reaches; a field that falls behind in coverage, seats or choices need not
        look further.
        """
        if hint is not None and (found := self.best_total(hint.worst)) is not None:
            values = self.goals.measure(found.cells)
            if values.counts == hint.counts:
                return found.cells, values
        found = must(self.best_count(0))
        values = self.goals.measure(found.cells)
        if floor is not None and values.counts < floor.counts:
            return found.cells, values
        threshold = self.highest_threshold(values) if self.goals.has_open(values, self.required) else 0
        found = must(self.best_total(threshold))
        return found.cells, self.goals.measure(found.cells)

    def highest_threshold(self, values: Values) -> int:
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


def must(found: Found | None) -> Found:
    if found is None:
        raise ValueError("a required pair is below the threshold")
    return found
