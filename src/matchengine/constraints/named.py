"""Pairs that are forbidden by name: the same human being, bans, refusals, kinship, a former pair that broke up."""

from matchengine.codes import Rule, ViolationCode
from matchengine.constraints.rule import HardRule, PackedRule, violation
from matchengine.pairs import Cells
from matchengine.people import People
from matchengine.plan import Violation
from matchengine.problem import Mentee, Mentor, Problem


def _same_person(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if not mentee.person or mentee.person != mentor.person:
        return None
    return violation(ViolationCode.SAME_PERSON, mentee, mentor)


def _same_person_packed(people: People) -> list[PackedRule]:
    return [_cells_of_persons(people, [(m.person, m.person) for m in people.mentees if m.person])]


def _ban(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if (mentee.id, mentor.id) not in problem.bans:
        return None
    return violation(ViolationCode.BANNED, mentee, mentor)


def _ban_packed(people: People) -> list[PackedRule]:
    return [people.cells(people.problem.bans)]


def _declined(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Either side said no to the other: never proposed again to raise coverage."""
    if (mentee.id, mentor.id) not in problem.declined:
        return None
    return violation(ViolationCode.DECLINED_BEFORE, mentee, mentor)


def _declined_packed(people: People) -> list[PackedRule]:
    return [people.cells(people.problem.declined)]


def _kinship(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    kin, pair = problem.kin, (mentee.person, mentor.person)
    if not all(pair) or (pair not in kin and pair[::-1] not in kin):
        return None
    return violation(ViolationCode.RELATED, mentee, mentor)


def _kinship_packed(people: People) -> list[PackedRule]:
    kin = people.problem.kin
    return [_cells_of_persons(people, [*kin, *((b, a) for a, b in kin)])]


def _parting(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if (mentee.id, mentor.id) not in problem.partings:
        return None
    return violation(ViolationCode.PARTED_BEFORE, mentee, mentor)


def _parting_packed(people: People) -> list[PackedRule]:
    return [people.cells(people.problem.partings)]


def _cells_of_persons(people: People, pairs: list[tuple[str, str]]) -> Cells:
    """Every (mentee, mentor) behind whom these human beings stand; a person may have several roles."""
    asking, offering = people.rows_of_person, people.columns_of_person
    found = {(i, j) for a, b in pairs for i in asking.get(a, ()) for j in offering.get(b, ())}
    return Cells.of([i for i, _ in found], [j for _, j in found])


SAME_PERSON = HardRule(Rule.SAME_PERSON, _same_person, _same_person_packed)
BAN = HardRule(Rule.BAN, _ban, _ban_packed)
DECLINED = HardRule(Rule.DECLINED, _declined, _declined_packed)
KINSHIP = HardRule(Rule.KINSHIP, _kinship, _kinship_packed)
PARTING = HardRule(Rule.PARTING, _parting, _parting_packed)
