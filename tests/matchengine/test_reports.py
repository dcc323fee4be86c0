"""Blocking pairs, weak pairs, load and fairness of worked plans, and blocking pairs by their definition."""

import pytest

from matchengine import (
    BlockingPair,
    FairnessRow,
    MentorLoad,
    Settings,
    WeakPair,
    blocking_pairs,
    explain_pair,
    fairness,
    greedy,
    load,
    solve,
    weak_below,
    weak_pairs,
)
from tests.matchengine.builders import crowd, mentee, mentor, problem

LAW, DANCE = frozenset({"право"}), frozenset({"танец"})
ASKING = [
    mentee("e1", main_need="право", study_group="5а", building="главный"),
    mentee("e2", main_need="право", study_group="5а"),
    mentee("e3", main_need="танец", study_group="9б", building="новый"),
    mentee("e4", study_group="9б", building="новый"),
]
OFFERING = [mentor("r1", competences=LAW, places=2), mentor("r2", competences=DANCE), mentor("r3", places=2)]
SCHOOL = problem(
    ASKING,
    OFFERING,
    Settings(load_penalty=(1, 4)),
    mutual=frozenset({("e3", "r3")}),
    pins=frozenset({("e2", "r3")}),
    bans=frozenset({("e3", "r2")}),
)
PLAN = [("e1", "r1"), ("e2", "r3"), ("e3", "r3")]  # 40, 0 pinned, 10 mutual; e4 has nobody, r2 nobody to help


def test_who_would_rather_have_each_other():
    # e2 has 0 and would get 40 with r1, who has a free place; e4 has nobody, and r1 and r2 have places
    assert blocking_pairs(SCHOOL, PLAN) == (
        BlockingPair("e2", "r1", 40, 0, None),
        BlockingPair("e4", "r1", 0, None, None),
        BlockingPair("e4", "r2", 0, None, None),
    )


def test_a_full_mentor_would_leave_the_lowest_mentee():
    small = problem(ASKING[:2], OFFERING[:1])
    held = problem([mentee("e0"), *ASKING[:2]], OFFERING[:1])

    assert blocking_pairs(small, [("e1", "r1")]) == (BlockingPair("e2", "r1", 40, None, None),)
    assert blocking_pairs(held, [("e0", "r1"), ("e1", "r1")]) == (BlockingPair("e2", "r1", 40, None, 0),)
    assert blocking_pairs(held, [("e1", "r1"), ("e2", "r1")]) == ()


def test_weak_pairs_begin_with_the_weakest():
    assert weak_below(SCHOOL) == 34
    assert weak_pairs(SCHOOL, PLAN) == (WeakPair(0, "e2", "r3", False, True), WeakPair(10, "e3", "r3", True, False))
    assert weak_pairs(SCHOOL, PLAN, below=10) == (WeakPair(0, "e2", "r3", False, True),)
    assert len(weak_pairs(SCHOOL, PLAN, below=41)) == 3


def test_load_says_what_it_costs():
    assert load(SCHOOL, PLAN) == (MentorLoad("r1", 1, 2, 1), MentorLoad("r2", 0, 1, 0), MentorLoad("r3", 2, 2, 5))


def test_fairness_shows_who_gets_the_weak_pairs():
    assert fairness(SCHOOL, PLAN, lambda m: m.study_group) == (
        FairnessRow("5а", mentees=2, matched=2, left_out=0, weak=1, average=2000, worst=0),
        FairnessRow("9б", mentees=2, matched=1, left_out=1, weak=1, average=1000, worst=10),
    )
    assert fairness(SCHOOL, PLAN, lambda m: m.building, below=5) == (
        FairnessRow("главный", mentees=1, matched=1, left_out=0, weak=0, average=4000, worst=40),
        FairnessRow("новый", mentees=2, matched=1, left_out=1, weak=0, average=1000, worst=10),
        FairnessRow(None, mentees=1, matched=1, left_out=0, weak=1, average=0, worst=0),
    )
    assert fairness(SCHOOL, [], lambda m: None) == (FairnessRow(None, 4, 0, 4, 0, None, None),)


@pytest.mark.parametrize("seed", range(8))
def test_blocking_pairs_by_definition(seed: int):
    drawn = crowd(seed, 20, 12, hard=frozenset())
    best = [(pair.mentee_id, pair.mentor_id) for pair in solve(drawn).pairs]

    for plan in (best, best[::2], list(greedy(drawn))):
        found = {(b.mentee_id, b.mentor_id) for b in blocking_pairs(drawn, plan)}
        expected = set()
        for asks in drawn.mentees:
            for offers in drawn.mentors:
                explained = explain_pair(drawn, asks.id, offers.id)
                has = [explain_pair(drawn, *pair).score for pair in plan if pair[0] == asks.id]
                held = [explain_pair(drawn, *pair).score for pair in plan if pair[1] == offers.id]
                mentee_gains = not has or min(has) < explained.score
                mentor_gains = len(held) < offers.places or min(held, default=999) < explained.score
                if not explained.violations and (asks.id, offers.id) not in plan and mentee_gains and mentor_gains:
                    expected.add((asks.id, offers.id))
        assert found == expected
