"""Plans as pairs of the callers' keys: what they break, reach and move. No queries."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import matchengine
from matchengine import Certificate, Pair, Plan, Problem, Violation, check, explain_pair
from matchengine.explain import why_not_matched
from nastavnik.domain.matching.adapter import ids_of, key_of
from nastavnik.domain.matching.changes import Change, Levels
from nastavnik.domain.matching.solving import MatchedPair, Unmatched, matched, unmatched

Keys = tuple[str, str]
"""(key of a mentee, key of a mentor)"""
Moved = tuple[str, str | None, str | None]
"""(key of a mentee, of the mentor before, of the mentor after)"""


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
    return check(replace(problem, pins=frozenset()), [*near, new])


def scored(problem: Problem, pair: Keys) -> MatchedPair:
    """Points and reasons of two people, as the engine counts them. KeyError for somebody who is not here."""
    mentees, mentors = ids_of(problem)
    mentee, mentor = mentees[pair[0]], mentors[pair[1]]
    explained = explain_pair(problem, mentee, mentor)
    mutual = (mentee, mentor) in problem.mutual
    return matched(problem, Pair(mentee, mentor, explained.score, explained.reasons, mutual))


def left_out_of(problem: Problem, pairs: Sequence[Keys]) -> list[Unmatched]:
    """Everybody without a pair in a hand-made plan: why, and what would help."""
    return [unmatched(problem, left) for left in why_not_matched(problem, plan_of(problem, pairs))]


def plan_of(problem: Problem, pairs: Sequence[Keys]) -> Plan:
    """A hand-made plan as the engine reads it: without proof."""
    return Plan(
        tuple(Pair(mentee, mentor, 0, ()) for mentee, mentor in ids_of_pairs(problem, pairs)),
        (),
        Certificate(levels=(), objective=0, dual_bound=0, gap=0, pairs_checked=0, branches=()),
    )


def levels_of(problem: Problem, pairs: Sequence[Keys]) -> Levels:
    """How far a plan reaches on each goal. Pairs of people who are no longer here count for nothing."""
    return Levels(**vars(matchengine.levels_of(problem, ids_of_pairs(problem, pairs))))


def with_pins(problem: Problem, pins: Sequence[Keys]) -> tuple[Problem, dict[Keys, list[Violation]]]:
    """The problem with the pins that can hold, the older ones first, and why each of the others cannot.

    Data change after somebody pinned a pair: a consent is withdrawn, a mentor has fewer places.
    """
    held: list[Keys] = []
    idle: dict[Keys, list[Violation]] = {}
    for pair, ids in zip(pins, ids_of_pairs(problem, pins), strict=True):
        if broken := check(problem, [*held, ids]):
            idle[pair] = broken
        else:
            held.append(ids)
    return replace(problem, pins=frozenset(held)), idle


def decided(problem: Problem, change: Change) -> Problem:
    """The problem once the change is a decision of the module; a swap or a removal decides nothing for later."""
    pair = ids_of_pairs(problem, [(change.mentee, change.mentor or "")])[0]
    if change.kind == "pin":
        return replace(problem, pins=problem.pins | {pair}, bans=problem.bans - {pair})
    if change.kind == "unpin":
        return replace(problem, pins=problem.pins - {pair})
    if change.kind == "ban":
        return replace(problem, bans=problem.bans | {pair}, pins=problem.pins - {pair})
    if change.kind == "lift_ban":
        return replace(problem, bans=problem.bans - {pair})
    return problem


def moves(before: Sequence[Keys], after: Sequence[Keys]) -> list[Moved]:
    """Whose mentor changes; of a team only the mentors who change."""
    return [(one.mentee_id, one.from_id, one.to_id) for one in matchengine.moves_between(before, after)]


def keys_of(plan: Plan | Iterable[Keys]) -> list[Keys]:
    """A plan of the engine in the callers' keys."""
    pairs = [(one.mentee_id, one.mentor_id) for one in plan.pairs] if isinstance(plan, Plan) else plan
    return [(key_of(mentee), key_of(mentor)) for mentee, mentor in pairs]


def ids_of_pairs(problem: Problem, pairs: Sequence[Keys]) -> list[Keys]:
    """Pairs in the ids of the problem; somebody who is gone keeps the key, and the check says so."""
    mentees, mentors = ids_of(problem)
    return [(mentees.get(mentee, mentee), mentors.get(mentor, mentor)) for mentee, mentor in pairs]
