"""The best levels of a problem without their proof, and what one more place of each mentor adds to them.

A problem is plain if no rule ties pairs together: no themes of groups, no wishes about a team, no two people who could
mentor each other. Then every goal but the worst pair is one flow, and the worst pair is a threshold. `solve` finds the
same levels and proves them; this is for asking many times what would be if.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from matchengine.codes import Rule
from matchengine.compare import Levels
from matchengine.pairs import Flags, Integers
from matchengine.problem import Ids, Problem
from matchengine.residual import FORBIDDEN, Stock, gains
from matchengine.scale import Scale, counts_of, scale_of
from matchengine.scan import Scan, scan
from matchengine.solver.arcs import LARGEST
from matchengine.solver.branching import search
from matchengine.solver.flow import sum_of_steps
from matchengine.solver.levels import Field, Found, Goals

Cell = tuple[int, int]

MOST_SOLVED = 8
"""Where pairs are tied together each answer is a search of its own: so many are asked at most."""


def is_plain(problem: Problem, table: Scan) -> bool:
    """Does no rule tie pairs of this problem together?"""
    settings = problem.settings
    if settings.theme is not None and settings.is_hard(Rule.THEME):
        return False
    teams = any(m.team_topic is not None or (settings.team_together and m.demand > 1) for m in problem.mentees)
    if teams and settings.is_hard(Rule.TEAM):
        return False
    return not settings.is_hard(Rule.REVERSE) or not _can_turn(problem, table)


def best_pairs(problem: Problem, hint: int = 0) -> tuple[Ids, ...]:
    """The pairs of a best plan, in order of id: as exact as `solve`, without its proof. `hint`: see `Ladder`."""
    table = scan(problem)
    if is_plain(problem, table):
        cells = Ladder(problem, table, hint).cells
    else:
        best, _ = search(problem, Goals(table, scale_of(problem), counts_of(problem)))
        cells = sorted(best.cells)
    return tuple((problem.mentees[i].id, problem.mentors[j].id) for i, j in cells)


@dataclass(frozen=True, eq=False)
class _Solved:
    """One exact flow: its value beside the pins, with one more place of each mentor (m) too, and what proves it."""

    value: int
    roomier: Integers
    weight: Integers
    found: Found

    def covers(self, cell: Cell) -> bool:
        """Do the prices pay for this cell, so that allowing it changes nothing?"""
        return bool(self.found.u[cell[0]] + self.found.p[cell[1]] >= self.weight[cell])


Value = Callable[[_Solved], int]


@dataclass(eq=False)
class Ladder:
    """A plain problem. `table` may hold mentors without places: what a first place of theirs adds is counted too.

    `hint`: a worst score that is likely reached and not surpassed, tried first.
    """

    problem: Problem
    table: Scan
    hint: int = 0
    _counts: dict[int, _Solved] = field(default_factory=dict)
    _totals: dict[int, _Solved] = field(default_factory=dict)

    @cached_property
    def best(self) -> Levels:
        """What the best plan reaches; all but `worst` without the pinned pairs, so compare differences."""
        return self._climb(lambda solved: solved.value)

    @cached_property
    def cells(self) -> list[Cell]:
        """(row, column) of a best plan, pinned pairs included, ascending."""
        return sorted(self._total(self.best.worst).found.cells)

    def with_place(self, column: int) -> Levels:
        """What the best plan reaches once this mentor has one more place; compare with `best`."""
        return self._climb(lambda solved: int(solved.roomier[column]))

    def would_change(self, cell: Cell) -> bool:
        """Could allowing this cell, now forbidden, change any level? No where the prices of all levels pay for it.

        The prices prove the counts, that no higher worst pair keeps them, and the total (see `certificate`). If each
        of them covers the new cell too, the same prices prove the same bounds for the larger problem.
        """
        score, worst, is_exempt = int(self.table.score[cell]), self.best.worst, bool(self.table.exempt[cell])
        solved = [self._count(0)]
        if is_exempt or score >= worst:
            solved.append(self._total(worst))
        if (is_exempt or score > worst) and self.best.seats > self.best.mutual:
            above = self._goals.next_score(worst)
            if above is None:
                return True
            solved.append(self._count(above))
        return not all(one.covers(cell) for one in solved)

    def closest(self, kept: Flags, worst: int) -> list[Cell] | None:
        """(row, column) of the best plan that keeps most of these cells among all that are equally good.

        `worst`: that level of the best plan. One more goal below the total: all weights are multiplied by more than
        there are pairs, and a kept cell is worth one. None where the product would leave 60 bits.
        """
        most, table, scale = self.table.seats + 1, self.table, self._goals.full
        if (scale.coverage + scale.seats) * 2 * most * most >= LARGEST:
            return None
        finer = Scale(scale.coverage * most, scale.seats * most, scale.mutual * most, scale.slack * most)
        scan_ = replace(table, points=table.points * most + kept, penalty=table.penalty * most)
        found = self._field_of(Goals(scan_, finer, self._goals.counts)).best_total(worst)
        return None if found is None else sorted(found.cells)

    def _climb(self, value: Value) -> Levels:
        coverage, seats, mutual = self._reached(value)
        threshold = self._threshold((coverage, seats, mutual), value)
        scale = self._goals.full
        counted = coverage * scale.coverage + seats * scale.seats + mutual * scale.mutual
        return Levels(coverage, seats, mutual, threshold, value(self._total(threshold)) - counted)

    def _reached(self, value: Value) -> tuple[int, int, int]:
        """(mentees, pairs, mutual choices) of the best plan beside the pins."""
        counts = self._goals.counts
        coverage, rest = divmod(value(self._count(0)), counts.coverage)
        seats, mutual = divmod(rest, counts.seats) if counts.seats else (coverage, rest)
        return coverage, seats, mutual // counts.mutual

    def _threshold(self, reached: tuple[int, int, int], value: Value) -> int:
        """The best worst score that keeps the counts; 0 where all pairs are mutual or pinned."""
        _, seats, mutual = reached
        if seats == mutual:
            return 0
        needed, steps = value(self._count(0)), self._goals.open_scores
        low, high = 0, len(steps) - 1
        guess = bisect_left(steps, self.hint)
        guesses = [guess + 1, guess]
        while low < high:
            middle = guesses.pop() if guesses else (low + high + 1) // 2
            if not low < middle <= high:
                continue
            if value(self._count(steps[middle])) == needed:
                low = middle
            else:
                high = middle - 1
        return steps[low]

    @cached_property
    def _goals(self) -> Goals:
        """With factors that stay safe when any mentor has one place more."""
        mentors = tuple(replace(m, places=m.places + 1) for m in self.problem.mentors)
        roomy = replace(self.problem, mentors=mentors)
        return Goals(self.table, scale_of(roomy), counts_of(roomy))

    @cached_property
    def _field(self) -> Field:
        return self._field_of(self._goals)

    def _field_of(self, goals: Goals) -> Field:
        pinned = frozenset((i, j) for i, j in np.argwhere(self.table.pinned).tolist())
        return Field(goals, self.table.possible, pinned)

    def _count(self, threshold: int) -> _Solved:
        if threshold not in self._counts:
            nothing = np.zeros(1, np.int64)
            found, counts = self._field.best_count(threshold), self._goals.counts
            self._counts[threshold] = self._solved(threshold, found, self._goals.count_weight, counts.steps, nothing)
        return self._counts[threshold]

    def _total(self, threshold: int) -> _Solved:
        if threshold not in self._totals:
            found, full = self._field.best_total(threshold), self._goals.full
            self._totals[threshold] = self._solved(
                threshold, found, self._goals.full_weight, full.steps, self.table.penalty
            )
        return self._totals[threshold]

    def _solved(
        self, threshold: int, found: Found | None, weight: Integers, step: Integers, penalty: Integers
    ) -> _Solved:
        if found is None:
            raise ValueError("a pinned pair is below the threshold")
        table, base = self.table, self._field
        used = np.zeros(weight.shape, np.bool_)
        used[tuple(np.array(found.cells, np.int64).reshape(-1, 2).T)] = True
        used &= ~table.pinned
        off = _paid(used.sum(axis=1), base.taken, step) + _paid(used.sum(axis=0), base.base, penalty)
        value = int(weight[used].sum()) - off
        allowed = table.possible & (table.exempt | (table.score >= threshold)) & ~table.pinned
        stock = Stock(table.demand, table.places, step, penalty, base.taken, base.base)
        return _Solved(value, value + gains(np.where(allowed, weight, FORBIDDEN), used, stock), weight, found)


def _paid(counts: Integers, before: Integers, step: Integers) -> int:
    return sum_of_steps(counts + before, step) - sum_of_steps(before, step)


def _can_turn(problem: Problem, table: Scan) -> bool:
    """Are there two people who could mentor each other?"""
    asking, offering = {m.person for m in problem.mentees}, {m.person for m in problem.mentors}
    both = sorted((asking & offering) - {""})
    left = np.array([[m.person == one for m in problem.mentees] for one in both], np.float32)
    right = np.array([[m.person == one for one in both] for m in problem.mentors], np.float32)
    if not both:
        return False
    among = left @ table.possible.astype(np.float32) @ right > 0
    np.fill_diagonal(among, False)
    return bool((among & among.T).any())
