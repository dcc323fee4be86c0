"""The check of a large plan accepts what is best and names every kind of break."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from scipy.optimize import linear_sum_assignment

from matchengine.bench.instances import draw, packed
from matchengine.large.certificate import check_plan, coverage_bound
from matchengine.large.scalar import weigh_cells
from matchengine.pairs import Cells, Objective, PackedPairs, weigh
from matchengine.solver.arcs import solve_arcs
from tests.effort import examples
from tests.matchengine.test_large_search import packed_problems


def best(pairs: PackedPairs, objective: Objective) -> list[Any]:
    """mentor_of, u, p of the best plan, found on the full graph."""
    allowed, weight = weigh(pairs, objective, 0, pairs.shape[0])
    rows, columns = np.nonzero(allowed)
    places = np.where(pairs.open_columns, pairs.places, 0)
    plan = solve_arcs(
        rows, columns, weight[rows, columns], places, penalty=pairs.penalty.tolist(), mentees=len(allowed)
    )
    mentor_of = np.full(len(allowed), -1, np.int64)
    mentor_of[rows[plan.chosen]] = columns[plan.chosen]
    return [mentor_of, plan.mentee_price, plan.mentor_price]


@pytest.fixture(scope="module")
def school() -> tuple[PackedPairs, Objective, list[Any]]:
    pairs, objective = packed(draw("school", 1))
    return pairs, objective, best(pairs, objective)


def test_the_best_plan_of_the_school_is_proved(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school

    finding = check_plan(pairs, objective, *plan)

    assert finding.faults == ()
    assert (finding.matched, finding.mutual, finding.score) == (172, 17, 13_502)
    assert finding.weight == finding.bound == 172_183_502
    assert finding.coverage_bound == 172
    assert finding.pairs_checked == 12_000


def test_a_plan_with_penalties_is_proved(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, _ = school
    pairs = replace(pairs, penalty=np.array([0, 5, 20, 40]))

    finding = check_plan(pairs, objective, *best(pairs, objective))

    assert finding.faults == ()
    assert finding.weight < 172_183_502


def a_pair(plan: list[Any]) -> int:
    return int(np.nonzero(plan[0] >= 0)[0][0])


def test_a_pair_that_is_not_allowed(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    i = a_pair(plan)
    banned = replace(pairs, banned=Cells.of([i], [plan[0][i]]))

    assert "pair_not_allowed" in check_plan(banned, objective, *plan).faults


def test_a_pair_below_the_threshold(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school

    assert "pair_not_allowed" in check_plan(pairs, replace(objective, threshold=60), *plan).faults


def test_a_mentor_with_too_many(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    fewer = replace(pairs, places=np.minimum(pairs.places, 1))

    assert "too_many_mentees" in check_plan(fewer, objective, *plan).faults


def test_a_price_below_zero(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, (mentor_of, u, p) = school
    lower = p.copy()
    lower[0] = -1

    assert "price_below_zero" in check_plan(pairs, objective, mentor_of, u, lower).faults


def test_a_matched_pair_that_is_not_tight(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    higher = plan[1].copy()
    higher[a_pair(plan)] += 1

    faults = check_plan(pairs, objective, plan[0], higher, plan[2]).faults

    assert "pair_not_tight" in faults
    assert "weight_is_not_the_bound" in faults


def test_a_mentee_left_out_with_a_gain(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    without = plan[0].copy()
    without[a_pair(plan)] = -1

    faults = check_plan(pairs, objective, without, *plan[1:]).faults

    assert "gain_without_mentor" in faults
    assert "weight_is_not_the_bound" in faults


def test_a_free_place_with_a_price(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    more = replace(pairs, places=pairs.places + (plan[2] > 0))

    assert "price_of_a_free_place" in check_plan(more, objective, *plan).faults


def test_a_price_below_the_penalty_paid(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, _ = school
    pairs = replace(pairs, penalty=np.array([3]))
    mentor_of, u, p = best(pairs, objective)
    j = int(mentor_of[a_pair([mentor_of])])
    lower = p.copy()
    lower[j] = 2

    assert "price_below_the_penalty" in check_plan(pairs, objective, mentor_of, u, lower).faults


def test_a_pair_that_weighs_more_than_its_prices(school: tuple[PackedPairs, Objective, list[Any]]):
    pairs, objective, plan = school
    lower = plan[1].copy()
    lower[a_pair(plan)] -= 1

    assert "pair_outweighs_its_prices" in check_plan(pairs, objective, plan[0], lower, plan[2]).faults


@pytest.mark.parametrize(
    "fault", ["pair_outweighs_its_prices", "row_outweighs_its_prices", "sample_outweighs_its_prices"]
)
def test_a_large_problem_is_held_to_search_rows_and_sample(fault: str, monkeypatch: pytest.MonkeyPatch):
    pairs, objective = packed(draw("town", 1))
    n, m = pairs.shape
    monkeypatch.setattr("matchengine.large.certificate.FEW", 0)
    nothing = np.full(n, -1), np.zeros(n, np.int64), np.zeros(m, np.int64)

    assert fault in check_plan(pairs, objective, *nothing).faults
    assert fault not in check_plan(pairs, objective, nothing[0], nothing[1] + 2_000_000, nothing[2]).faults


@pytest.mark.parametrize("broken", [[0.5, 1.0], [0], [[0, 0]], [0, 1]])
def test_what_is_no_plan_is_refused(broken: Any):
    pairs = PackedPairs(np.ones(2, np.bool_), np.ones(1, np.bool_), np.ones(1, np.int64))

    with pytest.raises(ValueError, match=r"mentor_of|not there"):
        check_plan(pairs, Objective(), broken, [0, 0], [0])


@pytest.mark.slow
@settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(packed_problems())
def test_one_by_one_is_what_numpy_says(problem: tuple[PackedPairs, Objective, dict[str, Any]]):
    pairs, objective, _ = problem
    n, m = pairs.shape
    rows, columns = (one.ravel() for one in np.indices((n, m)))

    found = list(weigh_cells(pairs, objective, rows, columns))

    allowed, weight = weigh(pairs, objective, 0, n)
    assert [(bool(a), w) for a, _, w in found] == list(
        zip(allowed.ravel().tolist(), weight.ravel().tolist(), strict=True)
    )
    assert [s for _, s, _ in found] == pairs.block(0, n)[1].ravel().tolist()


@pytest.mark.slow
@settings(max_examples=examples(100), deadline=None, suppress_health_check=list(HealthCheck))
@given(packed_problems())
def test_no_plan_matches_more_than_the_coverage_bound(problem: tuple[PackedPairs, Objective, dict[str, Any]]):
    pairs, _, _ = problem
    objective = Objective(base=10**6)
    plan = best(pairs, objective)

    finding = check_plan(pairs, objective, *plan)

    allowed, _ = weigh(pairs, objective, 0, pairs.shape[0])
    seats = np.repeat(allowed, pairs.places, axis=1)
    most = int(seats[linear_sum_assignment(seats, maximize=True)].sum()) if seats.size else 0
    assert finding.faults == ()
    assert finding.matched == finding.coverage_bound == most
    assert coverage_bound(pairs, objective, plan[1] + 1, plan[2]) >= most
