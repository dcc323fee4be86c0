"""The goals, level by level, each exact: coverage → mutual choices → the worst pair that is not mutual → total.

The first, second and last level are one weighted problem (see `scan.Scale`); the worst pair is a threshold found by
bisection: the highest score below which every non-mutual pair can be dropped without losing coverage or choices.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from matchengine.packing import Flags, Numbers
from matchengine.plan import Duals
from matchengine.scan import Scale, Scan
from matchengine.solver.arcs import ArcPlan, solve_arcs

Cell = tuple[int, int]


@dataclass(frozen=True, order=True)
class Values:
    """What a plan reaches; the order of the fields is the order of the goals. `worst` is 0 if all pairs are mutual."""

    coverage: int
    mutual: int
    worst: int
    total: int


@dataclass(eq=False)
class Field:
    """One problem without some forbidden cells (row, column), and the exact solves already made on it."""

    scan: Scan
    scale: Scale
    forbidden: frozenset[Cell] = frozenset()
    _totals: dict[int, tuple[ArcPlan, tuple[Cell, ...]]] = field(default_factory=dict)
    _counts: dict[int, ArcPlan] = field(default_factory=dict)

    def allowed(self, threshold: int) -> Flags:
        """Possible pairs that are mutual or score at least the threshold."""
        table = self.scan.possible & (self.scan.mutual | (self.scan.score >= threshold))
        for cell in self.forbidden:
            table[cell] = False
        return table

    def best_total(self, threshold: int) -> tuple[ArcPlan, tuple[Cell, ...]]:
        """Coverage, then mutual choices, then total, over the pairs of this threshold: prices and chosen cells."""
        if threshold not in self._totals:
            rows, columns = np.nonzero(self.allowed(threshold))
            mutual, score = self.scan.mutual[rows, columns], self.scan.score[rows, columns]
            weight = self.scale.coverage + self.scale.mutual * mutual.astype(np.int64) + score
            plan = self._solve(rows, columns, weight, self.scan.penalty)
            cells = zip(rows[plan.chosen].tolist(), columns[plan.chosen].tolist(), strict=True)
            self._totals[threshold] = plan, tuple(cells)
        return self._totals[threshold]

    def best_count(self, threshold: int) -> ArcPlan:
        """Coverage, then mutual choices, nothing else."""
        if threshold not in self._counts:
            rows, columns = np.nonzero(self.allowed(threshold))
            weight = self.scale.count + self.scan.mutual[rows, columns].astype(np.int64)
            self._counts[threshold] = self._solve(rows, columns, weight, np.zeros(1, np.int64))
        return self._counts[threshold]

    def _solve(self, rows: Numbers, columns: Numbers, weight: Numbers, penalty: Numbers) -> ArcPlan:
        steps = penalty.tolist()
        return solve_arcs(rows, columns, weight, self.scan.places, penalty=steps, mentees=self.scan.mentees)

    def solve(self) -> tuple[tuple[Cell, ...], Values]:
        """The best plan of this field, all levels."""
        _, cells = self.best_total(0)
        values = measure(self.scan, cells)
        if values.coverage == values.mutual:
            return cells, values
        threshold = self._highest_threshold(values)
        if threshold > values.worst:
            _, cells = self.best_total(threshold)
            values = measure(self.scan, cells)
        return cells, values

    def _highest_threshold(self, values: Values) -> int:
        """The best worst score that keeps coverage and mutual choices, at least values.worst."""
        ceiling = self._ceiling(values.coverage)
        steps = [s for s in open_scores(self.scan) if values.worst <= s <= ceiling]
        low, high = 0, len(steps) - 1
        middle = high  # the ceiling itself is often reached
        while low < high:
            if self._keeps(values, steps[middle]):
                low = middle
            else:
                high = middle - 1
            middle = (low + high + 1) // 2
        return steps[low] if steps else values.worst

    def _keeps(self, values: Values, threshold: int) -> bool:
        return self.best_count(threshold).objective == self.scale.count * values.coverage + values.mutual

    def _ceiling(self, coverage: int) -> int:
        """No threshold above this leaves `coverage` mentees with any pair at all."""
        table = np.where(self.scan.mutual, np.iinfo(np.int64).max, self.scan.score)
        best = np.sort(np.where(self.allowed(0), table, -1).max(axis=1))
        return int(best[-coverage])

    def proof(self, values: Values) -> tuple[Duals, Duals | None, Duals]:
        """Prices that bound coverage and mutual choices, the worst pair, and the total of every plan of this field."""
        coverage, cells = self.best_total(0)
        total = coverage
        if values.coverage > values.mutual and measure(self.scan, cells).worst < values.worst:
            total, _ = self.best_total(values.worst)
        above = next_score(self.scan, values)
        worst = None if above is None else _duals(self.best_count(above))
        return _duals(coverage), worst, _duals(total)


def _duals(plan: ArcPlan) -> Duals:
    return Duals(tuple(plan.mentee_price.tolist()), tuple(plan.mentor_price.tolist()))


def open_scores(table: Scan) -> list[int]:
    """The different scores of possible pairs that are not mutual, ascending."""
    scores: list[int] = np.unique(table.score[table.possible & ~table.mutual]).tolist()
    return scores


def next_score(table: Scan, values: Values) -> int | None:
    """The next score above the worst one; None if there is none or no pair needs it, so nothing is to be proved."""
    if values.coverage == values.mutual:
        return None
    return next((s for s in open_scores(table) if s > values.worst), None)


def measure(table: Scan, cells: Iterable[Cell]) -> Values:
    """What a set of cells reaches on every level."""
    chosen = list(cells)
    scores = [int(table.score[cell]) for cell in chosen]
    mutual = [bool(table.mutual[cell]) for cell in chosen]
    loads: dict[int, int] = {}
    off = 0
    for _, j in chosen:
        off += int(table.penalty[min(loads.get(j, 0), len(table.penalty) - 1)])
        loads[j] = loads.get(j, 0) + 1
    worst = min((s for s, m in zip(scores, mutual, strict=True) if not m), default=0)
    return Values(len(chosen), sum(mutual), worst, sum(scores) - off)
