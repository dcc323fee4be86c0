"""The nearest changes: each kind on a worked example, and that every one does what it says."""

from dataclasses import replace

import pytest

from matchengine import Help, Mentee, Mentor, Problem, RoleModel, Settings, nearest_change, solve
from matchengine.codes import HelpCode, Rule
from matchengine.lifting import lifted, with_place
from tests.matchengine.builders import crowd, mentee, mentor, problem, school

LAW = frozenset({"право"})
EVERY = frozenset(Rule)
FEW = frozenset({Rule.MODE, Rule.LANGUAGE, Rule.BUILDING, Rule.SEX_WISHES, Rule.REVERSE})


def helps(small: Problem, key: str = "e1", plan: list[tuple[str, str]] | None = None) -> list[tuple[HelpCode, object]]:
    found = nearest_change(small, solve(small) if plan is None else plan, key)
    return [(one.code, one.params["mentors"]) for one in found]


def opened(asks: Mentee, offers: Mentor, **given: object) -> list[tuple[HelpCode, object]]:
    return helps(problem([asks], [offers], Settings(hard=EVERY, **given)))


def test_a_half_hour_more_is_named():
    asks = mentee(slots=frozenset({50, 51, 200}))
    offering = [mentor("r1", slots=frozenset({51, 52, 9})), mentor("r2", slots=frozenset({7, 8, 9}))]

    assert nearest_change(problem([asks], offering), [], "e1") == (
        Help(
            HelpCode.TIME,
            {
                "mentors": ["r1"],
                "count": 1,
                "missing_slots": 1,
                "slot": 52,
                "difference": {"coverage": 1, "seats": 1, "mutual": 0, "worst": 0, "total": 0},
                "displaces": [],
            },
        ),
        Help(
            HelpCode.TIME,
            {
                "mentors": ["r2"],
                "count": 1,
                "missing_slots": 2,
                "slot": 7,
                "difference": {"coverage": 1, "seats": 1, "mutual": 0, "worst": 0, "total": 0},
                "displaces": [],
            },
        ),
    )


@pytest.mark.parametrize(
    ("asks", "offers", "given", "code"),
    [
        (mentee(consent=None), mentor(), {}, HelpCode.CONSENT),
        (mentee(), mentor(clearance=None), {}, HelpCode.MENTOR_PAPERS),
        (mentee(), mentor(places=0), {}, HelpCode.MORE_PLACES),
        (mentee(modes=frozenset({"online"})), mentor(modes=frozenset({"in_person"})), {}, HelpCode.MODE),
        (mentee(languages=frozenset({"tt"})), mentor(languages=frozenset({"ru"})), {}, HelpCode.LANGUAGE),
        (mentee(age=9), mentor(), {"mentee_ages": (10, None)}, HelpCode.AGE),
        (mentee(age=9), mentor(age_wish=(10, 12)), {}, HelpCode.AGE),
        (mentee(sex_wish="f"), mentor(sex="m"), {}, HelpCode.SEX_WISH),
        (
            mentee(formats=frozenset({"а"})),
            mentor(formats=frozenset({"а"})),
            {"mentoring_format": "б"},
            HelpCode.FORMAT,
        ),
        (mentee(institution="школа"), mentor(institution="лицей", own_institution_only=True), {}, HelpCode.INSTITUTION),
        (mentee(study_group="5а"), mentor(study_group="5а"), {}, HelpCode.SAME_CLASS),
        (mentee(level=3), mentor(level=1), {"role_model": RoleModel(level_lead=1)}, HelpCode.ROLE_MODEL),
    ],
)
def test_one_rule_between_them_is_one_help(asks: Mentee, offers: Mentor, given: dict[str, object], code: HelpCode):
    assert opened(asks, offers, **given) == [(code, ["r1"])]


@pytest.mark.parametrize(("place", "code"), [("building", HelpCode.BUILDING), ("district", HelpCode.DISTRICT)])
def test_who_meets_in_person_only_needs_one_place(place: str, code: HelpCode):
    meeting = frozenset({"in_person"})

    found = opened(mentee(modes=meeting, **{place: "север"}), mentor(modes=meeting, **{place: "юг"}))

    assert found == [(code, ["r1"])]


def test_what_cannot_be_helped_has_no_help():
    asks, offers = mentee(person="Ада"), mentor(person="Вера")
    pair = frozenset({("e1", "r1")})

    assert helps(problem([asks], [offers], declined=pair)) == []
    assert helps(problem([asks], [offers], partings=pair)) == []
    assert helps(problem([asks], [offers], kin=frozenset({("Вера", "Ада")}))) == []
    assert helps(problem([mentee(languages=frozenset({"tt"}))], [mentor(languages=LAW, clearance=None)])) == []


def test_a_ban_and_a_pin_can_be_lifted():
    offering = [mentor("r1"), mentor("r2", slots=frozenset({1, 2}))]
    asking = [mentee("e1", slots=frozenset({8, 9})), mentee("e2")]
    banned = problem(asking[:1], offering[:1], bans=frozenset({("e1", "r1")}))
    pinned = problem(asking, offering, Settings(load_penalty=(0,)), pins=frozenset({("e2", "r1")}))

    assert helps(banned) == [(HelpCode.LIFT_BAN, ["r1"])]
    found = nearest_change(pinned, [("e2", "r1")], "e1")
    assert [(one.code, one.params["displaces"]) for one in found] == [
        (HelpCode.TIME, []),
        (HelpCode.MORE_PLACES, []),
        (HelpCode.LIFT_PIN, []),
    ]
    assert found[2].params["mentee"] == "e2"


def test_a_plan_by_hand_that_lacks_a_pin_can_be_helped_too():
    small = problem([mentee("e1"), mentee("e2")], [mentor("r1")], pins=frozenset({("e2", "r1")}))

    found = nearest_change(small, [], "e1")

    assert [(one.code, one.params["displaces"]) for one in found] == [(HelpCode.MORE_PLACES, [])]


def test_a_place_anywhere_on_the_chain_helps():
    # e3 can have r1 only; its mentee e1 could have r2 too, and r2's mentee e2 could have r3
    asking = [
        mentee("e1", slots=frozenset({1, 2, 3, 4})),
        mentee("e2", slots=frozenset({3, 4, 5, 6})),
        mentee("e3", slots=frozenset({1, 2})),
        mentee("e4", slots=frozenset({5, 6})),
    ]
    offering = [mentor(f"r{k}", slots=frozenset({2 * k - 1, 2 * k})) for k in (1, 2, 3)]
    plan = [("e1", "r1"), ("e2", "r2"), ("e4", "r3")]

    found = nearest_change(problem(asking, offering), plan, "e3", most=9)

    assert {one.params["mentors"][0] for one in found if one.code is HelpCode.MORE_PLACES} <= {"r1", "r2", "r3"}
    assert [one.params["displaces"] for one in found if one.code is HelpCode.MORE_PLACES] == [[], []]


def test_a_free_place_needs_no_change():
    small = problem([mentee("e1"), mentee("e2")], [mentor("r1", places=2)])

    assert helps(small, "e1", [("e2", "r1")]) == [(HelpCode.FREE_PLACE, ["r1"])]


def test_a_help_that_only_moves_the_loss_says_so():
    asking = [mentee("e1", consent=None, main_need="право"), mentee("e2")]
    small = problem(asking, [mentor("r1", competences=LAW)])

    (found,) = nearest_change(small, solve(small), "e1")

    assert (found.code, found.params["mentors"], found.params["displaces"]) == (HelpCode.CONSENT, ["r1"], ["e2"])
    assert found.params["difference"] == {"coverage": 0, "seats": 0, "mutual": 0, "worst": 40, "total": 40}


def test_who_is_matched_needs_no_help():
    small = problem([mentee("e1")], [mentor("r1")])

    with pytest.raises(ValueError, match="matched"):
        nearest_change(small, solve(small), "e1")


def relieved(drawn: Problem, key: str, help_: Help) -> Problem:
    """The problem with a help given, built from its code and params alone."""
    first = drawn.mentor_by_id[help_.params["mentors"][0]]
    if help_.code is HelpCode.MORE_PLACES:
        return with_place(drawn, first)
    changed = lifted(drawn, drawn.mentee_by_id[key], first, help_.code)
    assert changed is not None
    return changed[0]


@pytest.mark.slow
@pytest.mark.parametrize("drawn", [school(40, 12, 3), crowd(4, 30, 9, hard=FEW), crowd(6, 30, 9, hard=FEW)])
def test_every_help_does_what_it_says(drawn: Problem):
    plan = solve(drawn)
    matched = {pair.mentee_id for pair in plan.pairs}
    seen = 0
    for left in plan.left_out:
        for one in nearest_change(drawn, plan, left.mentee_id):
            seen += 1
            changed = relieved(drawn, left.mentee_id, one)
            staying = matched | {left.mentee_id}
            smaller = replace(changed, mentees=tuple(m for m in changed.mentees if m.id in staying))
            covered = {pair.mentee_id for pair in solve(smaller).pairs}
            if one.params["displaces"]:
                assert len(covered) == len(staying) - len(one.params["displaces"])
            else:
                assert covered == staying
    assert seen > 5
