"""How good: worked examples of every criterion, and the readable points equal to the packed ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort

from matchengine import Mentee, Mentor, Problem, Settings, Weights
from matchengine.criteria import CRITERIA, reasons, scores
from matchengine.packing import Packed
from tests.matchengine.builders import mentee, mentor, problem, problems


def reason(name: str, asking: Mentee, offering: Mentor, **pairs: frozenset[tuple[str, str]]) -> tuple[str, int]:
    order = [criterion.name for criterion in CRITERIA]
    found = reasons(asking, offering, problem([asking], [offering], **pairs))[order.index(name)]
    return found.code, found.points


def asks(*needs: str, main: str | None = None) -> Mentee:
    return mentee(main_need=main, needs=frozenset(needs))


def offers(*competences: str) -> Mentor:
    return mentor(competences=frozenset(competences))


def hours(*slots: int) -> frozenset[int]:
    return frozenset(slots)


@pytest.mark.parametrize(
    ("asking", "offering", "expected"),
    [
        (asks("физика", main="физика"), offers("физика"), ("need_main_covered", 40)),
        (asks("физика", "право", main="физика"), offers("физика"), ("need_main_covered", 28)),
        (asks("физика", "право", main="физика"), offers("физика", "право"), ("need_main_covered", 40)),
        (asks("физика", "право", "химия", main="физика"), offers("право"), ("need_others_covered", 6)),
        (asks("физика", "право"), offers("право"), ("need_others_covered", 20)),
        (asks(main="физика"), offers("танец"), ("need_not_covered", 0)),
        (asks(), offers("танец"), ("need_unknown", 0)),
        (asks(main="физика"), offers(), ("need_unknown", 0)),
    ],
)
def test_need(asking: Mentee, offering: Mentor, expected: tuple[str, int]):
    assert reason("need", asking, offering) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"театр", "кино", "бег"}, {"театр", "кино", "бег"}, ("interests_common", 20)),
        ({"театр", "кино", "бег", "лес"}, {"театр", "кино", "бег", "лес"}, ("interests_common", 20)),
        ({"театр", "кино"}, {"театр", "кино", "бег"}, ("interests_common", 13)),
        ({"театр"}, {"театр"}, ("interests_common", 6)),
        ({"театр"}, {"бег"}, ("interests_none", 0)),
        (set(), {"бег"}, ("interests_unknown", 0)),
    ],
)
def test_interests(left: set[str], right: set[str], expected: tuple[str, int]):
    asking, offering = mentee(interests=frozenset(left)), mentor(interests=frozenset(right))

    assert reason("interests", asking, offering) == expected


@pytest.mark.parametrize(
    ("slots", "modes", "expected"),
    [
        ((hours(1, 2), hours(1, 2)), (None, None), ("time_tight", 0)),
        ((hours(1, 2, 3), hours(1, 2, 3)), (None, None), ("time_fits", 2)),
        ((hours(*range(6)), hours(*range(9))), ({"online"}, {"online"}), ("time_fits", 15)),
        ((hours(*range(20)), hours(*range(20))), (None, {"online"}), ("time_fits", 10)),
        ((None, hours(1)), ({"online"}, {"online", "in_person"}), ("time_fits", 5)),
        ((None, hours(1)), (None, {"online"}), ("time_unknown", 0)),
    ],
)
def test_time(slots, modes, expected: tuple[str, int]):
    left, right = (None if side is None else frozenset(side) for side in modes)
    asking, offering = mentee(slots=slots[0], modes=left), mentor(slots=slots[1], modes=right)

    assert reason("time", asking, offering) == expected


@pytest.mark.parametrize(
    ("asking", "offering", "expected"),
    [
        (mentee(age=12), mentor(age_wish=(10, 13)), ("age_as_wished", 10)),
        (mentee(age=14), mentor(age_wish=(10, 13)), ("age_not_as_wished", 0)),
        (mentee(grade=7), mentor(grade_wish=(7, None)), ("age_as_wished", 10)),
        (mentee(age=12, grade=5), mentor(age_wish=(10, 13), grade_wish=(6, 7)), ("age_not_as_wished", 0)),
        (mentee(age=12, age_wish=(18, 25)), mentor(age=40, age_wish=(10, 13)), ("age_partly_as_wished", 5)),
        (mentee(age=12, age_wish=(18, 25)), mentor(age=20, age_wish=(10, 13)), ("age_as_wished", 10)),
        (mentee(age=12), mentor(age=40), ("age_unknown", 0)),
        (mentee(), mentor(age_wish=(10, 13)), ("age_unknown", 0)),
    ],
)
def test_age(asking: Mentee, offering: Mentor, expected: tuple[str, int]):
    assert reason("age", asking, offering) == expected


def test_mutual_choice():
    chosen = frozenset({("e1", "r1")})

    assert reason("mutual", mentee(), mentor(), mutual=chosen) == ("mutual_choice", 15)
    assert reason("mutual", mentee(), mentor()) == ("mutual_none", 0)


def test_reasons_name_what_is_common():
    asking = mentee(main_need="физика", needs=frozenset({"физика", "право", "химия"}), interests=frozenset({"бег"}))
    offering = mentor(competences=frozenset({"право", "физика"}), interests=frozenset({"бег", "кино"}))

    need, interests, *_ = reasons(asking, offering, problem([asking], [offering]))

    assert need.params == {"main": "физика", "others": ["право"], "asked": 2}
    assert interests.params == {"common": ["бег"]}


def test_weights_are_the_coordinators():
    weights = Weights(need=0, interests=50, time=0, age=0, mutual=0)
    asking, offering = mentee(interests=frozenset({"бег"})), mentor(interests=frozenset({"бег"}))

    found = reasons(asking, offering, problem([asking], [offering], Settings(weights=weights)))

    assert [(r.points, r.maximum) for r in found] == [(0, 0), (16, 50), (0, 0), (0, 0), (0, 0)]


@pytest.mark.parametrize(
    "wrong",
    [{"load_penalty": ()}, {"load_penalty": (2, 1)}, {"load_penalty": (-1,)}, {"enough_interests": 0}],
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, object]):
    with pytest.raises(ValueError):
        Settings(**wrong)


def test_a_weight_below_zero_is_refused():
    with pytest.raises(ValueError):
        Weights(need=-1)


@pytest.mark.slow
@effort(max_examples=150, deadline=None)
@given(problems(4, 4))
def test_readable_and_packed_points_are_equal(any_problem: Problem):
    packed = Packed(any_problem)
    for number, criterion in enumerate(CRITERIA):
        readable = [[reasons(a, b, any_problem)[number].points for b in packed.mentors] for a in packed.mentees]
        table = np.array(readable, np.int64).reshape(packed.shape)
        assert np.array_equal(criterion.packed(packed), table), criterion.name
    assert scores(packed).min(initial=0) >= 0
    assert scores(packed).max(initial=0) <= any_problem.settings.weights.total
