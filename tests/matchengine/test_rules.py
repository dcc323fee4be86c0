"""What may not be: worked examples of every rule. `test_packing` holds the two forms equal."""

import pytest

from matchengine import Mentee, Mentor, Rule, Settings
from matchengine.codes import ALWAYS_HARD, DEFAULT_HARD, Theme
from matchengine.constraints import PLAN_RULES, RULES, violations
from matchengine.problem import RoleModel
from tests.matchengine.builders import mentee, mentor, problem

MORNING, EVENING = frozenset({60, 61, 62}), frozenset({62, 80, 81})
EXAMPLES = [
    (mentee(), mentor(places=0), ["no_places"]),
    (mentee(person="Ада"), mentor(person="Ада"), ["same_person"]),
    (mentee(person=""), mentor(person=""), []),
    (mentee(consent=None), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=False), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=None, is_minor=None), mentor(), ["mentee_consent_missing"]),
    (mentee(consent=None, is_minor=False), mentor(), []),
    (mentee(consent=False, is_minor=False), mentor(), ["mentee_consent_missing"]),
    (mentee(), mentor(is_minor=True, clearance=None), ["mentor_consent_missing"]),
    (mentee(), mentor(is_minor=True, clearance=None, consent=True), []),
    (mentee(), mentor(clearance=None), ["mentor_clearance_missing"]),
    (mentee(), mentor(clearance=False, is_minor=None, consent=True), ["mentor_clearance_missing"]),
    (mentee(slots=MORNING), mentor(slots=EVENING), ["no_common_time"]),
    (mentee(slots=MORNING), mentor(slots=MORNING), []),
    (mentee(slots=MORNING), mentor(slots=None), []),
    (mentee(slots=frozenset()), mentor(slots=MORNING), ["no_common_time"]),
    (mentee(modes=frozenset({"online"})), mentor(modes=frozenset({"in_person"})), ["no_common_mode"]),
    (mentee(modes=None), mentor(modes=frozenset({"in_person"})), []),
    (mentee(languages=frozenset({"tt"})), mentor(languages=frozenset({"ru"})), ["no_common_language"]),
    (mentee(age=9), mentor(), []),
    (mentee(age=9), mentor(age_wish=(10, 13)), []),
]


def broken(asking: Mentee, offering: Mentor, settings: Settings | None = None, **pairs: frozenset[tuple[str, str]]):
    return [v.code for v in violations(asking, offering, problem([asking], [offering], settings, **pairs))]


def also(rule: Rule) -> Settings:
    return Settings(hard=DEFAULT_HARD | {rule})


@pytest.mark.parametrize(("asking", "offering", "codes"), EXAMPLES)
def test_what_may_not_be(asking: Mentee, offering: Mentor, codes: list[str]):
    assert broken(asking, offering) == codes


@pytest.mark.parametrize(
    ("name", "code"), [("bans", "banned"), ("declined", "declined_before"), ("partings", "parted_before")]
)
def test_a_pair_that_is_named_may_not_be(name: str, code: str):
    assert broken(mentee(), mentor(), **{name: frozenset({("e1", "r1")})}) == [code]
    assert broken(mentee(), mentor(), **{name: frozenset({("e1", "r2"), ("e2", "r1")})}) == []


def test_what_somebody_declined_stays_declined_whatever_is_switched_off():
    lenient = Settings(hard=frozenset())

    assert broken(mentee(), mentor(), lenient, declined=frozenset({("e1", "r1")})) == ["declined_before"]
    assert broken(mentee(), mentor(), lenient, partings=frozenset({("e1", "r1")})) == []


@pytest.mark.parametrize("kin", [("Ада", "Вера"), ("Вера", "Ада")])
def test_relatives_are_no_pair_whichever_is_named_first(kin: tuple[str, str]):
    child, parent = mentee(person="Ада"), mentor(person="Вера")

    assert broken(child, parent, kin=frozenset({kin})) == ["related"]
    assert broken(child, mentor(person="Зоя"), kin=frozenset({kin})) == []
    assert broken(child, mentor(person=""), kin=frozenset({kin})) == []


IN_PERSON, ONLINE, EITHER = frozenset({"in_person"}), frozenset({"online"}), frozenset({"in_person", "online"})


@pytest.mark.parametrize(
    ("modes", "places", "is_apart"),
    [
        ((IN_PERSON, IN_PERSON), ("север", "юг"), True),
        ((EITHER, IN_PERSON), ("север", "юг"), True),
        ((EITHER, EITHER), ("север", "юг"), False),
        ((IN_PERSON, IN_PERSON), ("юг", "юг"), False),
        ((IN_PERSON, IN_PERSON), ("север", None), False),
        ((None, IN_PERSON), ("север", "юг"), False),
    ],
)
def test_who_can_only_meet_in_person_needs_one_place(modes, places, is_apart: bool):
    by_district = mentee(modes=modes[0], district=places[0]), mentor(modes=modes[1], district=places[1])
    by_building = mentee(modes=modes[0], building=places[0]), mentor(modes=modes[1], building=places[1])

    assert broken(*by_district) == (["other_district"] if is_apart else [])
    assert broken(*by_building, also(Rule.BUILDING)) == (["other_building"] if is_apart else [])
    assert broken(*by_building) == []


def test_without_a_common_mode_the_place_is_not_spoken_about():
    asking = mentee(modes=IN_PERSON, district="север")

    assert broken(asking, mentor(modes=ONLINE, district="юг")) == ["no_common_mode"]


@pytest.mark.parametrize(
    ("asked", "formats", "codes"),
    [
        ("ученик–ученик", ({"ученик–ученик"}, {"ученик–ученик", "учитель–ученик"}), []),
        ("ученик–ученик", ({"ученик–ученик"}, {"учитель–ученик"}), ["other_format"]),
        ("ученик–ученик", ({"учитель–учитель"}, None), ["other_format"]),
        ("ученик–ученик", (None, None), []),
        (None, ({"учитель–учитель"}, {"ученик–ученик"}), []),
    ],
)
def test_both_take_part_in_the_format_of_the_module(asked, formats, codes: list[str]):
    left, right = (None if side is None else frozenset(side) for side in formats)

    assert broken(mentee(formats=left), mentor(formats=right), Settings(mentoring_format=asked)) == codes


def test_a_wish_about_sex_binds_only_where_the_programme_says_so():
    asking, offering = mentee(sex="f", sex_wish="f"), mentor(sex="m")

    assert broken(asking, offering) == []
    assert broken(asking, offering, also(Rule.SEX_WISHES)) == ["outside_sex_wish"]
    assert broken(asking, mentor(sex=None), also(Rule.SEX_WISHES)) == []
    assert broken(mentee(sex="m"), mentor(sex="f", sex_wish="f"), also(Rule.SEX_WISHES)) == ["outside_sex_wish"]


def test_some_mentors_take_nobody_from_elsewhere():
    at_home = mentor(institution="школа", own_institution_only=True)

    assert broken(mentee(institution="лицей"), at_home) == ["other_institution"]
    assert broken(mentee(institution="школа"), at_home) == []
    assert broken(mentee(), at_home) == []
    assert broken(mentee(institution="лицей"), mentor(institution="школа")) == []
    assert broken(mentee(institution="лицей"), mentor(own_institution_only=True)) == []


def test_classmates_are_kept_apart_only_where_the_programme_says_so():
    asking, offering = mentee(study_group="5а"), mentor(study_group="5а")

    assert broken(asking, offering) == []
    assert broken(asking, offering, also(Rule.SAME_CLASS)) == ["same_class"]
    assert broken(asking, mentor(study_group="5б"), also(Rule.SAME_CLASS)) == []
    assert broken(mentee(), mentor(), also(Rule.SAME_CLASS)) == []


PHYSICS, LAW = frozenset({"физика"}), frozenset({"право"})
WOOD, RUN = frozenset({"лес"}), frozenset({"бег"})
PEERS, TRADITIONAL = RoleModel(level_gap=1, age_gap=2), RoleModel(level_lead=2)


@pytest.mark.parametrize(
    ("model", "levels", "ages", "codes"),
    [
        (PEERS, (1, 1), (12, 14), []),
        (PEERS, (1, 2), (14, 12), []),
        (PEERS, (2, 1), (12, 12), ["mentor_not_ahead"]),
        (PEERS, (1, 3), (12, 12), ["too_far_apart"]),
        (PEERS, (1, 1), (12, 15), ["too_far_apart"]),
        (PEERS, (1, 1), (15, 12), ["too_far_apart"]),
        (PEERS, (None, 3), (12, None), []),
        (TRADITIONAL, (1, 3), (12, 60), []),
        (TRADITIONAL, (1, 2), (12, 60), ["mentor_not_ahead"]),
        (TRADITIONAL, (None, 0), (12, 60), []),
        (RoleModel(), (3, 0), (12, 60), []),
        (None, (3, 0), (12, 60), []),
    ],
)
def test_a_role_model_carries_its_own_rules(model, levels, ages, codes: list[str]):
    asking, offering = mentee(level=levels[0], age=ages[0]), mentor(level=levels[1], age=ages[1])

    assert broken(asking, offering, Settings(role_model=model)) == codes


def test_a_role_model_says_how_far_apart_the_two_are():
    asking, offering = mentee(level=1), mentor(level=2)

    (behind,) = violations(asking, offering, problem([asking], [offering], Settings(role_model=TRADITIONAL)))

    assert behind.params == {"lead": 1, "needed": 2}


@pytest.mark.parametrize(
    ("theme", "asking", "offering", "codes"),
    [
        (Theme.NEED, mentee(main_need="физика"), mentor(competences=PHYSICS), []),
        (Theme.NEED, mentee(needs=LAW), mentor(competences=PHYSICS), ["no_common_theme"]),
        (Theme.NEED, mentee(), mentor(competences=PHYSICS), []),
        (Theme.NEED, mentee(main_need="физика"), mentor(), []),
        (Theme.INTEREST, mentee(interests=WOOD), mentor(interests=WOOD | RUN), []),
        (Theme.INTEREST, mentee(interests=WOOD), mentor(interests=RUN), ["no_common_theme"]),
        (None, mentee(main_need="право"), mentor(competences=PHYSICS), []),
    ],
)
def test_a_group_forms_round_something_its_mentor_has_too(theme, asking, offering, codes: list[str]):
    assert broken(asking, offering, Settings(theme=theme)) == codes


@pytest.mark.parametrize(
    ("programme", "codes"),
    [
        (Settings(mentee_ages=(10, None)), ["mentee_age_out_of_bounds"]),
        (Settings(mentor_ages=(None, 30)), ["mentor_age_out_of_bounds"]),
        (Settings(mentee_ages=(9, 9), mentor_ages=(40, 40)), []),
        (Settings(hard=DEFAULT_HARD | {Rule.AGE_WISHES}), ["outside_age_wish"]),
        (Settings(hard=frozenset(), mentee_ages=(10, None)), []),
    ],
)
def test_age_forbids_only_where_the_programme_says_so(programme: Settings, codes: list[str]):
    asking, offering = mentee(age=9), mentor(age=40, age_wish=(10, 13))

    assert [v.code for v in violations(asking, offering, problem([asking], [offering], programme))] == codes


def test_time_says_how_much_is_common_and_how_much_is_needed():
    asking, offering = mentee(slots=MORNING), mentor(slots=EVENING)

    (found,) = violations(asking, offering, problem([asking], [offering]))

    assert found.params == {"common": 1, "needed": 2}
    assert (found.mentee_id, found.mentor_id) == ("e1", "r1")


def test_every_rule_of_a_pair_stands_once_in_the_order_of_the_codes():
    order = [one.rule for one in RULES]

    assert order == sorted(set(order), key=list(Rule).index)
    assert set(order) | PLAN_RULES == set(Rule)
    assert not ALWAYS_HARD & DEFAULT_HARD
