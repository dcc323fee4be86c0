"""The goals of large problems, held against solving every threshold on the full graph."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from matchengine.bench.instances import draw, packed
from matchengine.large.certificate import check_plan
from matchengine.large.levels import (
    LevelsPlan,
    Reached,
    ceiling,
    goals_of,
    highest_score,
    reached,
    scores_of,
    solve_levels,
)
from matchengine.pairs import Cells, Objective, PackedPairs
from tests.effort import examples
from tests.matchengine.test_large_certificate import best
from tests.matchengine.test_large_search import packed_problems


class Plain:
    """A plan found on the full graph, in the shape `reached` reads."""

    def __init__(self, pairs: PackedPairs, objective: Objective):
        self.mentor_of = best(pairs, objective)[0]


def by_every_threshold(pairs: PackedPairs) -> Reached:
    goals = goals_of(pairs)
    values = reached(pairs, Plain(pairs, goals))  # type: ignore[arg-type]
    counts, found = (values.coverage, values.mutual), values
    for threshold in range(1, highest_score(pairs) + 1):
        values = reached(pairs, Plain(pairs, replace(goals, threshold=threshold)))  # type: ignore[arg-type]
        if (values.coverage, values.mutual) != counts:
            return found
        found = values
    return found


def assert_proved(pairs: PackedPairs, plan: LevelsPlan) -> None:
    for proved in (plan.counts, plan.total, *([plan.above] if plan.above else [])):
        finding = check_plan(pairs, proved.objective, proved.plan.mentor_of, proved.plan.u, proved.plan.p)
        assert finding.faults == ()
    if plan.above:
        above = reached(pairs, plan.above.plan)
        assert (above.coverage, above.mutual) < (plan.reached.coverage, plan.reached.mutual)
        assert plan.above.objective.threshold == (plan.reached.worst or 0) + 1


@pytest.mark.slow
def test_the_school_level_by_level():
    pairs, _ = packed(draw("school", 1))

    plan = solve_levels(pairs)

    assert plan.reached == by_every_threshold(pairs) == Reached(172, 17, 36, 13_307)
    assert_proved(pairs, plan)


@pytest.mark.slow
@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(packed_problems())
def test_the_levels_are_those_of_every_threshold(problem: tuple[PackedPairs, Objective, dict[str, Any]]):
    pairs, _, _ = problem
    some = np.arange(0, pairs.shape[1], 5)  # few mentors: places are short
    few = np.isin(np.arange(pairs.shape[1]), some)
    gains = replace(pairs.extra, points=np.abs(pairs.extra.points))
    pairs = replace(pairs, open_columns=pairs.open_columns & few, pinned=Cells.of((), ()), extra=gains)

    plan = solve_levels(pairs)

    assert plan.reached == by_every_threshold(pairs)
    assert_proved(pairs, plan)


@settings(max_examples=examples(100), deadline=None, suppress_health_check=list(HealthCheck))
@given(packed_problems())
def test_the_scores_of_single_pairs(problem: tuple[PackedPairs, Objective, dict[str, Any]]):
    pairs, _, _ = problem
    rows, columns = (one.ravel() for one in np.indices(pairs.shape))

    scores = scores_of(pairs, rows, columns)

    assert scores.tolist() == pairs.block(0, pairs.shape[0])[1].ravel().tolist()


def test_mutual_choices_stand_below_the_worst_pair():
    none = np.zeros(0, np.int64)
    pairs = PackedPairs(
        open_rows=np.ones(2, np.bool_),
        open_columns=np.ones(3, np.bool_),
        places=np.ones(3, np.int64),
        extra=Cells.of([0, 0, 1, 1], [0, 1, 0, 2], [1, 50, 90, 40]),
        mutual=Cells.of([0], [0]),
        banned=Cells.of([0, 1], [2, 1]),
    )

    plan = solve_levels(pairs)

    assert plan.reached == Reached(coverage=2, mutual=1, worst=40, total=41)
    without = replace(pairs, mutual=Cells.of(none, none))
    assert solve_levels(without).reached == Reached(coverage=2, mutual=0, worst=50, total=140)


def test_a_threshold_above_the_ceiling_leaves_somebody_out():
    pairs, _ = packed(draw("school", 2))
    plan = solve_levels(pairs)

    assert (plan.reached.worst or 0) <= ceiling(pairs, plan.reached.coverage)


def test_goals_that_do_not_fit_are_refused():
    pairs, _ = packed(draw("school", 1))
    heavy = replace(pairs, extra=Cells.of([0], [0], [2**50]))

    with pytest.raises(OverflowError):
        solve_levels(heavy)
