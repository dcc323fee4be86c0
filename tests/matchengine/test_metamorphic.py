"""What must not change when the problem changes in a way that does not matter, and what may change only one way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matchengine import Plan, Problem, Weights, solve
from matchengine.codes import Theme
from tests.effort import examples
from tests.matchengine.builders import mentor, problems, school
from tests.matchengine.oracle import possible_pins

Ids = tuple[str, str]


def reached(plan: Plan) -> tuple[int, ...]:
    return tuple(level.value for level in plan.certificate.levels)


def matched(plan: Plan) -> list[Ids]:
    return [(pair.mentee_id, pair.mentor_id) for pair in plan.pairs]


@st.composite
def any_kind(draw: st.DrawFn) -> Problem:
    """A small problem of any kind: groups, teams, pins, kept pairs."""
    plain = draw(problems(most_mentees=5, most_mentors=4))
    kind = draw(st.sampled_from(["plain", "groups", "teams", "pins"]))
    cells = [(a.id, b.id) for a in plain.mentees for b in plain.mentors]
    if kind == "groups":
        return replace(plain, settings=replace(plain.settings, theme=draw(st.sampled_from(list(Theme)))))
    if kind == "teams":
        asking = tuple(replace(m, demand=draw(st.integers(1, 2))) for m in plain.mentees)
        return replace(plain, mentees=asking)
    if kind == "pins" and cells:
        wanted = draw(st.lists(st.sampled_from(cells), max_size=2, unique=True))
        current = draw(st.frozensets(st.sampled_from(cells), max_size=3))
        kept = replace(plain, current=current, settings=replace(plain.settings, keep_bonus=7))
        return replace(kept, pins=possible_pins(kept, wanted))
    return plain


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(any_kind(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(any_problem: Problem, rng):
    asking, offering = list(any_problem.mentees), list(any_problem.mentors)
    rng.shuffle(asking)
    rng.shuffle(offering)

    assert solve(replace(any_problem, mentees=tuple(asking), mentors=tuple(offering))) == solve(any_problem)


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(any_kind(), st.randoms(use_true_random=False))
def test_other_ids_change_no_value(any_problem: Problem, rng):
    old = [m.id for m in (*any_problem.mentees, *any_problem.mentors)]
    new = [f"p{k}" for k in range(len(old))]
    rng.shuffle(new)
    names = dict(zip(old, new, strict=True))

    def renamed(pairs: frozenset[Ids]) -> frozenset[Ids]:
        return frozenset((names[e], names[r]) for e, r in pairs)

    other = Problem(
        tuple(replace(m, id=names[m.id]) for m in any_problem.mentees),
        tuple(replace(m, id=names[m.id]) for m in any_problem.mentors),
        any_problem.settings,
        **{
            name: renamed(getattr(any_problem, name))
            for name in ("mutual", "bans", "declined", "partings", "previous", "current", "pins")
        },
        kin=any_problem.kin,
    )

    assert reached(solve(other)) == reached(solve(any_problem))


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(any_kind(), st.data())
def test_one_more_place_never_worsens_the_plan(any_problem: Problem, data: st.DataObject):
    if not any_problem.mentors:
        return
    lucky = data.draw(st.sampled_from(any_problem.mentors))
    roomier = tuple(replace(m, places=m.places + (m is lucky)) for m in any_problem.mentors)

    assert reached(solve(replace(any_problem, mentors=roomier))) >= reached(solve(any_problem))


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(any_kind())
def test_a_useless_mentor_changes_no_value(any_problem: Problem):
    banned = frozenset((m.id, "useless") for m in any_problem.mentees)
    crowd = (*any_problem.mentors, mentor("useless", places=3))

    larger = replace(any_problem, mentors=crowd, bans=any_problem.bans | banned)

    assert reached(solve(larger)) == reached(solve(any_problem))


@pytest.mark.slow
@effort(max_examples=examples(60), deadline=None)
@given(any_kind(), st.data())
def test_pinning_a_pair_of_the_plan_costs_no_seat_and_no_choice(any_problem: Problem, data: st.DataObject):
    plan = solve(any_problem)
    if not plan.pairs:
        return
    pair = data.draw(st.sampled_from(matched(plan)))

    again = solve(replace(any_problem, pins=any_problem.pins | {pair}))

    assert reached(again)[:-2] == reached(plan)[:-2]


@pytest.mark.parametrize("factor", [3, 10])
def test_weights_scaled_together_keep_the_pairs(factor: int):
    # only criteria that give all or nothing, so that no rounding comes between
    invented = school(40, 15)
    only = {"interests": 0, "time": 0, "need": 0, "values": 0, "ways": 0, "openness": 0, "mastery": 0}
    small = Weights(mutual=2, age=2, **only)
    large = Weights(mutual=2 * factor, age=2 * factor, **only)
    settings = replace(invented.settings, load_penalty=(0, 1))

    first = solve(replace(invented, settings=replace(settings, weights=small)))
    second = solve(replace(invented, settings=replace(settings, weights=large, load_penalty=(0, factor))))

    assert matched(second) == matched(first)
    assert reached(second) == (*reached(first)[:2], factor * reached(first)[2], factor * reached(first)[3])


def test_the_same_problem_gives_the_same_plan():
    groups = replace(school(40, 15), settings=replace(school().settings, theme=Theme.NEED))

    assert solve(groups) == solve(replace(groups))
