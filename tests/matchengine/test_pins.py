"""Pairs that must stay, and pairs that had better stay."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matchengine import Plan, Problem, ProblemRefused, Settings, check, solve, verify
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems, school
from tests.matchengine.oracle import best_values, possible_pins


def reached(plan: Plan) -> tuple[int, ...]:
    return tuple(level.value for level in plan.certificate.levels)


def matched(plan: Plan) -> list[tuple[str, str]]:
    return [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]


def physics(settings: Settings | None = None, **pairs: frozenset[tuple[str, str]]) -> Problem:
    asking = [mentee("e1", main_need="физика"), mentee("e2")]
    offering = [mentor("r1", competences=frozenset({"физика"})), mentor("r2")]
    return problem(asking, offering, settings, **pairs)


def test_a_pin_holds_though_it_costs_points():
    assert matched(solve(physics())) == [("e1", "r1"), ("e2", "r2")]

    plan = solve(physics(pins=frozenset({("e1", "r2")})))

    assert matched(plan) == [("e1", "r2"), ("e2", "r1")]
    assert plan.certificate.gap == 0


def test_a_pin_holds_though_it_costs_coverage():
    narrow = mentee("e1", modes=frozenset({"online"}))
    only = mentor("r1", modes=frozenset({"online"}))
    pinned = problem([narrow, mentee("e2")], [only], pins=frozenset({("e2", "r1")}))

    plan = solve(pinned)

    assert matched(plan) == [("e2", "r1")]
    assert verify(pinned, plan, every_pair=True) == ()


def test_a_pinned_pair_is_not_the_worst_one():
    plan = solve(physics(pins=frozenset({("e2", "r2")})))

    assert reached(plan) == (2, 0, 40, 40)


def test_a_plan_without_a_pin_is_found():
    found = check(physics(pins=frozenset({("e1", "r2")})), [("e1", "r1")])

    assert [(v.code, v.mentee_id, v.mentor_id) for v in found] == [("pin_missing", "e1", "r2")]


def test_a_kept_pair_gives_way_only_to_more_points():
    current = frozenset({("e1", "r2"), ("e2", "r1")})

    assert matched(solve(physics(Settings(keep_bonus=30), current=current))) == sorted(current)
    assert matched(solve(physics(Settings(keep_bonus=10), current=current))) == [("e1", "r1"), ("e2", "r2")]


def test_the_bonus_counts_in_the_total_and_not_in_the_score():
    plan = solve(physics(Settings(keep_bonus=30), current=frozenset({("e1", "r2"), ("e2", "r1")})))

    assert [pair.score for pair in plan.pairs] == [0, 0]
    assert reached(plan) == (2, 0, 0, 60)


def test_pinning_good_pairs_of_the_best_plan_changes_no_value():
    # pinned pairs are exempt from the level of the worst pair, so the worst one itself stays free
    invented = school(40, 15)
    plan = solve(invented)
    good = [(p.mentee_id, p.mentor_id) for p in plan.pairs if p.score > reached(plan)[2]]

    again = solve(replace(invented, pins=frozenset(good[::2])))

    assert reached(again) == reached(plan)
    assert again.certificate.gap == 0


def test_pinning_the_whole_plan_leaves_nothing_to_choose():
    invented = school(30, 10)
    plan = solve(invented)

    again = solve(replace(invented, pins=frozenset(matched(plan))))

    assert matched(again) == matched(plan)
    assert again.certificate.gap == 0


def test_pins_that_leave_no_room_for_the_expert_are_refused():
    asking = [mentee("e1", demand=2, team_topic="физика"), mentee("e2")]
    offering = [mentor("r1"), mentor("r2", competences=frozenset({"физика"}))]
    pinned = problem(asking, offering, pins=frozenset({("e1", "r1"), ("e2", "r2")}))

    with pytest.raises(ProblemRefused) as refused:
        solve(pinned)

    assert refused.value.code == "pins_contradict"


@pytest.mark.slow
@effort(max_examples=examples(150), deadline=None)
@given(problems(most_mentees=5, most_mentors=3), st.data())
def test_pins_and_kept_pairs_agree_with_brute_force(tiny: Problem, data: st.DataObject):
    cells = [(a.id, b.id) for a in tiny.mentees for b in tiny.mentors]
    if not cells:
        return
    wanted = data.draw(st.lists(st.sampled_from(cells), max_size=3, unique=True))
    current = data.draw(st.frozensets(st.sampled_from(cells), max_size=4))
    settings = replace(tiny.settings, keep_bonus=data.draw(st.sampled_from([0, 1, 20, 100])))
    pinned = replace(tiny, pins=possible_pins(tiny, wanted), current=current, settings=settings)

    plan = solve(pinned)

    assert reached(plan) == best_values(pinned)
    assert plan.certificate.gap == 0
    assert verify(pinned, plan, every_pair=True) == ()
