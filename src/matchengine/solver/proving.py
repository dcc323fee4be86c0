"""From the leaves of the search to the certificate."""

from collections.abc import Sequence

from matchengine.codes import LevelName
from matchengine.plan import Branch, Certificate, Duals, Level
from matchengine.problem import Problem
from matchengine.scan import Scale, Scan
from matchengine.solver.branching import Leaf
from matchengine.solver.levels import Values, next_score, open_scores


def certify(problem: Problem, table: Scan, factors: Scale, values: Values, leaves: Sequence[Leaf]) -> Certificate:
    """The prices of every leaf against the values of the plan, and the bounds that follow."""
    branches = tuple(_branch(problem, leaf, values) for leaf in leaves)
    levels = _levels(table, factors, values, branches)
    return Certificate(
        levels=levels,
        objective=levels[-1].value,
        dual_bound=levels[-1].bound,
        gap=max(level.bound - level.value for level in levels),
        pairs_checked=len(problem.mentees) * len(problem.mentors),
        branches=branches,
    )


def _branch(problem: Problem, leaf: Leaf, values: Values) -> Branch:
    forbidden = sorted((problem.mentees[i].id, problem.mentors[j].id) for i, j in leaf.field.forbidden)
    return Branch(tuple(forbidden), *leaf.field.proof(values))


def _levels(table: Scan, factors: Scale, values: Values, branches: Sequence[Branch]) -> tuple[Level, ...]:
    places, steps = table.places.tolist(), table.penalty.tolist()
    first = max(price(branch.coverage, places, steps) for branch in branches)
    last = max(price(branch.total, places, steps) for branch in branches)
    covered = factors.coverage * values.coverage
    coverage = (first + factors.slack) // factors.coverage
    mutual = min((first - covered + factors.slack) // factors.mutual, values.coverage)
    worst = _worst_bound(table, factors, values, branches)
    total = last - covered - factors.mutual * values.mutual
    bounds = (coverage, mutual, worst, total)
    reached = (values.coverage, values.mutual, values.worst, values.total)
    return tuple(Level(name, *pair) for name, pair in zip(LevelName, zip(reached, bounds, strict=True), strict=True))


def _worst_bound(table: Scan, factors: Scale, values: Values, branches: Sequence[Branch]) -> int:
    if next_score(table, values) is None:
        return values.worst
    needed = factors.count * values.coverage + values.mutual
    places = table.places.tolist()
    proved = all(branch.worst is not None and price(branch.worst, places, [0]) < needed for branch in branches)
    return values.worst if proved else open_scores(table)[-1]


def price(duals: Duals, places: Sequence[int], penalty: Sequence[int]) -> int:
    """The bound that prices prove: Σ u + Σ over places max(0, p − penalty of the place)."""
    total = sum(duals.mentee)
    for p, seats in zip(duals.mentor, places, strict=True):
        for k in range(seats if p else 0):
            total += max(0, p - penalty[min(k, len(penalty) - 1)])
    return total
