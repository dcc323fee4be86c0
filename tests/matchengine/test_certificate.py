"""The check of the proof must find what somebody has changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from matchengine import Certificate, Level, Pair, Plan, Problem, solve, verify
from matchengine.codes import LevelName
from tests.matchengine.builders import mentee, mentor, problem, school

SCHOOL = school(30, 10)
PLAN = solve(SCHOOL)


def with_certificate(**changes: object) -> Plan:
    return replace(PLAN, certificate=replace(PLAN.certificate, **changes))


def with_prices(level: str, change: Callable[[tuple[int, ...]], tuple[int, ...]], side: str = "mentor") -> Plan:
    (branch,) = PLAN.certificate.branches
    prices = getattr(branch, level)
    changed = replace(prices, **{side: change(getattr(prices, side))})
    return with_certificate(branches=(replace(branch, **{level: changed}),))


def with_level(name: LevelName, *, value: int = 0, bound: int = 0) -> Certificate:
    levels = tuple(
        Level(x.name, x.value + value, x.bound + bound) if x.name == name else x for x in PLAN.certificate.levels
    )
    gap = max(x.bound - x.value for x in levels)
    return replace(PLAN.certificate, levels=levels, objective=levels[-1].value, dual_bound=levels[-1].bound, gap=gap)


def test_an_honest_plan_stands():
    assert verify(SCHOOL, PLAN, every_pair=True) == ()
    assert PLAN.certificate.gap == 0


@pytest.mark.parametrize(
    ("level", "fault"),
    [("coverage", "coverage_not_proved"), ("worst", "worst_not_proved"), ("total", "total_not_proved")],
)
@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_prices_that_are_too_low_prove_nothing(level: str, fault: str, side: str):
    assert fault in verify(SCHOOL, with_prices(level, lambda prices: tuple(0 for _ in prices), side))


@pytest.mark.parametrize("level", ["coverage", "worst", "total"])
def test_prices_that_are_too_high_prove_a_weaker_bound(level: str):
    assert verify(SCHOOL, with_prices(level, lambda prices: tuple(p + 10**7 for p in prices))) != ()


def test_negative_prices_are_refused():
    assert verify(SCHOOL, with_prices("total", lambda prices: (-1, *prices[1:]))) == ("total_not_proved",)


def test_one_price_less_on_a_matched_pair_is_found():
    row = [m.id for m in SCHOOL.mentees].index(PLAN.pairs[0].mentee_id)

    tampered = with_prices("total", lambda u: (*u[:row], u[row] - 1, *u[row + 1 :]), "mentee")

    assert verify(SCHOOL, tampered) == ("total_not_proved",)


@pytest.mark.parametrize("name", [LevelName.COVERAGE, LevelName.MUTUAL, LevelName.WORST, LevelName.TOTAL])
def test_values_are_counted_again(name: LevelName):
    changed = replace(PLAN, certificate=with_level(name, value=1, bound=1))

    assert "values_differ" in verify(SCHOOL, changed)


@pytest.mark.parametrize("name", [LevelName.COVERAGE, LevelName.MUTUAL, LevelName.WORST, LevelName.TOTAL])
def test_a_bound_below_what_the_prices_prove_is_found(name: LevelName):
    changed = replace(PLAN, certificate=with_level(name, bound=-1))

    assert f"{name}_not_proved" in verify(SCHOOL, changed)


def test_a_summary_that_says_something_else_is_found():
    assert verify(SCHOOL, with_certificate(gap=-1)) == ("summary_differs",)
    assert verify(SCHOOL, with_certificate(pairs_checked=1)) == ("summary_differs",)
    assert verify(SCHOOL, with_certificate(objective=10**6)) == ("summary_differs",)


def test_a_pair_left_away_is_found():
    assert verify(SCHOOL, replace(PLAN, pairs=PLAN.pairs[1:])) == ("values_differ",)


def test_a_forged_score_is_found():
    first = PLAN.pairs[0]
    forged = replace(first, score=first.score + 1)

    assert "scores_differ" in verify(SCHOOL, replace(PLAN, pairs=(forged, *PLAN.pairs[1:])))


def test_a_pair_that_may_not_be_is_found():
    closed = next(m.id for m in SCHOOL.mentees if not m.consent)
    forged = Pair(closed, SCHOOL.mentors[0].id, 0, ())

    assert verify(SCHOOL, replace(PLAN, pairs=(*PLAN.pairs, forged))) == ("plan_breaks_a_rule",)


def test_prices_of_another_problem_are_refused():
    assert verify(SCHOOL, replace(PLAN, certificate=solve(school(29, 10)).certificate)) != ()


def test_forbidding_what_the_optimum_needs_is_no_proof():
    (branch,) = PLAN.certificate.branches
    first = PLAN.pairs[0]
    forged = replace(branch, forbidden=((first.mentee_id, first.mentor_id),))

    assert "branches_leave_plans_out" in verify(SCHOOL, with_certificate(branches=(forged,)))
    assert "branches_leave_plans_out" in verify(SCHOOL, with_certificate(branches=()))


def test_a_proof_that_lacks_a_level_is_refused():
    assert verify(SCHOOL, with_certificate(levels=PLAN.certificate.levels[:3])) == ("levels_are_not_the_goals",)


def test_a_branch_about_strangers_is_no_proof():
    (branch,) = PLAN.certificate.branches
    strange = tuple(replace(branch, forbidden=((key, "r"),)) for key in ("a", "b"))

    assert verify(SCHOOL, with_certificate(branches=strange)) == ("branches_leave_plans_out",)


def circle() -> Problem:
    people = ["Ада", "Вера", "Зоя"]
    asking = [mentee(f"e{k}", person=name, is_minor=False) for k, name in enumerate(people)]
    return problem(asking, [mentor(f"r{k}", person=name, places=2) for k, name in enumerate(people)])


def test_a_missing_branch_is_found():
    crossed = problem(list(circle().mentees[:2]), list(circle().mentors[:2]))
    plan = solve(crossed)
    kept = next(b for b in plan.certificate.branches if b.forbidden)

    alone = replace(plan, certificate=replace(plan.certificate, branches=(kept,)))

    assert verify(crossed, plan) == ()
    assert "branches_leave_plans_out" in verify(crossed, alone)


def test_three_people_may_mentor_in_a_circle():
    plan = solve(circle())

    assert len(plan.pairs) == 3
    assert plan.certificate.gap == 0
    assert verify(circle(), plan, every_pair=True) == ()
