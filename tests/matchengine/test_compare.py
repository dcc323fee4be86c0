"""What any plan reaches, and how two differ."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Difference, Levels, Move, Problem, Settings, compare, levels_of, moves_between, solve
from matchengine.codes import ViolationCode
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems

LAW = frozenset({"право"})
SCHOOL = problem(
    [mentee("e1", main_need="право"), mentee("e2", main_need="право"), mentee("e3", demand=2)],
    [mentor("r1", competences=LAW, places=3), mentor("r2", places=2), mentor("r3")],
    Settings(load_penalty=(0, 3), keep_bonus=7),
    mutual=frozenset({("e2", "r2")}),
    pins=frozenset({("e3", "r2")}),
    current=frozenset({("e1", "r1"), ("e2", "r3")}),
)


def test_a_plan_made_by_hand_is_counted_goal_by_goal():
    # e1–r1: 40 and 7 for a kept pair; e2–r2: 10, mutual; e3–r2: 0, pinned, the second mentee; e3–r3: 0, the worst
    reached = levels_of(SCHOOL, [("e1", "r1"), ("e2", "r2"), ("e3", "r2"), ("e3", "r3")])

    assert reached == Levels(coverage=3, seats=4, mutual=1, worst=0, total=40 + 7 + 10 - 3)


def test_mutual_and_pinned_pairs_are_no_worst_pair():
    assert levels_of(SCHOOL, [("e1", "r1"), ("e2", "r2"), ("e3", "r2")]).worst == 40
    assert levels_of(SCHOOL, [("e2", "r2"), ("e3", "r2")]).worst == 0
    assert levels_of(SCHOOL, []) == Levels(0, 0, 0, 0, 0)


def test_pairs_of_strangers_and_pairs_named_twice_count_once_or_not_at_all():
    assert levels_of(SCHOOL, [("e1", "r1"), ("e1", "r1"), ("x", "r1"), ("e1", "y")]) == Levels(1, 1, 0, 40, 47)


def test_levels_compare_goal_by_goal():
    plain, better = Levels(3, 3, 1, 20, 100), Levels(3, 3, 2, 0, 10)

    assert better > plain
    assert better - plain == Difference(0, 0, 1, -20, -90)
    assert (better - plain).is_gain
    assert (plain - better).is_loss
    assert (plain - better) == (better - plain).turned
    assert not (plain - plain).is_gain
    assert not (plain - plain).is_loss


def test_moves_name_who_comes_from_where():
    before = [("e1", "r1"), ("e2", "r2"), ("e3", "r1"), ("e3", "r2")]
    after = [("e1", "r2"), ("e3", "r2"), ("e3", "r3"), ("e4", "r1")]

    assert moves_between(before, after) == (
        Move("e1", "r1", "r2"),
        Move("e2", "r2", None),
        Move("e3", "r1", "r3"),
        Move("e4", None, "r1"),
    )
    assert moves_between(before, before) == ()


def test_last_years_pairs_beside_a_new_plan():
    old, new = [("e1", "r3"), ("gone", "r1"), ("e2", "r2")], [("e2", "r2"), ("e3", "r2")]

    seen = compare(SCHOOL, old, new)

    assert seen.first == Levels(2, 2, 1, 0, 10)
    assert seen.second == Levels(2, 2, 1, 0, 7)
    assert seen.difference == Difference(0, 0, 0, 0, -3)
    assert seen.kept == (("e2", "r2"),)
    assert seen.moves == (Move("e1", "r3", None), Move("e3", None, "r2"))
    assert (seen.left_out_first, seen.left_out_second) == (("e3",), ("e1",))
    found = [v.code for v in seen.violations_first]
    assert found == [ViolationCode.UNKNOWN_MENTEE, ViolationCode.PIN_MISSING]
    assert seen.violations_second == ()


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(problems(most_mentees=7, most_mentors=5, keep_bonus=6))
def test_the_readable_count_is_what_the_certificate_says(any_problem: Problem):
    plan = solve(any_problem)

    reached = asdict(levels_of(any_problem, plan))
    assert {str(level.name): level.value for level in plan.certificate.levels}.items() <= reached.items()
