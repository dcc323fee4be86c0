"""The sparse solver against the plain loop, brute force and the conditions that prove a plan."""

from functools import cache

import numpy as np
import pytest

from matchengine import kernels, solve_arcs
from matchengine.solver.sparse import Standing, auction, finish, narrowing, nobody, places_of
from matchengine.solver.sparse_merging import graph_of, merged

LARGE = [3, 50, 10**6, 10**9, 10**14]


def draw(rng, most):
    """Arcs of a random small school, places, penalties."""
    n, m = rng.integers(1, most, 2)
    rows, columns = np.nonzero(rng.random((n, m)) < rng.choice([0.3, 0.7, 1]))
    size = int(rng.choice(LARGE))
    weight = rng.integers(-size // 5, size, len(rows)) + rng.choice([0, size])
    places = rng.integers(0, 4, m)
    rising = np.cumsum(rng.integers(0, rng.choice([1, 5, size // 3 + 1]), rng.integers(1, 4)))
    penalty = rising if rng.random() < 0.5 else np.zeros(1, np.int64)
    return int(n), rows, columns, weight, places, penalty


def sparse(n, rows, columns, weight, places, penalty, start=None, finest=None):
    graph = graph_of(rows.astype(np.int32), columns.astype(np.int32), weight, n, len(places))
    seats = places_of(places, penalty)
    standing = start or nobody(n, seats)
    if finest:
        standing = auction(graph, seats, standing, narrowing(max(1, int(weight.max(initial=1)) // 4), finest))
    return finish(graph, seats, standing)


def worth(plan, rows, columns, weight, places, penalty):
    """The weight of a plan whose prices prove it; fails if they do not."""
    m = len(places)
    load = np.bincount(plan.mentor_of[plan.mentor_of >= 0], minlength=m)
    off = penalty[np.minimum(np.arange(load.max(initial=0) + 1), len(penalty) - 1)]
    slack = plan.u[rows] + plan.p[columns] - weight
    used = plan.mentor_of[rows] == columns
    assert (load <= places).all()
    assert used.sum() == plan.matched
    assert slack[places[columns] > 0].min(initial=0) >= 0
    assert not slack[used].any()
    assert plan.u.min(initial=0) >= 0
    assert not plan.u[plan.mentor_of < 0].any()
    assert (plan.p[load > 0] >= off[load[load > 0] - 1]).all()
    assert (plan.p[load < places] <= off[load[load < places]]).all()
    return int(weight[used].sum()) - sum(int(off[:k].sum()) for k in load)


def best_of_all(n, rows, columns, weight, places, penalty):
    arcs = {(i, j): w for i, j, w in zip(rows.tolist(), columns.tolist(), weight.tolist(), strict=True)}

    @cache
    def best(i, load):
        if i == n:
            return 0
        values = [best(i + 1, load)]
        for j, taken in enumerate(load):
            if (i, j) in arcs and taken < places[j]:
                after = (*load[:j], taken + 1, *load[j + 1 :])
                values.append(arcs[i, j] - int(penalty[min(taken, len(penalty) - 1)]) + best(i + 1, after))
        return max(values)

    return best(0, (0,) * len(places))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_equal_to_brute_force_from_any_start(seed: int):
    for k in range(40):
        rng = np.random.default_rng([seed, k])
        n, *school = draw(rng, 7)
        m, size = len(school[3]), int(school[2].max(initial=1)) + 2
        anywhere = Standing(
            np.zeros(n, np.int64), rng.integers(0, max(size, 1), m), rng.integers(-1, m, n).astype(np.int32)
        )
        optimum = best_of_all(n, *school)

        plain = sparse(n, *school)
        rough = sparse(n, *school, finest=max(1, size // 20))
        warm = sparse(n, *school, start=anywhere)

        assert worth(plain, *school) == worth(rough, *school) == worth(warm, *school) == optimum


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_solve_arcs_by_either_solver_is_the_same_optimum(seed: int, monkeypatch):
    rng = np.random.default_rng(seed)
    n, rows, columns, weight, places, penalty = draw(rng, 60)
    plain = solve_arcs(rows, columns, weight, places, penalty=penalty.tolist(), mentees=n)

    monkeypatch.setattr(kernels, "WORTH_AUCTION", 0)
    large = solve_arcs(rows, columns, weight, places, penalty=penalty.tolist(), mentees=n)

    slack = large.mentee_price[rows] + large.mentor_price[columns] - weight
    assert large.objective == large.dual_bound == plain.objective == plain.dual_bound
    assert slack.min(initial=0) >= 0
    assert not slack[large.chosen].any()


@pytest.mark.slow
def test_mentees_who_ask_for_nobody_or_several_are_served_too(monkeypatch):
    monkeypatch.setattr(kernels, "WORTH_AUCTION", 0)
    rows, columns, weight = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), np.array([5, 4, 9, 8])

    nobody_first = solve_arcs(rows, columns, weight, [1, 1], [0, 1])
    several = solve_arcs(rows, columns, weight, [1, 1], [2, 2])

    assert nobody_first.chosen.tolist() == [2]
    assert nobody_first.objective == nobody_first.dual_bound == 9
    assert several.objective == several.dual_bound == 17


@pytest.mark.slow
def test_the_same_arcs_give_the_same_plan_again(monkeypatch):
    monkeypatch.setattr(kernels, "WORTH_AUCTION", 0)
    rng = np.random.default_rng(11)
    rows, columns = np.divmod(np.arange(600), 20)
    weight, places = rng.integers(1, 6, 600), rng.integers(0, 3, 20)
    order = rng.permutation(600)

    first = solve_arcs(rows, columns, weight, places)
    again = solve_arcs(rows[order], columns[order], weight[order], places)

    assert (np.sort(order[again.chosen]) == first.chosen).all()
    assert (first.mentor_price == again.mentor_price).all()


@pytest.mark.slow
def test_a_school_without_arcs_places_or_people_has_an_empty_plan(monkeypatch):
    monkeypatch.setattr(kernels, "WORTH_AUCTION", 0)

    assert solve_arcs([], [], [], [2, 1], mentees=3).objective == 0
    assert solve_arcs([], [], [], [], mentees=0).objective == 0
    assert solve_arcs([0, 1], [0, 0], [5, 6], [0]).dual_bound == 0


@pytest.mark.slow
def test_merged_graphs_hold_every_arc_once():
    first = graph_of(*_arcs([0, 0, 2], [1, 3, 0]), np.array([10, 11, 12]), 3, 4)
    second = graph_of(*_arcs([0, 1, 2, 2], [3, 2, 0, 1]), np.array([11, 20, 12, 21]), 3, 4)

    both = merged(first, second)

    assert both.start.tolist() == [0, 2, 3, 5]
    assert both.head.tolist() == [1, 3, 2, 0, 1]
    assert both.weight.tolist() == [10, 11, 20, 12, 21]
    assert both.column_start.tolist() == [0, 1, 3, 4, 5]
    assert both.column_tail.tolist() == [2, 0, 2, 1, 0]
    assert both.column_weight.tolist() == [12, 10, 21, 20, 11]


def _arcs(rows, columns):
    return np.array(rows, np.int32), np.array(columns, np.int32)
