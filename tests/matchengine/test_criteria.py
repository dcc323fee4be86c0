"""How good: worked examples of every criterion. `test_packing` holds the two forms equal."""

from dataclasses import fields

import pytest

from matchengine import Mentee, Mentor, Settings, Weights
from matchengine.codes import Openness
from matchengine.criteria import CRITERIA, reasons
from tests.matchengine.builders import mentee, mentor, problem

RARE = Settings(weights=Weights(previous=20, place=9))


def reason(name: str, asking: Mentee, offering: Mentor, **pairs: frozenset[tuple[str, str]]) -> tuple[str, int]:
    order = [criterion.name for criterion in CRITERIA]
    found = reasons(asking, offering, problem([asking], [offering], RARE, **pairs))[order.index(name)]
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
        ({"театр", "кино", "бег"}, {"театр", "кино", "бег"}, ("interests_common", 15)),
        ({"театр", "кино", "бег", "лес"}, {"театр", "кино", "бег", "лес"}, ("interests_common", 15)),
        ({"театр", "кино"}, {"театр", "кино", "бег"}, ("interests_common", 10)),
        ({"театр"}, {"театр"}, ("interests_common", 5)),
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
        (mentee(age=12), mentor(age_wish=(10, 13)), ("age_as_wished", 2)),
        (mentee(age=14), mentor(age_wish=(10, 13)), ("age_not_as_wished", 0)),
        (mentee(grade=7), mentor(grade_wish=(7, None)), ("age_as_wished", 2)),
        (mentee(age=12, grade=5), mentor(age_wish=(10, 13), grade_wish=(6, 7)), ("age_not_as_wished", 0)),
        (mentee(age=12, age_wish=(18, 25)), mentor(age=40, age_wish=(10, 13)), ("age_partly_as_wished", 2)),
        (mentee(age=12, age_wish=(18, 25)), mentor(age=20, age_wish=(10, 13)), ("age_as_wished", 5)),
        (mentee(age_wish=(18, 25)), mentor(age=20), ("age_as_wished", 2)),
        (mentee(age=12), mentor(age=40), ("age_unknown", 0)),
        (mentee(), mentor(age_wish=(10, 13)), ("age_unknown", 0)),
    ],
)
def test_age(asking: Mentee, offering: Mentor, expected: tuple[str, int]):
    assert reason("age", asking, offering) == expected


def test_mutual_choice():
    chosen = frozenset({("e1", "r1")})

    assert reason("mutual", mentee(), mentor(), mutual=chosen) == ("mutual_choice", 10)
    assert reason("mutual", mentee(), mentor()) == ("mutual_none", 0)


def test_the_previous_mentor_counts_where_the_coordinator_wants_it():
    before = frozenset({("e1", "r1")})

    assert reason("previous", mentee(), mentor(), previous=before) == ("previous_mentor", 20)
    assert reason("previous", mentee(), mentor()) == ("previous_none", 0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"дружба", "труд"}, {"труд", "дружба"}, ("values_shared", 5)),
        ({"дружба", "труд"}, {"труд"}, ("values_shared", 2)),
        ({"дружба"}, {"труд"}, ("values_none", 0)),
        (set(), {"труд"}, ("values_none", 0)),
        (None, {"труд"}, ("values_unknown", 0)),
    ],
)
def test_values(left, right, expected: tuple[str, int]):
    held = [None if side is None else frozenset(side) for side in (left, right)]

    assert reason("values", mentee(values=held[0]), mentor(values=held[1])) == expected


@pytest.mark.parametrize(
    ("suits", "ways", "expected"),
    [
        ({"показ", "беседа"}, {"показ", "беседа", "игра"}, ("ways_suit", 4)),
        ({"показ", "беседа"}, {"показ"}, ("ways_suit", 2)),
        ({"показ"}, {"беседа"}, ("ways_do_not_suit", 0)),
        ({"показ"}, None, ("ways_unknown", 0)),
    ],
)
def test_ways_of_working(suits, ways, expected: tuple[str, int]):
    offering = mentor(ways=None if ways is None else frozenset(ways))

    assert reason("ways", mentee(suits=frozenset(suits)), offering) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Openness.AT_ONCE, Openness.AT_ONCE, ("openness_alike", 3)),
        (Openness.WITH_FEW, Openness.WITH_FEW, ("openness_alike", 3)),
        (Openness.AT_ONCE, Openness.WITH_TIME, ("openness_differs", 1)),
        (Openness.WITH_FEW, Openness.WITH_TIME, ("openness_differs", 1)),
        (Openness.AT_ONCE, Openness.WITH_FEW, ("openness_differs", 0)),
        (None, Openness.WITH_FEW, ("openness_unknown", 0)),
    ],
)
def test_how_the_two_open_up(left, right, expected: tuple[str, int]):
    assert reason("openness", mentee(openness=left), mentor(openness=right)) == expected


@pytest.mark.parametrize(
    ("mastery", "expected"),
    [
        (3, ("mastery_known", 3)),
        (5, ("mastery_known", 3)),
        (1, ("mastery_known", 1)),
        (0, ("mastery_none", 0)),
        (-1, ("mastery_none", 0)),
        (None, ("mastery_unknown", 0)),
    ],
)
def test_mastery_of_mentoring_is_the_mentors_alone(mastery, expected: tuple[str, int]):
    assert reason("mastery", mentee(), mentor(mastery=mastery)) == expected


@pytest.mark.parametrize(
    ("institutions", "buildings", "expected"),
    [
        (("школа", "школа"), ("новый", "новый"), ("place_same", 9)),
        (("школа", "школа"), ("новый", "главный"), ("place_same", 4)),
        (("школа", "школа"), (None, "главный"), ("place_same", 4)),
        ((None, "школа"), ("новый", "новый"), ("place_same", 9)),
        (("школа", "лицей"), ("новый", "новый"), ("place_same", 9)),
        (("школа", "лицей"), (None, None), ("place_other", 0)),
        ((None, "лицей"), (None, None), ("place_unknown", 0)),
    ],
)
def test_place(institutions, buildings, expected: tuple[str, int]):
    asking = mentee(institution=institutions[0], building=buildings[0])
    offering = mentor(institution=institutions[1], building=buildings[1])

    assert reason("place", asking, offering) == expected


def test_sex_and_age_themselves_earn_nothing():
    asking, offering = mentee(sex="f", age=12, grade=6), mentor(sex="f", age=30, grade_wish=None)

    assert sum(r.points for r in reasons(asking, offering, problem([asking], [offering], RARE))) == 0


def test_every_criterion_has_its_weight():
    assert [criterion.name for criterion in CRITERIA] == [one.name for one in fields(Weights)]
    assert Weights().total == 100


def test_reasons_name_what_is_common():
    asking = mentee(main_need="физика", needs=frozenset({"физика", "право", "химия"}), interests=frozenset({"бег"}))
    offering = mentor(competences=frozenset({"право", "физика"}), interests=frozenset({"бег", "кино"}))

    need, interests, *_ = reasons(asking, offering, problem([asking], [offering]))

    assert need.params == {"main": "физика", "others": ["право"], "asked": 2}
    assert interests.params == {"common": ["бег"]}


def test_weights_are_the_coordinators():
    weights = Weights(need=0, interests=50, time=0, age=0, mutual=0, values=0, ways=0, openness=0, mastery=0)
    asking, offering = mentee(interests=frozenset({"бег"})), mentor(interests=frozenset({"бег"}))

    found = reasons(asking, offering, problem([asking], [offering], Settings(weights=weights)))

    assert [(r.points, r.maximum) for r in found] == [(0, 0), (16, 50), *[(0, 0)] * 9]


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
