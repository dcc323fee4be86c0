"""Unknown is not a ban: it forbids nothing and scores nothing; consent and clearance are the exception."""

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matchengine import Mentee, Mentor, Problem, explain_pair, solve
from matchengine.constraints import violations
from matchengine.criteria import reasons
from matchengine.packing import pack
from tests.effort import examples
from tests.matchengine.builders import mentee, mentor, problem, problems, school

SETS = {"needs", "interests", "competences"}
PRIVATE = {"id", "consent", "clearance", "is_minor", "places", "demand", "own_institution_only"}


def blanks(kind: type[Mentee] | type[Mentor]) -> dict[str, object]:
    """Every field that may be unknown, blank."""
    names = {one.name for one in fields(kind)} - PRIVATE
    return {name: frozenset() if name in SETS else "" if name == "person" else None for name in names}


MENTEE_BLANKS, MENTOR_BLANKS = blanks(Mentee), blanks(Mentor)


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(2, 2), st.sampled_from(sorted(MENTEE_BLANKS)), st.sampled_from(sorted(MENTOR_BLANKS)))
def test_a_blank_never_adds_a_violation(any_problem: Problem, mentee_field: str, mentor_field: str):
    for asking in any_problem.mentees:
        for offering in any_problem.mentors:
            before = {v.code for v in violations(asking, offering, any_problem)}
            blank_mentee = replace(asking, **{mentee_field: MENTEE_BLANKS[mentee_field]})
            blank_mentor = replace(offering, **{mentor_field: MENTOR_BLANKS[mentor_field]})

            assert {v.code for v in violations(blank_mentee, offering, any_problem)} <= before
            assert {v.code for v in violations(asking, blank_mentor, any_problem)} <= before


WISHES = {"age_wish", "grade_wish", "sex_wish"}
ASKED = {
    "main_need",
    "needs",
    "age",
    "grade",
}  # asking for less, or a wish half of which cannot be checked, may earn more


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(2, 2), st.sampled_from(sorted(set(MENTEE_BLANKS) - WISHES - ASKED)))
def test_a_blank_of_a_mentee_never_earns_points(any_problem: Problem, field: str):
    for asking in any_problem.mentees:
        for offering in any_problem.mentors:
            blank = replace(asking, **{field: MENTEE_BLANKS[field]})

            assert score(blank, offering, any_problem) <= score(asking, offering, any_problem)


@pytest.mark.slow
@effort(max_examples=examples(100), deadline=None)
@given(problems(2, 2), st.sampled_from(sorted(set(MENTOR_BLANKS) - WISHES)))
def test_a_blank_of_a_mentor_never_earns_points(any_problem: Problem, field: str):
    for asking in any_problem.mentees:
        for offering in any_problem.mentors:
            blank = replace(offering, **{field: MENTOR_BLANKS[field]})

            assert score(asking, blank, any_problem) <= score(asking, offering, any_problem)


def score(asking: Mentee, offering: Mentor, any_problem: Problem) -> int:
    return sum(reason.points for reason in reasons(asking, offering, any_problem))


def test_unknown_people_score_nothing_and_may_be_paired():
    explained = explain_pair(problem([mentee()], [mentor()]), "e1", "r1")

    assert explained.violations == ()
    assert explained.score == 0
    codes = {reason.code for reason in explained.reasons}
    assert {code for code in codes if not code.endswith("_unknown")} == {"mutual_none", "previous_none"}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_blanking_most_times_and_competences_leaves_nobody_out(seed: int):
    full = school(80, 30, seed)
    rng = random.Random(seed)
    blank = replace(
        full,
        mentees=tuple(replace(m, slots=None) if rng.random() < 0.6 else m for m in full.mentees),
        mentors=tuple(
            replace(
                m,
                slots=None if rng.random() < 0.6 else m.slots,
                competences=frozenset() if rng.random() < 0.6 else m.competences,
            )
            for m in full.mentors
        ),
    )

    before, after = solve(full), solve(blank)

    assert (pack(blank).block(0, 80)[0] >= pack(full).block(0, 80)[0]).all()
    assert len(after.pairs) >= len(before.pairs)
    assert after.certificate.gap == 0
    known_times = {m.id for m in blank.mentees if m.slots is not None}
    assert all(left.mentee_id in known_times for left in after.left_out if left.code == "no_common_time")
