"""The parts of a proof are shared out anew from the problem: every kind of break is caught."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from matchengine import Branch, Plan, Problem, Settings, Split, solve, verify
from matchengine.codes import SplitKind, Theme
from tests.matchengine.builders import mentee, mentor, problem, school

LEFT_OUT = "branches_leave_plans_out"


def crossed() -> Problem:
    asking = [mentee("e1", person="Ада"), mentee("e2", person="Вера")]
    return problem(asking, [mentor("r1", person="Ада"), mentor("r2", person="Вера")])


def with_expert() -> Problem:
    asking = [mentee("e1", demand=2, team_topic="физика", interests=frozenset({"театр"}))]
    friends = [mentor(f"r{k}", interests=frozenset({"театр"})) for k in range(2)]
    return problem(asking, [*friends, mentor("r8", competences=frozenset({"физика"})), mentor("r9")])


def together() -> Problem:
    offering = [mentor("r1", slots=frozenset({1, 2})), mentor("r2", slots=frozenset({2, 3})), mentor("r3")]
    return problem([mentee("e1", demand=3)], offering, Settings(team_together=True, min_common_slots=2))


def groups() -> Problem:
    invented = school(60, 20, 2)
    return replace(invented, settings=replace(invented.settings, theme=Theme.NEED))


PROBLEMS: dict[SplitKind, Callable[[], Problem]] = {
    SplitKind.REVERSE: crossed,
    SplitKind.EXPERT: with_expert,
    SplitKind.TEAM_TIME: together,
    SplitKind.THEME: groups,
}
KINDS = pytest.mark.parametrize("kind", list(PROBLEMS))


def with_split(plan: Plan, change: Callable[[Split], Split]) -> Plan:
    first, *rest = plan.certificate.splits
    return replace(plan, certificate=replace(plan.certificate, splits=(change(first), *rest)))


def with_branch(plan: Plan, change: Callable[[Branch], Branch]) -> Plan:
    first, *rest = plan.certificate.branches
    return replace(plan, certificate=replace(plan.certificate, branches=(change(first), *rest)))


@KINDS
def test_an_honest_proof_in_parts_stands(kind: SplitKind):
    plan = solve(PROBLEMS[kind]())

    assert kind in [split.kind for split in plan.certificate.splits]
    assert verify(PROBLEMS[kind](), plan) == ()


@KINDS
def test_a_part_left_away_is_found(kind: SplitKind):
    plan = with_split(solve(PROBLEMS[kind]()), lambda split: replace(split, parts=split.parts[:-1]))

    assert LEFT_OUT in verify(PROBLEMS[kind](), plan)


@KINDS
def test_a_part_called_empty_is_found(kind: SplitKind):
    plan = with_split(solve(PROBLEMS[kind]()), lambda split: replace(split, parts=(None,) * len(split.parts)))

    assert LEFT_OUT in verify(PROBLEMS[kind](), plan)


@KINDS
def test_one_branch_for_two_parts_is_found(kind: SplitKind):
    plan = with_split(solve(PROBLEMS[kind]()), lambda split: replace(split, parts=(-1,) * len(split.parts)))

    assert LEFT_OUT in verify(PROBLEMS[kind](), plan)


@KINDS
def test_a_split_for_another_reason_is_found(kind: SplitKind):
    other = SplitKind.REVERSE if kind is not SplitKind.REVERSE else SplitKind.THEME

    plan = with_split(solve(PROBLEMS[kind]()), lambda split: replace(split, kind=other))

    assert LEFT_OUT in verify(PROBLEMS[kind](), plan)


@KINDS
def test_a_split_about_strangers_is_found(kind: SplitKind):
    def estranged(split: Split) -> Split:
        return replace(split, pairs=tuple(("x", mentor_id) for _, mentor_id in split.pairs), person="x")

    assert LEFT_OUT in verify(PROBLEMS[kind](), with_split(solve(PROBLEMS[kind]()), estranged))


@KINDS
@pytest.mark.parametrize("number", [0, 99, -99])
def test_a_part_that_leads_nowhere_is_found(kind: SplitKind, number: int):
    plan = with_split(solve(PROBLEMS[kind]()), lambda split: replace(split, parts=(number, *split.parts[1:])))

    assert LEFT_OUT in verify(PROBLEMS[kind](), plan)


@KINDS
def test_a_proof_without_its_splits_is_found(kind: SplitKind):
    plan = solve(PROBLEMS[kind]())

    alone = replace(plan, certificate=replace(plan.certificate, splits=()))

    assert LEFT_OUT in verify(PROBLEMS[kind](), alone)


@KINDS
def test_a_branch_that_says_it_asks_something_else_is_found(kind: SplitKind):
    someone = PROBLEMS[kind]()
    pair = (someone.mentees[0].id, someone.mentors[0].id)

    def moved(branch: Branch) -> Branch:
        return replace(branch, required=(*branch.required, pair), themes=(*branch.themes, (pair[1], "право")))

    assert LEFT_OUT in verify(someone, with_branch(solve(someone), moved))


@KINDS
def test_the_proof_of_a_freer_problem_does_not_bind(kind: SplitKind):
    someone = PROBLEMS[kind]()
    free = replace(someone, settings=replace(someone.settings, hard=frozenset(), theme=None, team_together=False))

    assert verify(free, solve(someone)) != ()


def test_prices_of_groups_that_are_too_low_prove_nothing():
    def cheap(branch: Branch) -> Branch:
        total = branch.total
        return branch if total is None else replace(branch, total=replace(total, mentee=(0,) * len(total.mentee)))

    plan = solve(groups())
    branches = tuple(cheap(branch) for branch in plan.certificate.branches)
    cheapened = replace(plan, certificate=replace(plan.certificate, branches=branches))

    assert verify(groups(), cheapened) == ("total_not_proved",)


@pytest.mark.parametrize("change", [{"points": -1}, {"points": 0}, {"mentee": ()}])
def test_prices_that_do_not_speak_about_the_total_are_found(change: dict[str, object]):
    plan = solve(school(30, 10))

    def changed(branch: Branch) -> Branch:
        assert branch.total is not None
        return replace(branch, total=replace(branch.total, **change))

    assert verify(school(30, 10), with_branch(plan, changed)) == ("total_not_proved",)


@pytest.mark.parametrize("level", ["worst", "total"])
def test_a_level_without_prices_is_found(level: str):
    plan = with_branch(solve(school(30, 10)), lambda branch: replace(branch, **{level: None}))

    assert verify(school(30, 10), plan) == (f"{level}_not_proved",)
