"""What a change brings, held against solving again and against brute force."""

from dataclasses import replace

import pytest

from matchengine import (
    Difference,
    ForcedCost,
    Move,
    PlacePrice,
    Problem,
    Settings,
    check,
    forced_cost,
    greedy,
    levels_of,
    moves_between,
    place_prices,
    solve,
    verify,
    what_if,
)
from matchengine.codes import Rule
from tests.matchengine.builders import crowd, mentee, mentor, problem, school
from tests.matchengine.oracle import all_plans

LAW = frozenset({"право"})
Ids = tuple[str, str]


def ids(plan) -> list[Ids]:
    return [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]


def two_lawyers() -> Problem:
    """Two mentors of law with one place each, three children who ask for law, one who asks for nothing."""
    asking = [mentee(f"e{k}", main_need="право") for k in (1, 2, 3)]
    offering = [mentor("r1", competences=LAW), mentor("r2", competences=LAW), mentor("r3"), mentor("r4")]
    return problem([*asking, mentee("e4")], offering, Settings(load_penalty=(0,)))


def test_a_pin_costs_what_it_takes_from_the_others():
    small = two_lawyers()
    plan = solve(small)
    assert ids(plan) == [("e1", "r1"), ("e2", "r2"), ("e3", "r3"), ("e4", "r4")]

    seen = what_if(small, plan, pins=[("e4", "r1")])

    assert seen.difference == Difference(0, 0, 0, 0, -40)
    assert ("e4", "r1") in ids(seen.plan)
    assert seen.problem.pins == {("e4", "r1")}
    assert len(seen.moves) == 2
    assert verify(seen.problem, seen.plan) == ()


def test_a_ban_among_equals_moves_no_more_than_it_must():
    small = two_lawyers()
    plan = solve(small)

    seen = what_if(small, plan, bans=[("e1", "r1")])

    assert seen.difference == Difference()
    assert seen.moves in {
        (Move("e1", "r1", "r2"), Move("e2", "r2", "r1")),
        (Move("e1", "r1", "r3"), Move("e3", "r3", "r1")),
    }


def test_nothing_asked_moves_nobody_even_from_a_plan_by_hand():
    small = two_lawyers()
    by_hand = [("e1", "r2"), ("e2", "r3"), ("e3", "r1"), ("e4", "r4")]

    seen = what_if(small, by_hand)

    assert seen.difference == Difference()
    assert seen.moves == ()


def test_lifting_a_pin_or_a_ban_says_what_it_had_cost():
    asking = [mentee("e1", main_need="право"), mentee("e2")]
    offering = [mentor("r1", competences=LAW), mentor("r2"), mentor("r3", competences=LAW)]
    closed = problem(
        asking,
        offering,
        pins=frozenset({("e2", "r1")}),
        bans=frozenset({("e1", "r3"), ("e2", "r3"), ("x", "r1")}),
    )

    # without the pin e1 has r1, 40 points more; with r3 allowed e1 has 40 and no pair is below that
    assert forced_cost(closed) == (
        ForcedCost("pin", ("e2", "r1"), Difference(0, 0, 0, 0, 40)),
        ForcedCost("ban", ("e1", "r3"), Difference(0, 0, 0, 40, 40)),
        ForcedCost("ban", ("e2", "r3"), Difference()),
    )


@pytest.mark.parametrize("seed", range(6))
def test_a_school_answers_any_change_with_a_proved_plan(seed: int):
    invented = school(24, 8, seed)
    plan = solve(invented)
    pinned = next(iter(sorted({(a.id, b.id) for a in invented.mentees for b in invented.mentors} - set(ids(plan)))))
    free = next(p for p in ids(plan)[3:])
    pins = [pinned] if not check(replace(invented, pins=frozenset({pinned})), [pinned]) else []

    seen = what_if(invented, plan, pins=pins, bans=[free])

    assert seen.difference == levels_of(seen.problem, seen.plan) - levels_of(invented, plan)
    assert seen.moves == moves_between(plan, seen.plan)
    assert verify(seen.problem, seen.plan) == ()
    assert levels_of(seen.problem, seen.plan) == levels_of(seen.problem, solve(seen.problem))
    back = what_if(seen.problem, seen.plan, unpins=pins, unbans=[free])
    assert levels_of(invented, back.plan) == levels_of(invented, plan)
    assert back.problem == invented


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_among_equally_good_plans_the_nearest_is_taken(seed: int):
    drawn = crowd(seed, 4, 4 - seed % 2, hard=frozenset({Rule.TIME}), min_common_slots=1)
    drawn = replace(drawn, mentees=tuple(replace(m, demand=1 + seed % 2) for m in drawn.mentees))
    before = greedy(drawn)
    best = levels_of(drawn, solve(drawn))
    equals = [plan for plan in all_plans(drawn) if not check(drawn, plan) and levels_of(drawn, plan) == best]

    seen = what_if(drawn, before)

    kept = len(set(ids(seen.plan)) & set(before))
    assert kept == max(len(set(plan) & set(before)) for plan in equals)
    assert levels_of(drawn, seen.plan) == best


def test_one_more_place_is_dear_where_a_child_is_left_out():
    asking = [mentee("e1", main_need="право"), mentee("e2", main_need="право")]
    small = problem(asking, [mentor("r1", competences=LAW), mentor("r2", places=0)])

    # with r1 a second child has 40 less 1 point for load; with r2, who has no place yet, 0
    assert (
        place_prices(small)
        == (
            PlacePrice("r2", Difference(1, 1, 0, -40, 0)),
            PlacePrice("r1", Difference(1, 1, 0, 0, 39)),
        )[::-1]
    )


def test_a_mentor_with_a_free_place_has_no_price():
    assert place_prices(problem([mentee("e1")], [mentor("r1", places=2), mentor("r2", places=2)])) == ()


def test_prices_beside_people_who_could_mentor_each_other():
    asking = [mentee("e1", person="Ада", is_minor=False), mentee("e2", person="Вера", is_minor=False), mentee("e3")]
    turned = problem(asking, [mentor("r1", person="Ада"), mentor("r2", person="Вера")])
    free = replace(turned, settings=Settings(hard=turned.settings.hard - {Rule.REVERSE}))

    # a second place of either would match the third mentee only if the two mentored each other
    assert place_prices(turned) == ()
    assert [(price.mentor_id, price.difference.coverage) for price in place_prices(free)] == [("r1", 1), ("r2", 1)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_the_cost_of_every_pin_and_ban_is_found_by_solving_again(seed: int):
    drawn = crowd(seed, 12, 8, hard=frozenset({Rule.TIME, Rule.MODE}), min_common_slots=1)
    drawn = replace(drawn, pins=frozenset(ids(solve(drawn))[1:5:2]))
    before = levels_of(drawn, solve(drawn))

    costs = {(cost.kind, cost.pair): cost.difference for cost in forced_cost(drawn)}

    assert len(costs) == len(drawn.pins) + len(drawn.bans)
    for pair in drawn.pins:
        freer = replace(drawn, pins=drawn.pins - {pair})
        assert costs["pin", pair] == levels_of(freer, solve(freer)) - before
    for pair in drawn.bans:
        freer = replace(drawn, bans=drawn.bans - {pair})
        assert costs["ban", pair] == levels_of(freer, solve(freer)) - before
