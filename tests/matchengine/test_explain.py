"""Why somebody is left out, and what would help."""

from typing import Any

import pytest

from matchengine import (
    Help,
    LeftOut,
    Mentee,
    Mentor,
    Plan,
    RoleModel,
    Rule,
    Settings,
    check,
    codes,
    explain,
    explain_pair,
    solve,
    why_left_out,
)
from matchengine.codes import DEFAULT_HARD, OPTIONAL, HelpCode, LeftOutCode, Theme
from tests.matchengine.builders import crowd, mentee, mentor, problem, school


def left_out(asking: Mentee, *offering: Mentor, settings: Settings | None = None) -> LeftOut:
    (left,) = solve(problem([asking], list(offering), settings)).left_out
    return left


def test_consent_is_named_first_and_helps():
    left = left_out(mentee(consent=None), mentor())

    assert left.code == LeftOutCode.CONSENT_MISSING
    assert left.helps == (Help(HelpCode.CONSENT, {"mentors": ["r1"], "count": 1}),)


def test_consent_is_the_first_step_even_where_more_is_missing():
    left = left_out(mentee(consent=None, slots=frozenset({1, 2})), mentor(slots=frozenset({7, 8})))

    assert left.code == LeftOutCode.CONSENT_MISSING
    assert left.helps == (Help(HelpCode.CONSENT, {"mentors": [], "count": 0}),)


def test_no_common_time_says_how_many_half_hours_are_missing():
    left = left_out(
        mentee(slots=frozenset({1, 2, 3})),
        mentor("r1", slots=frozenset({3, 4})),
        mentor("r2", slots=frozenset({9})),
    )

    assert left.code == LeftOutCode.NO_COMMON_TIME
    assert left.params == {"blocked": {"time": 2}, "mentors": 2}
    assert left.helps == (Help(HelpCode.TIME, {"mentors": ["r1", "r2"], "count": 2, "missing_slots": 1}),)


def test_a_mixture_of_rules_is_counted_by_rule():
    online, meeting = frozenset({"online"}), frozenset({"in_person"})
    left = left_out(
        mentee(slots=frozenset({1, 2}), modes=online, languages=frozenset({"tt"})),
        mentor("r1", slots=frozenset({5}), modes=meeting),
        mentor("r2", modes=meeting, languages=frozenset({"ru"})),
        mentor("r3", modes=meeting),
    )

    assert left.code == LeftOutCode.NO_POSSIBLE_MENTOR
    assert left.params == {"blocked": {"language": 1, "mode": 3, "time": 1}, "mentors": 3}
    assert left.helps == (Help(HelpCode.MODE, {"mentors": ["r3"], "count": 1}),)


def test_places_full_names_the_possible_mentors():
    plan = solve(problem([mentee("e1", main_need="право"), mentee("e2")], [mentor(competences=frozenset({"право"}))]))

    params = {"mentors": ["r1"], "count": 1, "places": 1}
    helps = (Help(HelpCode.MORE_PLACES, {"mentors": ["r1"]}),)
    assert plan.left_out == (LeftOut("e2", LeftOutCode.PLACES_FULL, params, helps),)


def test_nobody_to_choose_from():
    left = left_out(mentee(), mentor("r1", places=0), mentor("r2", clearance=None))

    assert left.code == LeftOutCode.NO_MENTORS
    assert [help_.code for help_ in left.helps] == [HelpCode.MENTOR_PAPERS, HelpCode.MORE_PLACES]
    assert left_out(mentee(main_need="право")).helps == (Help(HelpCode.NEW_MENTOR, {"need": "право"}),)


def test_age_outside_the_programme():
    left = left_out(mentee(age=9), mentor(), settings=Settings(mentee_ages=(10, None)))

    assert (left.code, left.params) == (LeftOutCode.AGE_OUT_OF_BOUNDS, {"age": 9})
    assert [help_.code for help_ in left.helps] == [HelpCode.AGE]


def test_a_hand_made_plan_with_a_free_place():
    small = problem([mentee("e1")], [mentor("r1")])
    empty = Plan((), (), solve(small).certificate)

    left = why_left_out(small, empty, "e1")

    assert left.code == LeftOutCode.NOT_IN_PLAN
    assert left.helps == (Help(HelpCode.FREE_PLACE, {"mentors": ["r1"]}),)


def test_who_is_matched_is_not_left_out():
    small = problem([mentee("e1")], [mentor("r1")])

    with pytest.raises(ValueError, match="matched"):
        why_left_out(small, solve(small), "e1")
    with pytest.raises(KeyError):
        why_left_out(small, solve(small), "x")


def test_any_two_people_can_be_explained():
    explained = explain_pair(problem([mentee(consent=None)], [mentor(places=0)]), "e1", "r1")

    assert [v.code for v in explained.violations] == ["no_places", "mentee_consent_missing"]
    assert explained.score == sum(reason.points for reason in explained.reasons)


def test_what_is_said_to_help_does_help():
    invented = school(60, 15)
    plan = solve(invented)
    full = [left for left in plan.left_out if left.code == LeftOutCode.PLACES_FULL]
    assert full

    for left in full:
        helper = left.helps[0].params["mentors"][0]
        assert explain_pair(invented, left.mentee_id, helper).violations == ()

    relaxed = problem(
        list(invented.mentees), list(invented.mentors), Settings(hard=DEFAULT_HARD - {Rule.MENTEE_CONSENT})
    )
    closed = [left.mentee_id for left in plan.left_out if left.code == LeftOutCode.CONSENT_MISSING]
    assert {left.code for left in solve(relaxed).left_out if left.mentee_id in closed} <= {LeftOutCode.PLACES_FULL}
    assert explain(invented, plan) == plan.left_out


def test_no_code_is_listed_twice_in_its_kind():
    for kind in (codes.Rule, codes.ViolationCode, codes.ReasonCode, codes.LeftOutCode, codes.HelpCode):
        assert len({str(code) for code in kind}) == len(kind)
    assert len(codes.ALL_CODES) == sum(len(kind) for kind in {type(code) for code in codes.ALL_CODES})


def test_places_held_by_pinned_pairs_are_named():
    small = problem([mentee("e1"), mentee("e2")], [mentor("r1")], pins=frozenset({("e2", "r1")}))

    (left,) = solve(small).left_out

    assert (left.code, left.params) == (LeftOutCode.PLACES_PINNED, {"mentors": ["r1"], "count": 1, "places": 1})
    assert [help_.code for help_ in left.helps] == [HelpCode.LIFT_PIN, HelpCode.MORE_PLACES]


def test_a_group_of_another_theme_is_named():
    dance, law = frozenset({"танец"}), frozenset({"право"})
    asking = [mentee("e1", main_need="танец"), mentee("e2", main_need="право"), mentee("e3", main_need="право")]
    small = problem(asking, [mentor("r1", competences=dance | law, places=3)], Settings(theme=Theme.NEED))

    (left,) = solve(small).left_out

    assert (left.mentee_id, left.code) == ("e1", LeftOutCode.OTHER_THEME)
    assert left.params == {"mentors": ["r1"], "count": 1}
    assert left.helps == (Help(HelpCode.NEW_MENTOR, {"need": "танец"}),)


def test_a_team_without_anybody_who_knows_the_topic():
    asks = mentee("e1", team_topic="право", main_need="танец", demand=2)
    nobody = left_out(asks, mentor("r1"), mentor("r2"))
    expert = mentor("r3", competences=frozenset({"право"}), places=1)
    full = problem([asks, mentee("e2")], [expert], pins=frozenset({("e2", "r3")}))

    assert (nobody.code, nobody.params) == (
        LeftOutCode.TEAM_TOPIC_MISSING,
        {"topic": "право", "mentors": ["r1", "r2"], "count": 2},
    )
    assert nobody.helps == (Help(HelpCode.NEW_MENTOR, {"need": "право"}),)
    assert [left.code for left in solve(full).left_out] == [LeftOutCode.PLACES_PINNED]
    assert len(solve(problem([asks], [mentor("r1"), expert])).pairs) == 2


@pytest.mark.parametrize("list_", ["declined", "partings"])
def test_nothing_is_said_to_help_against_a_refusal_or_a_break_up(list_: str):
    small = problem([mentee("e1", main_need="право")], [mentor("r1")], **{list_: frozenset({("e1", "r1")})})

    (left,) = solve(small).left_out

    rule = {"declined": "declined", "partings": "parting"}[list_]
    assert (left.code, left.params) == (LeftOutCode.NO_MENTORS, {"blocked": {rule: 1}, "mentors": 1})
    assert left.helps == (Help(HelpCode.NEW_MENTOR, {"need": "право"}),)


def test_kinship_cannot_be_helped_but_a_ban_can():
    asks, offers = mentee("e1", person="Ада"), mentor("r1", person="Вера")
    kin = problem([asks], [offers], kin=frozenset({("Ада", "Вера")}))
    banned = problem([asks], [offers], bans=frozenset({("e1", "r1")}))

    assert [help_.code for help_ in solve(kin).left_out[0].helps] == [HelpCode.NEW_MENTOR]
    assert [help_.code for help_ in solve(banned).left_out[0].helps] == [HelpCode.LIFT_BAN]


ON = DEFAULT_HARD | OPTIONAL
MEETING = frozenset({"in_person"})


@pytest.mark.parametrize(
    ("asks", "offers", "given", "code"),
    [
        ({"sex_wish": "f"}, {"sex": "m"}, {}, HelpCode.SEX_WISH),
        ({"formats": MEETING}, {}, {"mentoring_format": "ученик–ученик"}, HelpCode.FORMAT),
        ({"institution": "школа"}, {"institution": "лицей", "own_institution_only": True}, {}, HelpCode.INSTITUTION),
        ({"building": "главный", "modes": MEETING}, {"building": "новый", "modes": MEETING}, {}, HelpCode.BUILDING),
        ({"district": "север", "modes": MEETING}, {"district": "юг", "modes": MEETING}, {}, HelpCode.DISTRICT),
        ({"study_group": "5а"}, {"study_group": "5а"}, {}, HelpCode.SAME_CLASS),
        ({"level": 2}, {"level": 1}, {"role_model": RoleModel(level_gap=1)}, HelpCode.ROLE_MODEL),
    ],
)
def test_each_rule_that_can_be_lifted_has_its_help(asks: Any, offers: Any, given: Any, code: HelpCode):
    left = left_out(mentee(**asks), mentor(**offers), settings=Settings(hard=ON, **given))

    assert left.code == LeftOutCode.NO_POSSIBLE_MENTOR
    assert left.helps == (Help(code, {"mentors": ["r1"], "count": 1}),)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_explanations_and_check_speak_of_the_same_rules(seed: int):
    drawn = crowd(seed, 15, 8)

    for left in solve(drawn).left_out:
        found = [list(explain_pair(drawn, left.mentee_id, m.id).violations) for m in drawn.mentors]
        for one, own in zip(drawn.mentors, found, strict=True):
            assert [v for v in check(drawn, [(left.mentee_id, one.id)]) if v.mentor_id == one.id] == own
        if "blocked" in left.params:
            assert all(found)
            assert sum(left.params["blocked"].values()) == sum(len(own) for own in found)
