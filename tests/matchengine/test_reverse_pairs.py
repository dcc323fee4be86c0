"""Colleagues who both learn and teach: nobody mentors the person who mentors them, and the plan is still the best."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Problem, Settings, check, solve, verify
from matchengine.solver import branching
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems
from tests.matchengine.oracle import best_values


def colleagues(number: int) -> Problem:
    """Two by two they know what the other needs, so every best pair is tempted to be a reverse one."""
    asking = [mentee(f"e{k:02}", person=f"p{k}", is_minor=False, main_need=f"тема {k // 2}") for k in range(number)]
    offering = [mentor(f"r{k:02}", person=f"p{k}", competences=frozenset({f"тема {k // 2}"})) for k in range(number)]
    return problem(asking, offering)


def totals(school: Problem) -> tuple[int, int]:
    certificate = solve(school).certificate
    return certificate.objective, certificate.dual_bound


@pytest.mark.parametrize(("number", "total"), [(4, 80), (6, 120), (8, 160)])
def test_every_second_best_pair_gives_way(number: int, total: int):
    assert totals(colleagues(number)) == (total, total)


def test_without_the_rule_nothing_gives_way():
    free = replace(colleagues(8), settings=Settings(hard=frozenset()))

    assert totals(free) == (320, 320)


def test_past_the_limit_the_gap_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(branching, "MOST_BRANCHES", 3)
    four_conflicts = colleagues(8)

    plan = solve(four_conflicts)

    assert check(four_conflicts, plan.pairs) == []
    assert verify(four_conflicts, plan, every_pair=True) == ()
    assert plan.certificate.objective <= 160 < plan.certificate.dual_bound
    assert plan.certificate.gap == plan.certificate.dual_bound - plan.certificate.objective


@pytest.mark.slow
@effort(max_examples=examples(120), deadline=None)
@given(problems(most_mentees=4, most_mentors=4))
def test_colleagues_agree_with_brute_force(tiny: Problem):
    asking = tuple(replace(m, person=f"p{k}", consent=True, slots=None) for k, m in enumerate(tiny.mentees))
    offering = tuple(
        replace(m, person=f"p{k}", consent=True, clearance=True, slots=None, places=max(1, m.places))
        for k, m in enumerate(tiny.mentors)
    )
    crossed = replace(tiny, mentees=asking, mentors=offering)

    plan = solve(crossed)

    assert tuple(level.value for level in plan.certificate.levels) == best_values(crossed)
    assert plan.certificate.gap == 0
