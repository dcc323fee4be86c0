"""The product's goals for large problems of one mentor a mentee, level by level, each proved over all pairs.

Coverage → mutual choices → the worst pair that is neither mutual nor pinned → total less the load penalty. All but the
worst pair are one weighted problem; the worst pair is a threshold, found by bisection over exact solves. Three sets of
prices prove it: those without a threshold bound the first two goals, those one point above the worst pair prove that no
better one keeps them, those at the threshold bound the total.
"""

from dataclasses import dataclass

import numpy as np

from matchengine.large.search import best_pairs
from matchengine.pairs import ANY, SHIFT, Integers, KeyPoints, Objective, PackedPairs
from matchengine.progress import Progress
from matchengine.solver.columns import PairsPlan, solve_pairs

LARGEST = 2**62


@dataclass(frozen=True)
class Reached:
    """What a plan reaches. `worst`: the lowest score of a pair that is neither mutual nor pinned, None without any."""

    coverage: int
    mutual: int
    worst: int | None
    total: int


@dataclass(frozen=True, eq=False)
class Proved:
    """A goal's objective and the best plan for it, to be held to `certificate.check_plan`."""

    objective: Objective
    plan: PairsPlan


@dataclass(frozen=True, eq=False)
class LevelsPlan:
    """The best plan level by level: `total.plan.mentor_of`. `above` proves the worst pair, None where there is none.

    `solves`: how many exact solves it took.
    """

    reached: Reached
    counts: Proved
    above: Proved | None
    total: Proved
    solves: int


def solve_levels(pairs: PackedPairs, *, progress: Progress | None = None) -> LevelsPlan:
    """The best plan, goal by goal. Pins count before everything, the bonus of kept pairs is not counted.

    Raises OverflowError where the goals do not fit into one weight (about 300,000 mentees).
    """
    goals = goals_of(pairs)
    counts = Proved(goals, solve_pairs(pairs, goals, progress=progress))
    first = reached(pairs, counts.plan)
    if first.worst is None:
        return LevelsPlan(first, counts, None, counts, 1)
    low, high, best, above, solves = first.worst, ceiling(pairs, first.coverage) + 1, counts, None, 1
    middle = high - 1  # the ceiling itself is often reached
    while low + 1 < high:
        objective = Objective(goals.base, goals.mutual, 1, goals.pin, threshold=middle)
        found = Proved(objective, solve_pairs(pairs, objective, start=best.plan, progress=progress))
        solves += 1
        values = reached(pairs, found.plan)
        if (values.coverage, values.mutual) == (first.coverage, first.mutual):
            low, best = middle if values.worst is None else values.worst, found
        else:
            high, above = middle, found
        middle = (low + high) // 2
    if above is None:
        objective = Objective(goals.base, goals.mutual, 1, goals.pin, threshold=high)
        above, solves = Proved(objective, solve_pairs(pairs, objective, start=best.plan, progress=progress)), solves + 1
    return LevelsPlan(reached(pairs, best.plan), counts, above, best, solves)


def goals_of(pairs: PackedPairs) -> Objective:
    """Weights of which a lower goal can never outweigh a higher one."""
    seats = int(np.minimum(pairs.places, pairs.shape[0])[pairs.open_columns].sum())
    most = min(int(pairs.open_rows.sum()), seats)
    mutual = most * (highest_score(pairs) + int(pairs.penalty.max())) + 1
    coverage = (most + 1) * mutual
    pin = (most + 1) * coverage if len(pairs.pinned.rows) else 0
    if (pin + coverage + 2 * mutual) * (most + 1) >= LARGEST:
        raise OverflowError("the goals do not fit into one weight")
    return Objective(base=coverage, mutual=mutual, score=1, pin=pin)


def highest_score(pairs: PackedPairs) -> int:
    """No pair scores more, and none less than minus this."""
    total = int(np.abs(pairs.extra.points).max(initial=0))
    total += 0 if pairs.mentor_points is None else int(np.abs(pairs.mentor_points).max(initial=0))
    for term in pairs.points:
        if isinstance(term, KeyPoints):
            total += abs(term.points)
        else:
            shared = np.bitwise_count(term.left).sum(axis=1).astype(np.int64)
            counted = np.clip(shared - term.over, 0, term.most)
            total += int((counted * term.factor).max(initial=0)) >> SHIFT
    return total


def reached(pairs: PackedPairs, plan: PairsPlan) -> Reached:
    """The goals of a plan, counted pair by pair."""
    rows = np.nonzero(plan.mentor_of >= 0)[0]
    columns = plan.mentor_of[rows].astype(np.int64)
    scores = scores_of(pairs, rows, columns)
    cells = rows * pairs.shape[1] + columns
    mutual = np.isin(cells, _keys(pairs, "mutual"))
    free = scores[~mutual & ~np.isin(cells, _keys(pairs, "pinned"))]
    load = np.bincount(columns, minlength=pairs.shape[1])
    steps = pairs.penalty[np.minimum(np.arange(int(load.max(initial=0))), len(pairs.penalty) - 1)]
    off = int(np.concatenate(([0], np.cumsum(steps)))[load].sum())
    worst = int(free.min()) if len(free) else None
    return Reached(len(rows), int(mutual.sum()), worst, int(scores.sum()) - off)


def scores_of(pairs: PackedPairs, rows: Integers, columns: Integers) -> Integers:
    """The scores of the pairs (rows[k], columns[k])."""
    scores = (
        np.zeros(len(rows), np.int64) if pairs.mentor_points is None else pairs.mentor_points[columns].astype(np.int64)
    )
    for term in pairs.points:
        left, right = term.left[rows], term.right[columns]
        if isinstance(term, KeyPoints):
            scores += term.points * ((left == right) & (left != ANY))
        else:
            shared = np.bitwise_count(left & right).sum(axis=1, dtype=np.int64)
            scores += (np.clip(shared - term.over, 0, term.most) * term.factor[rows]) >> SHIFT
    extra, cells = _keys(pairs, "extra"), rows * pairs.shape[1] + columns
    if len(extra):
        place = np.minimum(np.searchsorted(extra, cells), len(extra) - 1)
        scores += np.where(extra[place] == cells, pairs.extra.points[place], 0)
    return scores


def ceiling(pairs: PackedPairs, coverage: int) -> int:
    """No threshold above this leaves so many mentees with any pair at all."""
    n, m = pairs.shape
    best = best_pairs(pairs, Objective(), np.full(n, -LARGEST), np.zeros(m, np.int64), 1)
    score = np.full(n, -1, np.int64)
    score[best.mentee] = best.weight
    score[np.concatenate((pairs.mutual.rows, pairs.pinned.rows))] = highest_score(pairs)
    return int(np.sort(score)[-coverage]) if coverage else 0


def _keys(pairs: PackedPairs, name: str) -> Integers:
    cells = getattr(pairs, name)
    keys: Integers = cells.rows * pairs.shape[1] + cells.columns
    return keys
