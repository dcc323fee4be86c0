"""What a change would bring: other pins and bans, one more place, another mentor. Each answer is solved again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from matchengine.compare import Difference, Levels, Move, Pairs, ids_of, left_out_of, levels_of, moves_between, score_of
from matchengine.constraints import is_possible
from matchengine.plan import Plan
from matchengine.problem import Ids, Mentee, Mentor, Problem
from matchengine.reports import weak_below
from matchengine.solve import solve

NEWCOMER = "\uffff newcomer"
"""The id of the mentor whom `lacking` imagines: after every other, so that it wins no tie."""


@dataclass(frozen=True)
class WhatIf:
    """The best plan after a change, against the plan before. `problem` is the changed one, that `plan` solves."""

    problem: Problem
    plan: Plan
    before: Levels
    after: Levels
    difference: Difference
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class ForcedCost:
    """What one pin or ban costs: `difference` is what lifting it would bring."""

    kind: Literal["pin", "ban"]
    pair: Ids
    difference: Difference


@dataclass(frozen=True)
class PlacePrice:
    """What one more place of this mentor would bring to the best plan."""

    mentor_id: str
    difference: Difference


@dataclass(frozen=True)
class Lacking:
    """A kind of mentor who is not there.

    `mentees`: those left out or with a weak pair who ask for this first, in order of id; `left_out` of them have
    nobody. `places`: of the mentor imagined, one for each of them. `difference`: what this mentor would bring;
    `matched` and `raised`: how many of `mentees` would find a mentor, or a pair with more points.
    """

    topic: str
    mentees: tuple[str, ...]
    left_out: int
    places: int
    difference: Difference
    matched: int
    raised: int


def what_if(
    problem: Problem,
    plan: Pairs,
    *,
    pins: Iterable[Ids] = (),
    bans: Iterable[Ids] = (),
    unpins: Iterable[Ids] = (),
    unbans: Iterable[Ids] = (),
) -> WhatIf:
    """The best plan with these pins and bans added and those taken away, against the plan given."""
    changed = replace(
        problem,
        pins=(problem.pins | frozenset(pins)) - frozenset(unpins),
        bans=(problem.bans | frozenset(bans)) - frozenset(unbans),
    )
    best = solve(changed)
    before, after = levels_of(problem, plan), levels_of(changed, best)
    return WhatIf(changed, best, before, after, after - before, moves_between(plan, best))


def place_prices(problem: Problem, plan: Pairs | None = None) -> tuple[PlacePrice, ...]:
    """What one more place of each mentor would bring to the best plan, the dearest first, those that bring nothing
    left out."""
    before = levels_of(problem, solve(problem))
    prices = [PlacePrice(m.id, _best(_with_place(problem, m)) - before) for m in problem.mentors]
    return tuple(sorted((p for p in prices if p.difference.is_gain), key=_dearest))


def forced_cost(problem: Problem, plan: Pairs | None = None) -> tuple[ForcedCost, ...]:
    """What lifting each pin and each ban would bring, pins first, in order of id."""
    before = _best(problem)
    pins = [(p, replace(problem, pins=problem.pins - {p})) for p in sorted(problem.pins)]
    bans = [(p, replace(problem, bans=problem.bans - {p})) for p in sorted(problem.bans)]
    return (
        *(ForcedCost("pin", pair, _best(freer) - before) for pair, freer in pins),
        *(ForcedCost("ban", pair, _best(freer) - before) for pair, freer in bans),
    )


def lacking(problem: Problem, plan: Pairs, *, below: int | None = None) -> tuple[Lacking, ...]:
    """Who is missing: for each main need of those left out or weakly paired, what a mentor with it would bring.

    The mentor imagined knows this topic, is free whenever one of these mentees is, has the papers; everything else is
    unknown. Most mentees matched first.
    """
    before = levels_of(problem, solve(problem))
    found = [_lacking(problem, plan, before, topic, own) for topic, own in _wanting(problem, plan, below).items()]
    return tuple(sorted(found, key=lambda one: (-one.matched, -one.raised, one.topic)))


def _best(problem: Problem) -> Levels:
    return levels_of(problem, solve(problem))


def _with_place(problem: Problem, lucky: Mentor) -> Problem:
    return replace(
        problem, mentors=tuple(replace(m, places=m.places + 1) if m is lucky else m for m in problem.mentors)
    )


def _dearest(price: PlacePrice) -> tuple[int, int, int, int, str]:
    d = price.difference
    return -d.coverage, -d.mutual, -d.worst, -d.total, price.mentor_id


def _wanting(problem: Problem, plan: Pairs, below: int | None) -> dict[str, list[Mentee]]:
    limit = weak_below(problem) if below is None else below
    wanting = set(left_out_of(problem, plan))
    wanting |= {pair[0] for pair in ids_of(plan) if pair[0] in problem.mentee_by_id and score_of(problem, pair) < limit}
    found: dict[str, list[Mentee]] = {}
    for key in sorted(wanting):
        mentee = problem.mentee_by_id[key]
        if mentee.main_need is not None:
            found.setdefault(mentee.main_need, []).append(mentee)
    return found


def newcomer(topic: str, asking: Collection[Mentee]) -> Mentor:
    """An adult with papers who knows one topic and has the time of these mentees."""
    slots = None if any(m.slots is None for m in asking) else frozenset().union(*(m.slots or () for m in asking))
    return Mentor(
        id=NEWCOMER,
        competences=frozenset({topic}),
        slots=slots,
        places=len(asking),
        consent=True,
        clearance=True,
        is_minor=False,
    )


def _lacking(problem: Problem, plan: Pairs, before: Levels, topic: str, asking: list[Mentee]) -> Lacking:
    mentor = newcomer(topic, asking)
    larger = replace(problem, mentors=(*problem.mentors, mentor))
    best = solve(larger)
    had, has = _lowest(problem, plan), _lowest(larger, best)
    own = [m.id for m in asking if is_possible(m, mentor, larger)]
    return Lacking(
        topic=topic,
        mentees=tuple(m.id for m in asking),
        left_out=sum(m.id not in had for m in asking),
        places=mentor.places,
        difference=levels_of(larger, best) - before,
        matched=sum(key not in had and key in has for key in own),
        raised=sum(key in had and has.get(key, 0) > had[key] for key in own),
    )


def _lowest(problem: Problem, plan: Pairs) -> dict[str, int]:
    """Points of each matched mentee's lowest pair."""
    found: dict[str, int] = {}
    for pair in ids_of(plan):
        if pair[0] in problem.mentee_by_id and pair[1] in problem.mentor_by_id:
            found[pair[0]] = min(score_of(problem, pair), found.get(pair[0], 2**60))
    return found
