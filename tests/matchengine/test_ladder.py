"""One more place for every mentor at once, against solving again."""

from dataclasses import astuple, replace

import numpy as np
import pytest

from matchengine import Problem, levels_of, place_prices, solve, solve_arcs
from matchengine.codes import Rule, Theme
from matchengine.ladder import Ladder, best_pairs, is_plain
from matchengine.lifting import with_place
from matchengine.residual import FORBIDDEN, Stock, gains
from matchengine.scan import scan
from tests.matchengine.builders import crowd, mentee, mentor, problem, school

PLAIN = frozenset({Rule.TIME, Rule.MODE, Rule.TEAM})


def plain(seed: int) -> Problem:
    """Scarce places, some mentors without any, teams at every third seed, a pin or two at every other."""
    drawn = crowd(seed, 16, 9, hard=PLAIN, keep_bonus=seed % 4, min_common_slots=1)
    if seed % 3 == 0:
        drawn = replace(drawn, mentees=tuple(replace(m, demand=1 + k % 3) for k, m in enumerate(drawn.mentees)))
    if seed % 2:
        pairs = solve(drawn).pairs
        drawn = replace(drawn, pins=frozenset((p.mentee_id, p.mentor_id) for p in pairs[1:6:2]))
    return drawn


@pytest.mark.parametrize("seed", range(30))
def test_gains_are_what_solving_again_brings(seed: int):
    rng = np.random.default_rng(seed)
    n, m = 9, 5
    allowed = rng.random((n, m)) < 0.6
    weight = rng.integers(1, 40, (n, m))
    demand, places = rng.integers(0, 3, n), rng.integers(0, 3, m)
    penalty, step = np.array([0, 5, 9]), np.array([0, 12])
    rows, columns = np.nonzero(allowed)

    def solved(seats: np.ndarray):
        return solve_arcs(
            rows,
            columns,
            weight[allowed],
            seats,
            demand,
            penalty=penalty.tolist(),
            demand_penalty=step.tolist(),
            mentees=n,
        )

    plan = solved(places)
    used = np.zeros((n, m), np.bool_)
    used[rows[plan.chosen], columns[plan.chosen]] = True
    nobody, nothing = np.zeros(n, np.int64), np.zeros(m, np.int64)
    found = gains(np.where(allowed, weight, FORBIDDEN), used, Stock(demand, places, step, penalty, nobody, nothing))

    again = [solved(places + (np.arange(m) == j)).objective - plan.objective for j in range(m)]
    assert found.tolist() == again


def test_gains_of_a_flow_that_is_not_optimal_are_refused():
    weight = np.array([[10, 50], [50, 10]])
    used = np.eye(2, dtype=np.bool_)
    one, zero = np.ones(2, np.int64), np.zeros(2, np.int64)

    with pytest.raises(ValueError, match="not optimal"):
        gains(weight, used, Stock(one, one, zero[:1], zero[:1], zero, zero))


@pytest.mark.parametrize("seed", range(16))
def test_the_ladder_reaches_what_solve_proves(seed: int):
    drawn = plain(seed)
    assert is_plain(drawn, scan(drawn))

    assert levels_of(drawn, best_pairs(drawn)) == levels_of(drawn, solve(drawn))
    for hint in (1, 20, 99):
        assert levels_of(drawn, best_pairs(drawn, hint)) == levels_of(drawn, solve(drawn))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(16))
def test_a_price_is_what_solving_again_brings(seed: int):
    drawn = plain(seed)
    before = levels_of(drawn, solve(drawn))

    prices = {price.mentor_id: price.difference for price in place_prices(drawn)}

    for one in drawn.mentors:
        roomier = with_place(drawn, one)
        difference = levels_of(roomier, solve(roomier)) - before
        assert prices.get(one.id) == (difference if difference.is_gain else None)


@pytest.mark.slow
def test_a_school_has_the_prices_that_solving_again_finds():
    invented = school(60, 20, 5)
    before = levels_of(invented, solve(invented))
    table = scan(invented)
    ladder = Ladder(invented, table)

    found = [ladder.with_place(j) - ladder.best for j in range(len(invented.mentors))]

    again = [with_place(invented, one) for one in invented.mentors]
    assert found == [levels_of(roomier, solve(roomier)) - before for roomier in again]
    assert any(astuple(one)[0] for one in found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_where_the_prices_pay_for_a_banned_pair_lifting_the_ban_brings_nothing(seed: int):
    invented = school(20, 8, seed)
    pairs = [(a.id, b.id) for a in invented.mentees for b in invented.mentors]
    banned = replace(invented, bans=frozenset(pairs[seed::3]))
    table = scan(banned)
    ladder = Ladder(banned, table)
    best = levels_of(banned, best_pairs(banned))
    gained = paid = 0

    for i, j in np.argwhere(scan(invented).possible & ~table.possible).tolist():
        freer = replace(banned, bans=banned.bans - {(banned.mentees[i].id, banned.mentors[j].id)})
        if ladder.would_change((i, j)):
            gained += levels_of(freer, best_pairs(freer)) > best
        else:
            paid += 1
            assert levels_of(freer, best_pairs(freer)) == best
    assert gained > 0
    assert paid > 0


def test_what_ties_pairs_together_is_seen():
    asking = [mentee("e1", person="Ада", demand=2), mentee("e2", person="Вера")]
    offering = [mentor("r1", person="Вера"), mentor("r2", person="Ада")]
    turned = problem(asking, offering)
    one_way = replace(turned, bans=frozenset({("e2", "r2")}))
    on = turned.settings

    assert not is_plain(turned, scan(turned))
    assert is_plain(one_way, scan(one_way))
    themed = replace(one_way, settings=replace(on, theme=Theme.NEED))
    assert not is_plain(themed, scan(themed))
    together = replace(one_way, settings=replace(on, team_together=True))
    assert not is_plain(together, scan(together))
    loose = replace(together, settings=replace(together.settings, hard=on.hard - {Rule.TEAM}))
    assert is_plain(loose, scan(loose))
