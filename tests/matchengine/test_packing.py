"""The readable forms and the packed ones are equal for every pair, whatever is known about it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Problem
from matchengine.codes import Rule, Theme
from matchengine.constraints import RULES, is_possible
from matchengine.criteria import CRITERIA, reasons
from matchengine.packing import assemble, pack
from matchengine.people import People
from tests.matchengine.builders import crowd, problems, school

ALL_RULES = frozenset(Rule)


def readable(any_problem: Problem) -> tuple[np.ndarray, np.ndarray]:
    """(possible, score) of every pair, asked one by one."""
    shape = len(any_problem.mentees), len(any_problem.mentors)
    pairs = [(a, b) for a in any_problem.mentees for b in any_problem.mentors]
    possible = [is_possible(a, b, any_problem) for a, b in pairs]
    score = [sum(reason.points for reason in reasons(a, b, any_problem)) for a, b in pairs]
    return np.array(possible, bool).reshape(shape), np.array(score, np.int64).reshape(shape)


def require_equal_forms(any_problem: Problem) -> None:
    pairs = pack(any_problem)
    possible, score = pairs.block(0, len(any_problem.mentees))
    expected = readable(any_problem)
    assert np.array_equal(possible, expected[0])
    assert np.array_equal(score, expected[1])
    assert score.min(initial=0) >= 0
    assert score.max(initial=0) <= any_problem.settings.weights.total


def require_each_form_equal(any_problem: Problem) -> None:
    """Rule by rule and criterion by criterion, whether it is switched on or not."""
    people = People(any_problem)
    cells = [(a, b) for a in any_problem.mentees for b in any_problem.mentors]
    shape = len(any_problem.mentees), len(any_problem.mentors)
    for one in RULES:
        possible, _ = assemble(people, one.packed(people), []).block(0, shape[0])
        asked = [b.places > 0 and one.broken(a, b, any_problem) is None for a, b in cells]
        assert np.array_equal(possible, np.array(asked, bool).reshape(shape)), one.rule
    for criterion in CRITERIA:
        _, score = assemble(people, [], criterion.packed(people)).block(0, shape[0])
        asked = [criterion.points(a, b, any_problem).points for a, b in cells]
        assert np.array_equal(score, np.array(asked, np.int64).reshape(shape)), criterion.name


@pytest.mark.slow
@effort(max_examples=150, deadline=None)
@given(problems(4, 4))
def test_both_forms_are_equal_for_a_few_people(any_problem: Problem):
    require_each_form_equal(any_problem)
    require_equal_forms(any_problem)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("theme", [None, *Theme])
def test_both_forms_are_equal_for_a_crowd(seed: int, theme: Theme | None):
    any_problem = crowd(seed, theme=theme)

    require_each_form_equal(any_problem)
    require_equal_forms(any_problem)


def test_both_forms_are_equal_for_a_school():
    require_equal_forms(school(60, 20))
