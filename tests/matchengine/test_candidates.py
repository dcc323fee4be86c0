"""One mentee's list of mentors, and a change by hand with its price."""

import pytest

from matchengine import Difference, Move, Settings, candidates, explain_pair, levels_of, swap
from matchengine.codes import ViolationCode
from tests.matchengine.builders import mentee, mentor, problem, school

LAW = frozenset({"право"})
SCHOOL = problem(
    [mentee("e1", main_need="право"), mentee("e2", main_need="право"), mentee("e3")],
    [
        mentor("r1", competences=LAW),
        mentor("r2"),
        mentor("r3", competences=LAW, clearance=None),
        mentor("r4", places=0, clearance=None),
    ],
    Settings(load_penalty=(0,)),
)
PLAN = [("e1", "r1"), ("e2", "r2")]


def test_candidates_are_ranked_and_say_who_holds_the_place():
    found = candidates(SCHOOL, PLAN, "e2")

    assert [(c.mentor_id, c.score, len(c.violations)) for c in found] == [
        ("r1", 40, 0),
        ("r2", 0, 0),
        ("r3", 40, 1),
        ("r4", 0, 2),
    ]
    assert [(c.is_current, c.taken, c.places, c.blocked_by) for c in found] == [
        (False, 1, 1, ("e1",)),
        (True, 1, 1, ()),
        (False, 0, 1, ()),
        (False, 0, 0, ()),
    ]


def test_candidates_score_as_any_pair_does():
    invented = school(10, 6)
    child = invented.mentees[4].id

    for one in candidates(invented, [], child):
        explained = explain_pair(invented, child, one.mentor_id)
        assert (one.score, one.reasons, one.violations) == (
            explained.score,
            explained.reasons,
            explained.violations,
        )
    with pytest.raises(KeyError):
        candidates(invented, [], "x")


def test_two_mentees_exchange_their_mentors():
    change = swap(SCHOOL, PLAN, "e2", "r1")

    assert change.pairs == (("e1", "r2"), ("e2", "r1"))
    assert change.moves == (Move("e1", "r1", "r2"), Move("e2", "r2", "r1"))
    assert change.difference == Difference()
    assert change.violations == ()


def test_who_had_nobody_takes_the_place_of_who_is_there():
    change = swap(SCHOOL, PLAN, "e3", "r1")

    assert change.pairs == (("e2", "r2"), ("e3", "r1"))
    assert change.moves == (Move("e1", "r1", None), Move("e3", None, "r1"))
    assert change.difference == Difference(0, 0, 0, 0, -40)


def test_a_free_place_moves_nobody_else_and_what_breaks_is_said():
    change = swap(SCHOOL, PLAN, "e2", "r3")

    assert change.pairs == (("e1", "r1"), ("e2", "r3"))
    assert [v.code for v in change.violations] == [ViolationCode.MENTOR_CLEARANCE_MISSING]
    assert change.difference == levels_of(SCHOOL, change.pairs) - levels_of(SCHOOL, PLAN)
    assert change.difference == Difference(0, 0, 0, 40, 40)


def test_a_mentor_without_places_is_said_to_have_none():
    assert [v.code for v in swap(SCHOOL, PLAN, "e3", "r4").violations] == [
        ViolationCode.NO_PLACES,
        ViolationCode.MENTOR_CLEARANCE_MISSING,
    ]


def test_taking_the_mentor_away_and_changing_nothing():
    assert swap(SCHOOL, PLAN, "e1", None).pairs == (("e2", "r2"),)
    assert swap(SCHOOL, PLAN, "e1", None).difference == Difference(-1, -1, 0, 0, -40)
    assert swap(SCHOOL, PLAN, "e3", None).pairs == tuple(PLAN)
    same = swap(SCHOOL, PLAN, "e1", "r1")
    assert (same.pairs, same.moves) == (tuple(PLAN), ())


def test_of_several_the_one_makes_room_whose_going_costs_least():
    asking = [mentee("e1", main_need="право"), mentee("e2"), mentee("e3", main_need="право")]
    asking.append(mentee("e4", main_need="право"))
    offering = [mentor("r1", competences=LAW, places=3), mentor("r2")]
    held = [("e1", "r1"), ("e2", "r1"), ("e4", "r1"), ("e3", "r2")]

    free = problem(asking, offering)
    assert swap(free, held, "e3", "r1").pairs == (("e1", "r1"), ("e2", "r2"), ("e3", "r1"), ("e4", "r1"))
    pinned = problem(asking, offering, pins=frozenset({("e2", "r1")}))
    assert swap(pinned, held, "e3", "r1").pairs == (("e1", "r1"), ("e2", "r1"), ("e3", "r1"), ("e4", "r2"))


def test_a_team_grows_then_changes_its_lowest_pair_or_the_one_named():
    asks = mentee("e1", main_need="право", demand=2)
    offering = [mentor("r1", competences=LAW), mentor("r2"), mentor("r3", competences=LAW)]
    small = problem([asks], offering)

    assert swap(small, [("e1", "r1")], "e1", "r2").pairs == (("e1", "r1"), ("e1", "r2"))
    full = [("e1", "r1"), ("e1", "r2")]
    assert swap(small, full, "e1", "r3").pairs == (("e1", "r1"), ("e1", "r3"))
    assert swap(small, full, "e1", "r3", instead_of="r1").pairs == (("e1", "r2"), ("e1", "r3"))
    assert swap(small, full, "e1", None, instead_of="r1").pairs == (("e1", "r2"),)
