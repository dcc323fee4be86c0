"""A plan made by hand is held against the same rules."""

from matchengine import Problem, Settings, Violation, check, solve
from matchengine.check import warnings
from matchengine.codes import ViolationCode
from tests.matchengine.builders import mentee, mentor, problem, school

SMALL = problem([mentee("e1"), mentee("e2"), mentee("e3")], [mentor("r1", places=2), mentor("r2", places=0)])


def crossed(settings: Settings | None = None) -> Problem:
    asking = [mentee("e1", person="Ада"), mentee("e2", person="Вера")]
    return problem(asking, [mentor("r1", person="Ада"), mentor("r2", person="Вера")], settings)


def test_a_plan_that_may_be():
    assert check(SMALL, [("e1", "r1"), ("e2", "r1")]) == []
    assert check(SMALL, []) == []


def test_more_mentees_than_places():
    found = check(SMALL, [("e1", "r1"), ("e2", "r1"), ("e3", "r1")])

    assert found == [Violation(ViolationCode.PLACES_EXCEEDED, {"load": 3, "places": 2}, None, "r1")]


def test_a_mentor_without_places_is_one_violation():
    assert check(SMALL, [("e1", "r2")]) == [Violation(ViolationCode.NO_PLACES, {}, "e1", "r2")]


def test_a_pair_twice_and_a_mentee_twice():
    assert [v.code for v in check(SMALL, [("e1", "r1"), ("e1", "r1")])] == ["duplicate_pair"]
    assert [v.code for v in check(SMALL, [("e1", "r1"), ("e1", "r2")])] == ["no_places", "mentee_twice"]


def test_people_who_are_not_in_the_problem():
    assert [v.code for v in check(SMALL, [("x", "r1")])] == ["unknown_mentee"]
    assert [v.code for v in check(SMALL, [("e1", "x")])] == ["unknown_mentor"]


def test_two_people_who_mentor_each_other():
    (found,) = check(crossed(), [("e1", "r2"), ("e2", "r1")])

    assert found.code == "reverse_pair"
    assert (found.mentee_id, found.mentor_id) == ("e2", "r1")
    assert found.params == {"other_mentee": "e1", "other_mentor": "r2"}
    assert check(crossed(Settings(hard=frozenset())), [("e1", "r2"), ("e2", "r1")]) == []


def test_a_hand_made_change_of_a_proved_plan_is_checked():
    invented = school(30, 10)
    plan = solve(invented)
    closed = next(m.id for m in invented.mentees if not m.consent)

    found = check(invented, [*plan.pairs, (closed, plan.pairs[0].mentor_id)])

    assert "mentee_consent_missing" in [v.code for v in found]


def colleagues(*names: str) -> Problem:
    asking = [mentee(f"e-{name}", person=name) for name in names]
    return problem(asking, [mentor(f"r-{name}", person=name, places=3) for name in names])


def test_three_people_in_a_circle_are_warned_of():
    people = colleagues("Ада", "Вера", "Зоя", "Яна")
    circle = [("e-Вера", "r-Ада"), ("e-Ада", "r-Зоя"), ("e-Зоя", "r-Вера"), ("e-Яна", "r-Ада")]

    assert check(people, circle) == []
    assert warnings(people, circle) == [("Ада", "Зоя", "Вера")]
    assert warnings(people, circle[:2]) == []


def test_two_people_who_mentor_each_other_are_no_circle_but_a_broken_rule():
    pairs = [("e-Ада", "r-Вера"), ("e-Вера", "r-Ада")]

    assert warnings(colleagues("Ада", "Вера"), pairs) == []
    assert [v.code for v in check(colleagues("Ада", "Вера"), pairs)] == ["reverse_pair"]
