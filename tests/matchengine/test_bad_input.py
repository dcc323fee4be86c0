"""What cannot be matched is refused before anything is counted, with a code and the name of what is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from matchengine import Problem, Rule, Settings, Weights, explain_pair, solve
from matchengine.codes import DEFAULT_HARD, InputCode, Theme
from matchengine.packing import pack
from matchengine.problem import ProblemRefused, RoleModel
from matchengine.soundness import LARGEST
from tests.matchengine.builders import mentee, mentor, problem, school

NAN = float("nan")


def refused(make: Callable[[], Any]) -> tuple[InputCode, dict[str, Any], str]:
    with pytest.raises(ProblemRefused) as caught:
        make()
    return caught.value.code, caught.value.params, str(caught.value)


def pinned(*pins: tuple[str, str], **more: Any) -> Problem:
    asking = [mentee("e1"), mentee("e2", consent=None), mentee("e3"), mentee("e4", slots=frozenset({1, 2}))]
    offering = [mentor("r1"), mentor("r2", places=0), mentor("r3", slots=frozenset({8, 9}), places=2)]
    return problem(asking, offering, pins=frozenset(pins), **more)


@pytest.mark.parametrize(
    ("make", "code", "params"),
    [
        (lambda: problem([mentee("e1"), mentee("e1")], []), "person_twice", {"mentee": "e1"}),
        (lambda: problem([], [mentor("r7"), mentor("r1"), mentor("r7")]), "person_twice", {"mentor": "r7"}),
        (lambda: problem([], [mentor("r1", places=-1)]), "negative_places", {"mentor": "r1", "places": -1}),
        (lambda: problem([mentee("e1", demand=-2)], []), "negative_demand", {"mentee": "e1", "demand": -2}),
        (lambda: problem([mentee("e1", age=NAN)], []), "not_an_integer", {"mentee": "e1", "field": "age"}),
        (lambda: problem([mentee("e1", demand=1.0)], []), "not_an_integer", {"mentee": "e1", "field": "demand"}),
        (lambda: problem([], [mentor("r1", places=True)]), "not_an_integer", {"mentor": "r1", "field": "places"}),
        (lambda: problem([], [mentor("r1", mastery="3")]), "not_an_integer", {"mentor": "r1", "field": "mastery"}),
        (
            lambda: problem([], [mentor("r1", age_wish=(10.5, None))]),
            "not_an_integer",
            {"mentor": "r1", "field": "age_wish"},
        ),
        (
            lambda: problem([mentee("e1", slots=frozenset({"пн"}))], []),
            "not_an_integer",
            {"mentee": "e1", "field": "slots"},
        ),
        (lambda: Weights(need=NAN), "not_an_integer", {"field": "need"}),
        (lambda: Weights(ways=True), "not_an_integer", {"field": "ways"}),
        (lambda: Settings(load_penalty=(0, 1.5)), "not_an_integer", {"field": "load_penalty"}),
        (lambda: Settings(keep_bonus=2.0), "not_an_integer", {"field": "keep_bonus"}),
        (lambda: Settings(min_common_slots=1.0), "not_an_integer", {"field": "min_common_slots"}),
        (lambda: RoleModel(age_gap=NAN), "not_an_integer", {"field": "age_gap"}),
        (lambda: Weights(time=10**9), "weight_too_large", {"field": "time", "points": 10**9, "most": 10**6}),
        (
            lambda: Settings(load_penalty=(0, 10**12)),
            "weight_too_large",
            {"field": "load_penalty", "points": 10**12, "most": 10**6},
        ),
    ],
)
def test_what_makes_no_sense_is_named(make: Callable[[], Any], code: str, params: dict[str, Any]):
    found = refused(make)

    assert found[:2] == (code, params)
    assert all(str(params[side]) in found[2] for side in ("mentee", "mentor", "field") if side in params)


@pytest.mark.parametrize(
    ("pins", "params"),
    [
        ([("e9", "r1")], {"mentee": "e9", "mentor": "r1"}),
        ([("e1", "r9")], {"mentee": "e1", "mentor": "r9"}),
    ],
)
def test_a_pin_of_somebody_who_is_not_here(pins, params: dict[str, str]):
    assert refused(lambda: pack(pinned(*pins)))[:2] == (InputCode.PIN_UNKNOWN, params)


@pytest.mark.parametrize(
    ("pin", "more", "rule", "violation"),
    [
        (("e2", "r1"), {}, "mentee_consent", "mentee_consent_missing"),
        (("e1", "r2"), {}, "places", "no_places"),
        (("e4", "r3"), {}, "time", "no_common_time"),
        (("e1", "r1"), {"bans": frozenset({("e1", "r1")})}, "ban", "banned"),
        (("e1", "r1"), {"declined": frozenset({("e1", "r1")})}, "declined", "declined_before"),
    ],
)
def test_a_pin_that_breaks_a_rule(pin: tuple[str, str], more: dict[str, Any], rule: str, violation: str):
    code, params, message = refused(lambda: pack(pinned(pin, **more)))

    assert code == InputCode.PIN_BREAKS_RULE
    assert params == {"mentee": pin[0], "mentor": pin[1], "rule": rule, "violation": violation}
    assert message == f"the pin of {pin[0]} and {pin[1]} breaks the rule {rule}"


def test_a_pin_may_break_a_rule_that_is_switched_off():
    lenient = pinned(("e4", "r3"), settings=Settings(hard=DEFAULT_HARD - {Rule.TIME}))

    assert [(pair.mentee_id, pair.mentor_id) for pair in solve(lenient).pairs if pair.mentee_id == "e4"] == [
        ("e4", "r3")
    ]


def test_more_pins_than_a_mentee_asks_for():
    code, params, _ = refused(lambda: pack(pinned(("e1", "r1"), ("e1", "r3"))))

    assert (code, params) == (InputCode.PINS_CONTRADICT, {"mentee": "e1", "pins": 2, "demand": 1})


def test_more_pins_than_a_mentor_has_places():
    code, params, _ = refused(lambda: pack(pinned(("e1", "r1"), ("e3", "r1"))))

    assert (code, params) == (InputCode.PINS_CONTRADICT, {"mentor": "r1", "pins": 2, "places": 1})


def test_pins_that_make_two_people_mentor_each_other():
    asking = [mentee("e1", person="Ада", is_minor=False), mentee("e2", person="Вера", is_minor=False)]
    offering = [mentor("r1", person="Ада"), mentor("r2", person="Вера")]
    pins = frozenset({("e1", "r2"), ("e2", "r1")})

    code, params, _ = refused(lambda: pack(problem(asking, offering, pins=pins)))

    assert code == InputCode.PINS_CONTRADICT
    assert params == {"mentee": "e2", "mentor": "r1", "violation": "reverse_pair"}
    free = problem(asking, offering, Settings(hard=frozenset()), pins=pins)
    assert len(solve(free).pairs) == 2


def test_the_solver_refuses_before_it_counts():
    assert refused(lambda: solve(pinned(("e9", "r1"))))[0] == InputCode.PIN_UNKNOWN


def test_points_that_could_overflow_are_refused():
    heavy = Settings(weights=Weights(need=10**6))

    town = problem([mentee(f"e{k}") for k in range(12_000)], [mentor(places=12_000)], heavy)

    assert refused(lambda: pack(town))[:2] == (InputCode.OVERFLOW, {"points": 1_000_060, "seats": 12_002})


def test_heavy_points_of_a_small_school_are_solved_exactly():
    heavy = Settings(weights=Weights(need=10**6, mutual=10**6), load_penalty=(0, 10**6))
    invented = school(40, 15)
    weighty = problem(list(invented.mentees), list(invented.mentors), heavy, mutual=invented.mutual)

    plan = solve(weighty)

    assert plan.certificate.gap == 0
    assert max(max(branch.total.mentee) for branch in plan.certificate.branches) < LARGEST


def test_a_large_school_with_usual_weights_is_not_refused():
    people = [mentee(f"e{k:05}") for k in range(20_000)], [mentor(f"r{k:05}", places=3) for k in range(7_000)]

    assert pack(problem(*people)).shape == (20_000, 7_000)


def test_a_pair_can_be_explained_while_its_pin_has_to_be_mended():
    explained = explain_pair(pinned(("e2", "r1")), "e2", "r1")

    assert [found.code for found in explained.violations] == ["mentee_consent_missing"]


def test_pins_of_a_group_without_a_common_theme():
    asking = [mentee("e1", main_need="физика"), mentee("e2", main_need="право")]
    offering = [mentor("r1", competences=frozenset({"физика", "право"}), places=2)]
    pins = frozenset({("e1", "r1"), ("e2", "r1")})

    code, params, _ = refused(lambda: solve(problem(asking, offering, Settings(theme=Theme.NEED), pins=pins)))

    assert (code, params["mentor"], params["violation"]) == (InputCode.PINS_CONTRADICT, "r1", "no_common_theme")
    assert len(solve(problem(asking, offering, pins=pins)).pairs) == 2


def test_pins_of_a_team_that_never_meets():
    asking = [mentee("e1", demand=2, slots=frozenset(range(8)))]
    offering = [mentor("r1", slots=frozenset({0, 1, 2})), mentor("r2", slots=frozenset({5, 6, 7}))]
    pins = frozenset({("e1", "r1"), ("e1", "r2")})

    code, params, _ = refused(lambda: solve(problem(asking, offering, Settings(team_together=True), pins=pins)))

    assert (code, params["mentee"], params["violation"]) == (InputCode.PINS_CONTRADICT, "e1", "team_lacks_time")
    assert len(solve(problem(asking, offering, pins=pins)).pairs) == 2


def test_a_pin_without_the_expert_of_its_team_is_no_contradiction():
    asking = [mentee("e1", demand=2, team_topic="право")]
    offering = [mentor("r1"), mentor("r2", competences=frozenset({"право"}))]

    plan = solve(problem(asking, offering, pins=frozenset({("e1", "r1")})))

    assert {pair.mentor_id for pair in plan.pairs} == {"r1", "r2"}
