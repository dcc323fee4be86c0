"""Who is missing: a mentor imagined, and what that would bring."""

from matchengine import Difference, Lacking, Settings, lacking, levels_of, solve
from matchengine.lacking import newcomer, with_newcomer
from tests.matchengine.builders import mentee, mentor, problem, school

LAW = frozenset({"право"})


def test_each_need_of_those_left_out_or_weak_is_priced():
    asking = [
        mentee("e1", main_need="право"),
        mentee("e2", main_need="танец"),
        mentee("e3", main_need="химия"),
        mentee("e4", main_need="танец"),
        mentee("e5"),
    ]
    small = problem(asking, [mentor("r1", competences=LAW), mentor("r2")], Settings(load_penalty=(0,)))
    plan = [("e1", "r1"), ("e3", "r2")]

    assert lacking(small, plan) == (
        Lacking("танец", ("e2", "e4"), left_out=2, difference=Difference(2, 2, 0, 0, 80), matched=2, raised=0),
        Lacking("химия", ("e3",), left_out=0, difference=Difference(1, 1, 0, 0, 40), matched=0, raised=1),
        Lacking(None, ("e5",), left_out=1, difference=Difference(1, 1, 0, 0, 0), matched=1, raised=0),
    )


def test_who_cannot_take_part_is_helped_by_nobody_new():
    alone = problem([mentee("e1", main_need="право", consent=None)], [])

    assert lacking(alone, []) == ()


def test_the_newcomer_is_free_when_one_of_them_is():
    early, late = mentee("e1", slots=frozenset({1, 2})), mentee("e2", slots=frozenset({8, 9}))

    assert newcomer("право", [early, late]).slots == {1, 2, 8, 9}
    assert newcomer("право", [early, mentee("e3")]).slots is None
    assert (newcomer(None, [early]).places, newcomer(None, [early, late]).competences) == (1, frozenset())


def test_a_school_would_gain_what_solving_with_the_newcomer_brings():
    invented = school(40, 12, 3)
    plan = solve(invented)
    before = levels_of(invented, plan)

    found = lacking(invented, plan)

    assert len(found) > 3
    for one in found[:4]:
        asking = [invented.mentee_by_id[key] for key in one.mentees]
        larger = with_newcomer(invented, one.topic, asking)
        assert one.difference == levels_of(larger, solve(larger)) - before
    assert [one.difference for one in found] == sorted((one.difference for one in found), reverse=True)
