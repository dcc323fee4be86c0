from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

from matchengine import kernels, solve_arcs

ORLIB = Path(__file__).parents[1] / "data" / "orlib"


def dense(table):
    n, m = table.shape
    rows, columns = np.divmod(np.arange(n * m), m)
    return rows, columns, table.ravel()


@pytest.fixture(params=["plain", "compiled"])
def _either_way(request, monkeypatch):
    monkeypatch.setattr(kernels, "WORTH_COMPILING", 0 if request.param == "compiled" else 10**9)


@pytest.mark.usefixtures("_either_way")
@pytest.mark.parametrize(("name", "size", "optimum"), [("assign100", 100, 305), ("assign500", 500, 991)])
def test_the_published_optima_of_the_or_library(name: str, size: int, optimum: int):
    numbers = np.array((ORLIB / f"{name}.txt").read_text().split(), np.int64)
    cost = numbers[-size * size :].reshape(size, size)

    plan = solve_arcs(*dense(100_000 - cost), places=np.ones(size, np.int64))

    assert len(plan.chosen) == size
    assert cost.ravel()[plan.chosen].sum() == optimum
    assert plan.objective == plan.dual_bound == 100_000 * size - optimum


@pytest.mark.usefixtures("_either_way")
@pytest.mark.parametrize("seed", range(40))
def test_equal_to_scipy_with_places_and_penalties(seed: int):
    rng = np.random.default_rng(seed)
    n, m = rng.integers(1, 30, 2)
    table = rng.integers(-20, 100, (n, m))
    places = rng.integers(0, 4, m)
    penalty = [(0,), (0, 1, 2, 3), (5, 40)][seed % 3]
    columns = np.repeat(np.arange(m), places)
    taken = np.concatenate([np.arange(p) for p in places]).astype(np.int64)
    seats = np.maximum(table[:, columns] - np.array(penalty)[np.minimum(taken, len(penalty) - 1)], 0)

    plan = solve_arcs(*dense(table), places=places, penalty=penalty)

    best = linear_sum_assignment(seats, maximize=True)
    assert plan.objective == plan.dual_bound == seats[best].sum()


@pytest.mark.usefixtures("_either_way")
@pytest.mark.parametrize("seed", range(25))
def test_equal_to_an_integer_programme_where_mentees_want_several(seed: int):
    rng = np.random.default_rng(seed)
    n, m = rng.integers(1, 8, 2)
    rows, columns = np.nonzero(rng.random((n, m)) < 0.7)
    weight, places, demand = rng.integers(-5, 40, len(rows)), rng.integers(0, 4, m), rng.integers(0, 4, n)

    plan = solve_arcs(rows, columns, weight, places, demand, mentees=int(n))

    limits = np.zeros((n + m, max(1, len(rows))))
    limits[rows, np.arange(len(rows))] = 1
    limits[n + columns, np.arange(len(rows))] = 1
    costs = np.zeros(max(1, len(rows)))
    costs[: len(rows)] = -weight
    within = LinearConstraint(limits, ub=np.concatenate((demand, places)))
    best = milp(costs, constraints=within, bounds=Bounds(0, 1), integrality=np.ones_like(costs))
    assert plan.objective == plan.dual_bound == round(-best.fun)
    assert (limits[:, plan.chosen].sum(axis=1) <= np.concatenate((demand, places))).all()


@pytest.mark.usefixtures("_either_way")
@pytest.mark.parametrize("seed", range(20))
def test_prices_prove_the_plan_arc_by_arc(seed: int):
    rng = np.random.default_rng(seed)
    table = rng.integers(-10, 50, (12, 7))
    rows, columns, weight = dense(table)
    places = rng.integers(0, 3, 7)

    plan = solve_arcs(rows, columns, weight, places)

    slack = plan.mentee_price[rows] + plan.mentor_price[columns] - weight
    loads = np.bincount(columns[plan.chosen], minlength=7)
    left_out = np.setdiff1d(np.arange(12), rows[plan.chosen])
    assert slack.min() >= 0
    assert (slack[plan.chosen] == 0).all()
    assert (plan.mentor_price[loads < places] == 0).all()
    assert (plan.mentee_price[left_out] == 0).all()
    assert weight[plan.chosen].sum() == plan.mentee_price.sum() + (places * plan.mentor_price).sum()


def test_plain_and_compiled_give_one_plan(monkeypatch):
    rng = np.random.default_rng(7)
    rows, columns, weight = dense(rng.integers(0, 9, (40, 25)))
    places = rng.integers(0, 3, 25)
    plain = solve_arcs(rows, columns, weight, places)

    monkeypatch.setattr(kernels, "WORTH_COMPILING", 0)
    compiled = solve_arcs(rows, columns, weight, places)

    assert (plain.chosen == compiled.chosen).all()
    assert (plain.mentor_price == compiled.mentor_price).all()
    assert (plain.mentee_price == compiled.mentee_price).all()


def test_the_order_of_arcs_changes_nothing():
    rng = np.random.default_rng(3)
    rows, columns, weight = dense(rng.integers(0, 5, (15, 9)))
    places, order = np.ones(9, np.int64), rng.permutation(135)

    first = solve_arcs(rows, columns, weight, places)
    second = solve_arcs(rows[order], columns[order], weight[order], places)

    assert (np.sort(order[second.chosen]) == first.chosen).all()


def test_no_arcs_is_an_empty_plan():
    plan = solve_arcs([], [], [], [2, 1], mentees=3)

    assert (plan.objective, plan.dual_bound, len(plan.chosen)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (([0, 0], [0], [1, 2], [1]), ValueError),
        (([0, 0], [0, 0], [1, 2], [1]), ValueError),
        (([0], [1], [1], [1]), ValueError),
        (([-1], [0], [1], [1]), ValueError),
        (([0], [0], [1.5], [1]), ValueError),
        (([0], [0], [1], [-1]), ValueError),
        (([0], [0], [2**59], [1]), OverflowError),
    ],
)
def test_input_that_does_not_fit_is_refused(arguments, error):
    with pytest.raises(error):
        solve_arcs(*arguments)


def test_a_falling_penalty_is_refused():
    with pytest.raises(ValueError, match="never fall"):
        solve_arcs([0], [0], [1], [1], penalty=(3, 1))
