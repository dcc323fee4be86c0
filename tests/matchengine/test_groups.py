"""The mentees of one mentor have a topic in common, and the mentor has it too."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matchengine import Plan, Problem, Rule, Settings, check, solve, verify
from matchengine.codes import Theme
from matchengine.solver import branching
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems, school
from tests.matchengine.oracle import best_values, possible_pins

GROUPS = Settings(theme=Theme.NEED, load_penalty=(0,))


def reached(plan: Plan) -> tuple[int, ...]:
    return tuple(level.value for level in plan.certificate.levels)


def asks(key: str, *needs: str) -> object:
    return mentee(key, needs=frozenset(needs))


def three(settings: Settings = GROUPS) -> Problem:
    """Each two of three have a need in common, the three have none."""
    asking = [asks("e1", "физика", "химия"), asks("e2", "химия", "право"), asks("e3", "физика", "право")]
    return problem(asking, [mentor("r1", competences=frozenset({"физика", "химия", "право"}), places=3)], settings)


def test_a_group_without_a_common_need_is_not_formed():
    plan = solve(three())

    assert len(plan.pairs) == 2
    assert plan.certificate.gap == 0
    assert verify(three(), plan, every_pair=True) == ()


def test_without_a_theme_or_the_rule_all_three_have_a_place():
    assert len(solve(three(replace(GROUPS, theme=None))).pairs) == 3
    assert len(solve(three(replace(GROUPS, hard=GROUPS.hard - {Rule.THEME}))).pairs) == 3


def test_the_mentor_has_the_topic_too():
    asking = [asks("e1", "физика", "химия"), asks("e2", "физика", "право")]
    teacher = mentor("r1", competences=frozenset({"химия", "право"}), places=2)

    assert len(solve(problem(asking, [teacher], GROUPS)).pairs) == 1


def test_unknown_fits_every_topic():
    asking = [asks("e1", "физика"), asks("e2"), asks("e3", "физика", "право")]

    assert len(solve(problem(asking, [mentor("r1", places=3)], GROUPS)).pairs) == 3


def test_a_group_forms_by_an_interest_where_the_programme_says_so():
    asking = [mentee(f"e{k}", interests=frozenset({like})) for k, like in enumerate(["театр", "театр", "туризм"])]
    friend = mentor("r1", interests=frozenset({"театр", "туризм"}), places=3)

    plan = solve(problem(asking, [friend], replace(GROUPS, theme=Theme.INTEREST)))

    assert [pair.mentee_id for pair in plan.pairs] == ["e0", "e1"]


def test_check_names_the_group():
    (found,) = check(three(), [("e1", "r1"), ("e2", "r1"), ("e3", "r1")])

    assert (found.code, found.mentor_id, found.params) == ("no_common_theme", "r1", {"theme": "need", "mentees": 3})
    assert check(three(), [("e1", "r1"), ("e2", "r1")]) == []


def school_groups(children: int, adults: int, seed: int) -> Problem:
    invented = school(children, adults, seed)
    return replace(invented, settings=replace(invented.settings, theme=Theme.NEED))


@pytest.mark.parametrize(("children", "adults", "seed"), [(30, 10, 1), (60, 20, 1), (60, 20, 2), (60, 20, 3)])
def test_a_school_of_groups_is_solved_and_proved(children: int, adults: int, seed: int):
    groups = school_groups(children, adults, seed)

    plan = solve(groups)

    assert plan.certificate.gap == 0
    assert check(groups, plan.pairs) == []
    assert verify(groups, plan, every_pair=True) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("children", "adults", "seed"), [(120, 40, 1), (200, 60, 1)])
def test_a_large_school_of_groups_is_solved_and_proved(children: int, adults: int, seed: int):
    plan = solve(school_groups(children, adults, seed))

    assert plan.certificate.gap == 0


def test_past_the_limit_the_gap_of_groups_is_told(monkeypatch: pytest.MonkeyPatch):
    groups = school_groups(60, 20, 2)
    monkeypatch.setattr(branching, "MOST_BRANCHES", 0)

    plan = solve(groups)

    assert check(groups, plan.pairs) == []
    assert verify(groups, plan) == ()
    assert plan.certificate.gap > 0
    assert reached(plan) <= tuple(level.bound for level in plan.certificate.levels)


def test_groups_and_teams_together():
    asking = [
        mentee("e1", needs=frozenset({"физика", "химия"}), demand=2),
        mentee("e2", needs=frozenset({"химия", "право"})),
        mentee("e3", needs=frozenset({"физика", "право"})),
    ]
    both = [mentor(f"r{k}", competences=frozenset({"физика", "химия", "право"}), places=3) for k in range(2)]
    mixed = problem(asking, both, GROUPS)

    plan = solve(mixed)

    assert reached(plan)[:2] == (3, 4)
    assert plan.certificate.gap == 0
    assert verify(mixed, plan, every_pair=True) == ()


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(most_mentees=6, most_mentors=3), st.sampled_from(list(Theme)), st.data())
def test_groups_agree_with_brute_force(tiny: Problem, theme: Theme, data: st.DataObject):
    hard = frozenset({Rule.THEME, Rule.TEAM, Rule.REVERSE})
    settings = replace(tiny.settings, theme=theme, hard=hard, mentee_ages=None, mentor_ages=None)
    topics = st.sampled_from([None, None, "физика"])
    tiny = replace(tiny, mentees=tuple(replace(m, team_topic=data.draw(topics)) for m in tiny.mentees))
    offering = tuple(replace(m, places=1 + data.draw(st.integers(1, 3)), slots=None) for m in tiny.mentors)
    groups = replace(tiny, mentors=offering, settings=settings)
    cells = [(a.id, b.id) for a in tiny.mentees for b in tiny.mentors]
    wanted = data.draw(st.lists(st.sampled_from(cells), max_size=2, unique=True)) if cells else []
    groups = replace(groups, pins=possible_pins(groups, wanted))

    plan = solve(groups)

    assert reached(plan) == best_values(groups)
    assert plan.certificate.gap == 0
    assert verify(groups, plan, every_pair=True) == ()
