"""Mentees who ask for several mentors: first every mentee one, then the further seats, each pair once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matchengine import Plan, Problem, Rule, Settings, check, solve, verify
from matchengine.codes import LevelName
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems, school
from tests.matchengine.oracle import best_values, possible_pins


def reached(plan: Plan) -> tuple[int, ...]:
    return tuple(level.value for level in plan.certificate.levels)


def matched(plan: Plan) -> list[tuple[str, str]]:
    return [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]


def test_a_second_mentor_costs_nobody_the_first():
    greedy = mentee("e1", demand=2, main_need="физика")
    offering = [mentor("r1", competences=frozenset({"физика"})), mentor("r2", competences=frozenset({"физика"}))]

    plan = solve(problem([greedy, mentee("e2")], offering))

    assert sorted(pair.mentee_id for pair in plan.pairs) == ["e1", "e2"]
    assert reached(plan) == (2, 2, 0, 0, 40)


def test_a_seat_comes_before_a_better_pair():
    both = mentee("e1", demand=2, main_need="физика")
    offering = [mentor("r1", competences=frozenset({"физика"})), mentor("r2")]

    plan = solve(problem([both], offering))

    assert matched(plan) == [("e1", "r1"), ("e1", "r2")]
    assert reached(plan) == (1, 2, 0, 0, 40)
    assert plan.left_out == ()


def test_a_pair_is_used_once():
    plan = solve(problem([mentee("e1", demand=3)], [mentor("r1", places=3)]))

    assert matched(plan) == [("e1", "r1")]
    assert plan.certificate.gap == 0


def test_seats_are_a_goal_of_their_own_where_there_are_teams():
    plan = solve(problem([mentee("e1", demand=2)], [mentor("r1")]))

    assert [level.name for level in plan.certificate.levels] == list(LevelName)


def test_more_mentors_than_asked_for_are_found():
    team = problem([mentee("e1", demand=2)], [mentor(f"r{k}") for k in range(3)])

    (found,) = check(team, [("e1", "r0"), ("e1", "r1"), ("e1", "r2")])

    assert (found.code, found.params) == ("mentee_twice", {"mentors": 3, "demand": 2})
    assert check(team, [("e1", "r0"), ("e1", "r1")]) == []


def test_a_school_with_teams_is_solved_and_proved():
    invented = school(60, 30)
    asking = tuple(replace(m, demand=1 + k % 3) for k, m in enumerate(invented.mentees))
    teams = replace(invented, mentees=asking)

    plan = solve(teams)

    assert plan.certificate.gap == 0
    assert verify(teams, plan, every_pair=True) == ()


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(most_mentees=4, most_mentors=3), st.data())
def test_teams_agree_with_brute_force(tiny: Problem, data: st.DataObject):
    asking = tuple(replace(m, demand=data.draw(st.integers(0, 3))) for m in tiny.mentees)
    cells = [(a.id, b.id) for a in tiny.mentees for b in tiny.mentors]
    wanted = data.draw(st.lists(st.sampled_from(cells), max_size=2, unique=True)) if cells else []
    teams = replace(tiny, mentees=asking)
    teams = replace(teams, pins=possible_pins(teams, wanted))

    plan = solve(teams)

    assert reached(plan) == best_values(teams)
    assert plan.certificate.gap == 0
    assert verify(teams, plan, every_pair=True) == ()


def physicist(key: str, **values: object) -> object:
    return mentor(key, competences=frozenset({"физика"}), **values)


def test_one_of_the_team_knows_the_topic():
    asking = [mentee("e1", demand=2, team_topic="физика", interests=frozenset({"театр"}))]
    offering = [mentor(f"r{k}", interests=frozenset({"театр"})) for k in range(2)] + [physicist("r9")]
    wanted = problem(asking, offering)

    plan = solve(wanted)

    assert matched(plan) == [("e1", "r0"), ("e1", "r9")]
    assert [split.kind for split in plan.certificate.splits] == ["expert"]
    assert plan.certificate.gap == 0
    assert verify(wanted, plan, every_pair=True) == ()


def test_without_an_expert_there_is_no_team():
    wanted = problem([mentee("e1", demand=2, team_topic="физика")], [mentor("r1"), mentor("r2")])

    plan = solve(wanted)

    assert plan.pairs == ()
    assert plan.certificate.gap == 0
    assert [v.code for v in check(wanted, [("e1", "r1")])] == ["team_lacks_topic"]


def test_the_mentors_of_a_team_meet_together():
    settings = Settings(team_together=True, min_common_slots=2)
    offering = [mentor("r1", slots=frozenset({1, 2})), mentor("r2", slots=frozenset({2, 3})), mentor("r3")]
    together = problem([mentee("e1", demand=3)], offering, settings)

    plan = solve(together)

    assert matched(plan) in ([("e1", "r1"), ("e1", "r3")], [("e1", "r2"), ("e1", "r3")])
    assert plan.certificate.gap == 0
    assert verify(together, plan, every_pair=True) == ()
    (found,) = check(together, [("e1", "r1"), ("e1", "r2")])
    assert (found.code, found.params) == ("team_lacks_time", {"common": 1, "needed": 2})


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(most_mentees=4, most_mentors=3), st.data())
def test_teams_with_topics_and_common_time_agree_with_brute_force(tiny: Problem, data: st.DataObject):
    asking = tuple(
        replace(
            m, demand=data.draw(st.integers(1, 3)), team_topic=data.draw(st.sampled_from([None, "физика", "право"]))
        )
        for m in tiny.mentees
    )
    together = data.draw(st.booleans())
    settings = replace(tiny.settings, team_together=together, hard=frozenset({Rule.TEAM, Rule.REVERSE}))
    cells = [(a.id, b.id) for a in tiny.mentees for b in tiny.mentors]
    wanted = data.draw(st.lists(st.sampled_from(cells), max_size=2, unique=True)) if cells else []
    teams = replace(tiny, mentees=asking, settings=settings)
    teams = replace(teams, pins=possible_pins(teams, wanted))

    plan = solve(teams)

    assert reached(plan) == best_values(teams)
    assert plan.certificate.gap == 0
    assert verify(teams, plan, every_pair=True) == ()
