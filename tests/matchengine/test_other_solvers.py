"""`solve_arcs` against solvers that nobody here wrote, on random schools and on their own test cases."""

from collections.abc import Iterator

import numpy as np
import pytest

from matchengine import ArcPlan, solve_arcs
from tests.matchengine.other_solvers import Arcs, by_assignment, by_flow, by_linear_programme

CASES = 2_000
PIN = 1_000_000


def random_arcs(seed: int) -> Arcs:
    """A small town: capacities, teams in a third of the cases, load penalties, pins as heavy arcs, bans as gaps."""
    rng = np.random.default_rng(seed)
    mentees, mentors = int(rng.integers(1, 13)), int(rng.integers(1, 9))
    weight = rng.integers(-20, 120, (mentees, mentors))
    if seed % 4 == 0:
        weight //= 20  # ties everywhere
    if seed % 5 == 0:
        weight = weight * 1_000 + 100_000  # coverage before everything
    possible = rng.random(weight.shape) < rng.choice([0.3, 0.6, 1.0])
    places = rng.integers(0, 4, mentors)
    for _ in range(int(rng.integers(0, 3))):
        i, j = int(rng.integers(mentees)), int(rng.integers(mentors))
        if places[j]:
            possible[i, j], weight[i, j] = True, PIN
    possible[rng.integers(mentees), rng.integers(mentors)] = False
    row, column = np.nonzero(possible)
    demand = rng.integers(0, 4, mentees) if seed % 3 == 0 else np.ones(mentees, np.int64)
    penalty = ((0,), (0, 5, 9), (2, 2, 30))[seed % 7 % 3]
    return Arcs(row, column, weight[row, column], places, demand, penalty)


def solved(arcs: Arcs) -> ArcPlan:
    return solve_arcs(
        arcs.mentee,
        arcs.mentor,
        arcs.weight,
        arcs.places,
        arcs.demand,
        penalty=arcs.penalty,
        mentees=len(arcs.demand),
    )


def is_a_plan(arcs: Arcs, plan: ArcPlan) -> bool:
    """Nobody beyond demand or places; no arc twice by construction."""
    met = np.bincount(arcs.mentee[plan.chosen], minlength=len(arcs.demand))
    held = np.bincount(arcs.mentor[plan.chosen], minlength=len(arcs.places))
    return bool((met <= arcs.demand).all() and (held <= arcs.places).all())


@pytest.mark.parametrize("start", range(0, CASES, 100))
def test_the_optimum_is_that_of_or_tools_highs_and_scipy(start: int) -> None:
    for seed in range(start, start + 100):
        arcs = random_arcs(seed)
        plan = solved(arcs)
        assert is_a_plan(arcs, plan), seed
        assert plan.objective == plan.dual_bound == by_flow(arcs) == by_linear_programme(arcs), seed
        if (arcs.demand == 1).all():
            assert plan.objective == by_assignment(arcs), seed


def test_half_of_the_random_cases_have_teams_or_penalties_and_many_leave_somebody_out() -> None:
    kinds = [random_arcs(seed) for seed in range(CASES)]
    assert sum(bool((arcs.demand > 1).any()) for arcs in kinds) > 500
    assert sum(arcs.penalty != (0,) for arcs in kinds) > 800
    assert sum(bool((arcs.weight == PIN).any()) for arcs in kinds) > 800
    assert sum(arcs.places.sum() < arcs.demand.sum() for arcs in kinds) > 300


def full_assignment(cost, maximize: bool = False):  # type: ignore[no-untyped-def]
    """SciPy's interface on our solver: the cheapest choice that uses every row or every column."""
    table = np.asarray(cost.todense() if hasattr(cost, "todense") else cost, float)
    finite = np.isfinite(table) & ((table != 0) | (not hasattr(cost, "todense")))
    row, column = np.nonzero(finite)
    value = table[row, column].astype(np.int64)
    if (value != table[row, column]).any():
        raise ValueError("the cases are of whole numbers")
    top = 2 * int(abs(value).sum()) + 1
    plan = solve_arcs(
        row,
        column,
        top + (value if maximize else -value),
        np.ones(table.shape[1], np.int64),
        mentees=table.shape[0],
    )
    if len(plan.chosen) < min(table.shape):
        raise ValueError("cost matrix is infeasible")
    return row[plan.chosen], column[plan.chosen]


def small_cases() -> Iterator[tuple[int, object]]:
    from scipy.sparse.csgraph.tests import test_matching

    yield from test_matching.linear_sum_assignment_test_cases


@pytest.mark.parametrize(("sign", "case"), list(small_cases()))
def test_the_cases_of_scipys_own_tests(sign: int, case: object) -> None:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph.tests import test_matching

    test_matching.linear_sum_assignment_assertions(full_assignment, np.array, sign, case)
    if np.isfinite(np.array(case[0])).all():  # type: ignore[index]
        test_matching.linear_sum_assignment_assertions(full_assignment, csr_array, sign, case)


def test_the_infeasible_cases_of_scipys_own_tests() -> None:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph.tests import test_matching

    (marks,) = test_matching.test_min_weight_full_matching_infeasible_problems.pytestmark
    for table in marks.args[1]:
        with pytest.raises(ValueError, match="infeasible"):
            full_assignment(csr_array(table))


def test_full_assignments_of_a_hundred_sparse_tables_as_scipys_tests_draw_them() -> None:
    """As their `test_two_methods_give_same_result_on_many_sparse_inputs`; some of the hundred have no answer."""
    from scipy.sparse import random_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rng = np.random.default_rng(12342309)
    without = 0
    for _ in range(100):
        table = random_array(
            (100, 100), density=0.06, rng=rng, data_sampler=lambda size: rng.integers(1, 100, size)
        ).tocsr()
        try:
            row, column = min_weight_full_bipartite_matching(table)
        except ValueError:
            without += 1
            with pytest.raises(ValueError, match="infeasible"):
                full_assignment(table)
            continue
        ours = full_assignment(table)
        assert int(table[ours].sum()) == int(table[row, column].sum())
    assert 0 < without < 100


def test_the_largest_matchings_of_scipys_own_tests() -> None:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    data = [[[1, 1], [1, 0]], [[1, 1], [1, 0], [0, 1]], [[1, 1, 0], [0, 0, 1]], [[0, 0], [0, 0]]]
    rng = np.random.default_rng(42)
    tables = [np.array(one) for one in data] + [(rng.random((60, 50)) < 0.03).astype(int) for _ in range(20)]
    for table in tables:
        row, column = np.nonzero(table)
        plan = solve_arcs(row, column, np.ones(len(row), np.int64), np.ones(table.shape[1], np.int64))
        assert len(plan.chosen) == (maximum_bipartite_matching(csr_array(table), perm_type="column") >= 0).sum()
