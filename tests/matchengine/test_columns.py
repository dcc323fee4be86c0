"""The best plan over all pairs against the full graph: from nothing, from a plan, with looks that leave pairs out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchengine.bench.instances import draw, packed
from matchengine.large.certificate import check_plan
from matchengine.pairs import Cells, Objective, PackedPairs, weigh
from matchengine.progress import Cancelled
from matchengine.solver import columns, sparse_rough, sparse_search
from matchengine.solver.arcs import solve_arcs
from matchengine.solver.columns import PairsPlan, solve_pairs
from tests.effort import examples
from tests.matchengine.test_large_search import packed_problems

pytestmark = pytest.mark.slow
thorough = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))


def best_weight(pairs: PackedPairs, objective: Objective) -> int:
    """By the plain solver on every allowed pair."""
    allowed, weight = weigh(pairs, objective, 0, pairs.shape[0])
    rows, columns = np.nonzero(allowed)
    places = np.where(pairs.open_columns, pairs.places, 0)
    plan = solve_arcs(
        rows, columns, weight[rows, columns], places, penalty=pairs.penalty.tolist(), mentees=pairs.shape[0]
    )
    return plan.objective


def proved(pairs: PackedPairs, objective: Objective, plan: PairsPlan) -> bool:
    finding = check_plan(pairs, objective, plan.mentor_of.astype(np.int64), plan.u, plan.p)
    assert finding.faults == ()
    return plan.weight == plan.dual_bound == finding.weight


@thorough
@given(packed_problems(), st.sampled_from([(0,), (0, 3, 9), (5, 40)]))
def test_equal_to_the_full_graph(problem, penalty):
    pairs, objective = replace(problem[0], penalty=np.array(penalty)), problem[1]

    plan = solve_pairs(pairs, objective)

    assert plan.weight == best_weight(pairs, objective)
    assert proved(pairs, objective, plan)
    assert plan.pairs_checked == pairs.cells


@pytest.fixture(params=[1, 2])
def short_looks(request, monkeypatch):
    """Looks that keep next to nothing, so that many are needed and most leave pairs out."""
    monkeypatch.setattr(sparse_search, "PER_ROW", request.param)
    monkeypatch.setattr(sparse_search, "PER_COLUMN", 2)
    monkeypatch.setattr(sparse_search, "SAMPLE", 2)
    monkeypatch.setattr(sparse_search, "MOST_PARTLY", 10 * request.param)
    monkeypatch.setattr(sparse_rough, "SAMPLE", 2)
    monkeypatch.setattr(sparse_rough, "START_ARCS", request.param)


@pytest.mark.usefixtures("short_looks")
@thorough
@given(packed_problems())
def test_looks_that_leave_pairs_out_still_end_in_a_proof(problem):
    pairs, objective, _ = problem

    plan = solve_pairs(pairs, objective)

    assert plan.weight == best_weight(pairs, objective)
    assert proved(pairs, objective, plan)


@pytest.mark.usefixtures("short_looks")
@pytest.mark.parametrize("seed", range(3))
def test_a_school_with_short_looks(seed: int):
    pairs, objective = packed(draw("school", seed))

    plan = solve_pairs(pairs, objective)

    assert plan.weight == best_weight(pairs, objective)
    assert proved(pairs, objective, plan)


@thorough
@given(packed_problems(), st.integers(0, 2**32 - 1))
def test_from_a_plan_after_any_change(problem, seed):
    pairs, objective, _ = problem
    rng, (n, m) = np.random.default_rng(seed), pairs.shape
    before = solve_pairs(pairs, objective)
    rows = np.nonzero(before.mentor_of >= 0)[0][:2]
    after = replace(
        pairs,
        banned=Cells.of(rows, before.mentor_of[rows]),
        pinned=Cells.of(rng.integers(0, n, 1), rng.integers(0, m, 1)) if n and m else pairs.pinned,
        open_columns=pairs.open_columns & (rng.random(m) < 0.9),
        places=np.maximum(pairs.places + rng.integers(-1, 2, m), 0),
    )
    changed = replace(objective, threshold=objective.threshold + 3, pin=10**5)

    plan = solve_pairs(after, changed, start=before)

    assert plan.weight == best_weight(after, changed)
    assert proved(after, changed, plan)


def test_the_town_is_the_published_optimum_and_the_same_on_every_run():
    pairs, objective = packed(draw("town", 1))

    first, again = solve_pairs(pairs, objective), solve_pairs(pairs, objective)

    assert first.weight == first.dual_bound == 1906 * 1_000_000 + 96 * 10_000 + 172_149
    assert proved(pairs, objective, first)
    assert (first.mentor_of == again.mentor_of).all()
    assert (first.u == again.u).all()
    assert (first.p == again.p).all()


def test_a_town_in_which_all_pairs_weigh_the_same():
    pairs, _ = packed(draw("town", 1))

    plan = solve_pairs(pairs, Objective(base=1, score=0))

    assert plan.weight == plan.dual_bound == 1906
    assert proved(pairs, Objective(base=1, score=0), plan)


def test_nothing_changed_moves_nobody():
    pairs, objective = packed(draw("town", 2))
    before = solve_pairs(pairs, objective)

    again = solve_pairs(pairs, objective, start=before)

    assert (again.mentor_of == before.mentor_of).all()
    assert again.rounds == 1


def test_what_if_on_the_town_is_the_optimum_from_nothing():
    pairs, objective = packed(draw("town", 3))
    before = solve_pairs(pairs, objective)
    rng = np.random.default_rng(3)
    gone = rng.choice(pairs.shape[1], 7, replace=False)
    leaving = replace(pairs, open_columns=~np.isin(np.arange(pairs.shape[1]), gone))

    warm, cold = solve_pairs(leaving, objective, start=before), solve_pairs(leaving, objective)

    assert warm.weight == cold.weight < before.weight
    assert proved(leaving, objective, warm)
    assert not np.isin(warm.mentor_of, gone).any()


def test_more_places_than_can_be_kept_are_opened_as_they_are_needed(monkeypatch):
    monkeypatch.setattr(columns, "PLACES", 0)
    school, objective = packed(draw("school", 1))
    places = np.zeros(school.shape[1], np.int64)
    places[:4] = 10**12
    pairs = replace(school, places=places, penalty=np.array([0, 7, 9]))

    plan = solve_pairs(pairs, objective)

    assert plan.weight == best_weight(replace(pairs, places=np.minimum(places, 200)), objective)
    assert proved(replace(pairs, places=np.minimum(places, 200)), objective, plan)


def test_a_run_can_be_cancelled():
    pairs, objective = packed(draw("school", 1))

    with pytest.raises(Cancelled):
        solve_pairs(pairs, objective, progress=lambda stage, done, of: False)


def test_weights_that_leave_the_integers_are_refused():
    pairs, _ = packed(draw("school", 1))

    with pytest.raises(OverflowError, match="too large"):
        solve_pairs(pairs, Objective(base=2**59))


def test_goals_that_need_more_than_64_bits_together_are_added_exactly():
    pairs, _ = packed(draw("school", 1))
    objective = Objective(base=2**58, mutual=2**40)

    plan = solve_pairs(pairs, objective)

    assert plan.weight == plan.dual_bound > 2**64
    assert int((plan.mentor_of >= 0).sum()) == 172
