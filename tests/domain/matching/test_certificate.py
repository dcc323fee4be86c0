"""The certificate as it is stored proves the plan to somebody who has the problem and nothing else of the run."""

import json

import pytest

from matchengine import (
    Branch,
    Certificate,
    Duals,
    Level,
    Mentee,
    Mentor,
    Plan,
    Problem,
    Settings,
    Split,
    Weights,
    solve,
    verify,
)
from matchengine.codes import LevelName, SplitKind, Theme
from nastavnik.domain.matching.adapter import key_of
from nastavnik.domain.matching.solving import certificate_of


def people(count: int, kind: str, **values) -> list[dict]:
    return [{"id": f"{k:06d}-{kind}{k}", **values} for k in range(1, count + 1)]


def pair_of_colleagues() -> Problem:
    """Two teachers who could mentor each other, and a third: the proof falls into parts."""
    mentees = tuple(Mentee(**one, person=f"p{k}", is_minor=False) for k, one in enumerate(people(2, "e")))
    mentors = tuple(
        Mentor(**one, person=f"p{1 - k}", is_minor=False, clearance=True) for k, one in enumerate(people(2, "r"))
    )
    return Problem(mentees, mentors, Settings(weights=Weights()))


def groups_with_a_theme() -> Problem:
    topics = ("алгебра", "физика")
    mentees = tuple(
        Mentee(**one, needs=frozenset({topics[k % 2]}), is_minor=True, consent=True)
        for k, one in enumerate(people(4, "e"))
    )
    mentors = tuple(
        Mentor(**one, competences=frozenset(topics), places=3, is_minor=False, clearance=True) for one in people(2, "r")
    )
    return Problem(mentees, mentors, Settings(theme=Theme.NEED))


def read_back(problem: Problem, plan: Plan) -> Plan:
    """The plan with the certificate that the stored data say."""
    stored = json.loads(json.dumps(certificate_of(problem, plan)))
    ids = {key_of(one.id): one.id for one in (*problem.mentees, *problem.mentors)}

    def pairs(found):
        return tuple((ids[e], ids[r]) for e, r in found)

    def duals(found):
        return None if found is None else Duals(tuple(found["mentee"]), tuple(found["mentor"]), *found["factors"])

    def branch(found):
        return Branch(
            forbidden=pairs(found["forbidden"]),
            required=pairs(found["required"]),
            themes=tuple((ids[r], topic) for r, topic in found["themes"]),
            **{name: duals(found[name]) for name in ("coverage", "mutual", "worst", "total")},
        )

    def split(found):
        person = ids[found["person"]] if found["person"] else ""
        return Split(SplitKind(found["kind"]), tuple(found["parts"]), pairs(found["pairs"]), person)

    certificate = Certificate(
        tuple(Level(LevelName(one["name"]), one["value"], one["bound"]) for one in stored["levels"]),
        stored["objective"],
        stored["dual_bound"],
        stored["gap"],
        stored["pairs_checked"],
        tuple(branch(one) for one in stored["branches"]),
        tuple(split(one) for one in stored["splits"]),
    )
    return Plan(plan.pairs, plan.left_out, certificate)


@pytest.mark.parametrize("problem", [pair_of_colleagues(), groups_with_a_theme()], ids=["colleagues", "groups"])
def test_the_stored_certificate_stands_the_independent_check(problem: Problem):
    plan = solve(problem)

    again = read_back(problem, plan)

    assert verify(problem, again) == ()
    assert again.certificate == plan.certificate


def test_a_stored_certificate_without_its_parts_is_found_out():
    problem = pair_of_colleagues()
    again = read_back(problem, solve(problem))
    assert again.certificate.splits

    certificate = again.certificate
    torn = Certificate(
        certificate.levels,
        certificate.objective,
        certificate.dual_bound,
        certificate.gap,
        certificate.pairs_checked,
        certificate.branches[:1],
        (),
    )

    assert verify(problem, Plan(again.pairs, again.left_out, torn)) != ()
