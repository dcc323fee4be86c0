"""The ways people pair without an engine keep every rule and never do better."""

from dataclasses import replace

import pytest

from matchengine import Problem, Settings, blocking_pairs, check, deferred_acceptance, greedy, levels_of, solve
from matchengine.codes import DEFAULT_HARD, Rule, Theme
from tests.matchengine.builders import crowd, mentee, mentor, problem, school

PHYSICS = frozenset({"физика"})
SEEDS = range(8)


def lively(seed: int) -> Problem:
    """Groups by interest, at every other seed beside teams with a topic and common time, people on both sides."""
    drawn = crowd(seed, 9, 6, hard=frozenset({Rule.REVERSE, Rule.THEME, Rule.TEAM}), theme=Theme.INTEREST)
    topics = [None, None, "физика", "химия"]
    asking = [replace(m, demand=1 + k % 2, team_topic=topics[k % 4]) for k, m in enumerate(drawn.mentees)]
    teams = replace(drawn, mentees=tuple(asking), settings=replace(drawn.settings, team_together=True))
    return drawn if seed % 2 else teams


def test_the_best_pair_first_leaves_a_child_out():
    both, narrow = mentee("e1", main_need="физика"), mentee("e2", modes=frozenset({"online"}))
    good = mentor("r1", competences=PHYSICS, modes=frozenset({"online"}))
    small = problem([both, narrow], [good, mentor("r2", modes=frozenset({"in_person"}))])

    assert greedy(small) == (("e1", "r1"),)
    assert deferred_acceptance(small) == (("e1", "r1"),)
    assert len(solve(small).pairs) == 2


def test_pins_come_first_and_stay():
    asking = [mentee("e1"), mentee("e2", main_need="физика")]
    small = problem(asking, [mentor("r1", competences=PHYSICS)], pins=frozenset({("e1", "r1")}))

    assert greedy(small) == (("e1", "r1"),)
    assert deferred_acceptance(small) == (("e1", "r1"),)


def test_a_full_mentor_lets_go_of_the_lowest_pair():
    asking = [mentee("e1"), mentee("e2", main_need="физика"), mentee("e3", needs=frozenset({"физика", "право"}))]
    small = problem(asking, [mentor("r1", competences=PHYSICS, places=2)])

    assert deferred_acceptance(small) == (("e2", "r1"), ("e3", "r1"))
    assert greedy(small) == (("e2", "r1"), ("e3", "r1"))


def test_two_people_do_not_mentor_each_other():
    asking = [mentee("e1", person="Ада"), mentee("e2", person="Вера", main_need="физика")]
    offering = [mentor("r1", person="Ада", competences=PHYSICS), mentor("r2", person="Вера")]

    assert greedy(problem(asking, offering)) == (("e2", "r1"),)
    assert deferred_acceptance(problem(asking, offering)) == (("e1", "r2"),)
    free = Settings(hard=DEFAULT_HARD - {Rule.REVERSE})
    assert greedy(problem(asking, offering, free)) == (("e1", "r2"), ("e2", "r1"))


def test_a_team_begins_with_who_knows_the_topic_and_then_takes_the_better_one():
    asks = mentee("e1", main_need="физика", demand=2, team_topic="право")
    offering = [mentor("r1", competences=PHYSICS), mentor("r2", competences=frozenset({"право"}))]

    assert greedy(problem([asks], offering)) == (("e1", "r1"), ("e1", "r2"))
    assert greedy(problem([asks], offering[:1])) == ()


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_every_rule_is_kept_and_the_best_plan_is_no_worse(seed: int):
    drawn = lively(seed)
    best = solve(drawn)
    pinned = replace(drawn, pins=frozenset((p.mentee_id, p.mentor_id) for p in best.pairs[:2]))

    for given in (drawn, pinned):
        for pairs in (greedy(given), deferred_acceptance(given)):
            assert check(given, pairs) == []
            assert pairs
            if best.certificate.gap == 0:
                assert levels_of(given, pairs) <= levels_of(given, best)


@pytest.mark.parametrize("seed", SEEDS)
def test_deferred_acceptance_leaves_no_blocking_pair(seed: int):
    invented = school(40, 12, seed)

    assert blocking_pairs(invented, deferred_acceptance(invented)) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_people_changes_nothing(seed: int):
    drawn = lively(seed)
    turned = replace(drawn, mentees=drawn.mentees[::-1], mentors=drawn.mentors[::-1])

    assert greedy(turned) == greedy(drawn)
    assert deferred_acceptance(turned) == deferred_acceptance(drawn)
