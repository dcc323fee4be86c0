"""Hand-made plans: the same rules as the engine's own, asked by the caller's keys. Pure."""

from collections.abc import Sequence

from matchengine import Certificate, Pair, Plan, Problem, Violation, check, explain_pair
from matchengine.explain import why_not_matched
from nastavnik.domain.matching.adapter import ids_of
from nastavnik.domain.matching.solving import MatchedPair, Unmatched, matched, unmatched

Keys = tuple[str, str]


def problems_of_change(problem: Problem, others: Sequence[Keys], pair: Keys) -> list[Violation]:
    """What adding `pair` to the other pairs of a plan breaks. Only pairs it can collide with are looked at: those of
    the same mentor, and those in which the mentee mentors somebody."""
    mentees, mentors = ids_of(problem)
    new = mentees.get(pair[0], pair[0]), mentors.get(pair[1], pair[1])
    asks = problem.mentee_by_id.get(new[0])
    near = [
        (mentees[mentee], mentors[mentor])
        for mentee, mentor in others
        if mentee in mentees
        and mentor in mentors
        and (mentor == pair[1] or (asks and problem.mentor_by_id[mentors[mentor]].person == asks.person))
    ]
    return check(problem, [*near, new])


def scored(problem: Problem, pair: Keys) -> MatchedPair:
    """Points and reasons of two people, as the engine counts them. KeyError for somebody who is not here."""
    mentees, mentors = ids_of(problem)
    mentee, mentor = mentees[pair[0]], mentors[pair[1]]
    explained = explain_pair(problem, mentee, mentor)
    mutual = (mentee, mentor) in problem.mutual
    return matched(problem, Pair(mentee, mentor, explained.score, explained.reasons, mutual))


def left_out_of(problem: Problem, pairs: Sequence[Keys]) -> list[Unmatched]:
    """Everybody without a pair in a hand-made plan: why, and what would help."""
    plan = Plan(
        tuple(Pair(mentee, mentor, 0, ()) for mentee, mentor in _ids(problem, pairs)),
        (),
        Certificate(levels=(), objective=0, dual_bound=0, gap=0, pairs_checked=0, branches=()),
    )
    return [unmatched(left) for left in why_not_matched(problem, plan)]


def _ids(problem: Problem, pairs: Sequence[Keys]) -> list[Keys]:
    """Pairs in the ids of the problem; somebody who is gone keeps the key, and the check says so."""
    mentees, mentors = ids_of(problem)
    return [(mentees.get(mentee, mentee), mentors.get(mentor, mentor)) for mentee, mentor in pairs]
