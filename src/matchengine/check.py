"""Does a plan, made by the engine or by hand, keep every hard rule?"""

from collections import Counter
from collections.abc import Iterable

from matchengine.codes import Rule, ViolationCode
from matchengine.constraints import violations
from matchengine.plan import Pair, Violation
from matchengine.problem import Problem

Ids = tuple[str, str]


def check(problem: Problem, pairs: Iterable[Pair | Ids]) -> list[Violation]:
    """Everything a plan breaks, empty if it may be. Pairs are `Pair` or (mentee id, mentor id)."""
    ids = [(pair.mentee_id, pair.mentor_id) if isinstance(pair, Pair) else pair for pair in pairs]
    found = _strangers(problem, ids)
    known = [p for p in ids if p[0] in problem.mentee_by_id and p[1] in problem.mentor_by_id]
    for mentee_id, mentor_id in dict.fromkeys(known):
        found += violations(problem.mentee_by_id[mentee_id], problem.mentor_by_id[mentor_id], problem)
    distinct = list(dict.fromkeys(known))
    found += _repeats(known) + _too_many(problem, distinct) + _overfull(problem, distinct)
    return found + _reverse(problem, distinct) + _missing_pins(problem, distinct)


def is_reverse(problem: Problem, first: Ids, second: Ids) -> bool:
    """Do these pairs make two people mentor each other?"""
    (a, b), (c, d) = _persons(problem, first), _persons(problem, second)
    return bool(a and b) and a != b and (a, b) == (d, c)


def _strangers(problem: Problem, ids: list[Ids]) -> list[Violation]:
    found = []
    for mentee_id, mentor_id in ids:
        if mentee_id not in problem.mentee_by_id:
            found.append(Violation(ViolationCode.UNKNOWN_MENTEE, {}, mentee_id, mentor_id))
        if mentor_id not in problem.mentor_by_id:
            found.append(Violation(ViolationCode.UNKNOWN_MENTOR, {}, mentee_id, mentor_id))
    return found


def _repeats(ids: list[Ids]) -> list[Violation]:
    return [Violation(ViolationCode.DUPLICATE_PAIR, {}, *pair) for pair, n in Counter(ids).items() if n > 1]


def _too_many(problem: Problem, ids: list[Ids]) -> list[Violation]:
    """More mentors than the mentee asks for."""
    found = []
    for mentee_id, n in Counter(mentee_id for mentee_id, _ in ids).items():
        if n > (demand := problem.mentee_by_id[mentee_id].demand):
            found.append(Violation(ViolationCode.MENTEE_TWICE, {"mentors": n, "demand": demand}, mentee_id))
    return found


def _overfull(problem: Problem, ids: list[Ids]) -> list[Violation]:
    found = []
    for mentor_id, load in Counter(mentor_id for _, mentor_id in ids).items():
        places = problem.mentor_by_id[mentor_id].places
        if load > places > 0:  # no places at all is a rule of the pair
            found.append(Violation(ViolationCode.PLACES_EXCEEDED, {"load": load, "places": places}, None, mentor_id))
    return found


def _missing_pins(problem: Problem, ids: list[Ids]) -> list[Violation]:
    missing = sorted(problem.pins - set(ids))
    return [
        Violation(ViolationCode.PIN_MISSING, {}, *pair)
        for pair in missing
        if pair[0] in problem.mentee_by_id and pair[1] in problem.mentor_by_id
    ]


def _reverse(problem: Problem, ids: list[Ids]) -> list[Violation]:
    if not problem.settings.is_hard(Rule.REVERSE):
        return []
    directions: dict[Ids, Ids] = {}
    found = []
    for pair in ids:
        mentee, mentor = _persons(problem, pair)
        if mentee and mentor and mentee != mentor:
            if (mentor, mentee) in directions:
                other = directions[mentor, mentee]
                params = {"other_mentee": other[0], "other_mentor": other[1]}
                found.append(Violation(ViolationCode.REVERSE_PAIR, params, *pair))
            directions.setdefault((mentee, mentor), pair)
    return found


def _persons(problem: Problem, pair: Ids) -> Ids:
    return problem.mentee_by_id[pair[0]].person, problem.mentor_by_id[pair[1]].person
