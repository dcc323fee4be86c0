"""What a change would bring: other pins and bans, one more place, another mentor. Exact, for the best plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from matchengine.certificate import verify
from matchengine.check import check
from matchengine.codes import Rule
from matchengine.compare import Difference, Levels, Move, Pairs, known, levels_of, moves_between
from matchengine.constraints import broken_rules
from matchengine.explain import explain_pair, why_not_matched
from matchengine.ladder import MOST_SOLVED, Ladder, best_pairs, is_plain
from matchengine.lifting import with_place
from matchengine.plan import Pair, Plan
from matchengine.problem import Ids, Problem
from matchengine.scan import scan
from matchengine.solve import solve


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


_Lifted = tuple[Literal["pin", "ban"], Ids, Problem | None]
"""A pin or ban and the problem without it; None: lifting it changes nothing."""


def what_if(
    problem: Problem,
    plan: Pairs,
    *,
    pins: Iterable[Ids] = (),
    bans: Iterable[Ids] = (),
    unpins: Iterable[Ids] = (),
    unbans: Iterable[Ids] = (),
) -> WhatIf:
    """The best plan with these pins and bans added and those taken away, against the plan given.

    Proved like every plan of `solve`. Among plans that are equally good on every level the one that moves the fewest
    mentees of the plan given is taken, wherever pairs are not tied together by groups or teams. Raises what `solve`
    raises: `ProblemRefused` for a pin that breaks a rule or contradicts another.
    """
    changed = replace(
        problem,
        pins=(problem.pins | frozenset(pins)) - frozenset(unpins),
        bans=(problem.bans | frozenset(bans)) - frozenset(unbans),
    )
    best = closest_plan(changed, solve(changed), plan)
    before, after = levels_of(problem, plan), levels_of(changed, best)
    return WhatIf(changed, best, before, after, after - before, moves_between(plan, best))


def closest_plan(problem: Problem, best: Plan, wanted: Pairs) -> Plan:
    """The plan as good as `best` on every level that keeps most of the wanted pairs.

    The proof holds for both, for it speaks about levels alone; it is verified again beside the new pairs.
    """
    table = scan(problem)
    rows, columns = _positions(problem)
    kept = np.zeros(table.possible.shape, np.bool_)
    for mentee_id, mentor_id in known(problem, wanted):
        kept[rows[mentee_id], columns[mentor_id]] = True
    reached = levels_of(problem, best)
    cells = Ladder(problem, table).closest(kept, reached.worst)
    if cells is None:
        return best
    pairs = [(problem.mentees[i].id, problem.mentors[j].id) for i, j in cells]
    if levels_of(problem, pairs) != reached or check(problem, pairs):
        return best  # pairs are tied together, which the ladder does not see
    plan = replace(best, pairs=tuple(_pair(problem, pair) for pair in pairs))
    plan = replace(plan, left_out=why_not_matched(problem, plan, table.possible))
    return best if verify(problem, plan) else plan


def place_prices(problem: Problem) -> tuple[PlacePrice, ...]:
    """What one more place of each mentor would bring to the best plan, the dearest first; who brings nothing is not
    listed.

    Exact on all levels. A mentor with a free place brings nothing. For the others the change of every level is read
    off the longest path of its residual graph, for all mentors together (`residual.gains`). A mentor without places is
    counted as one who would take a first mentee. Where pairs are tied together (see `ladder`) these prices only rank
    the mentors, and the first `ladder.MOST_SOLVED` are solved again.
    """
    table = scan(replace(problem, mentors=tuple(replace(m, places=max(m.places, 1)) for m in problem.mentors)))
    ladder = Ladder(problem, replace(table, places=np.array([m.places for m in problem.mentors], np.int64)))
    prices = [PlacePrice(m.id, ladder.with_place(j) - ladder.best) for j, m in enumerate(problem.mentors)]
    ranked = _gains(prices)
    if is_plain(problem, table):
        return ranked
    before = best_levels(problem)
    ids = [price.mentor_id for price in ranked[:MOST_SOLVED]]
    roomier = [(key, with_place(problem, problem.mentor_by_id[key])) for key in ids]
    return _gains(PlacePrice(key, best_levels(larger, before.worst) - before) for key, larger in roomier)


def forced_cost(problem: Problem) -> tuple[ForcedCost, ...]:
    """What lifting each pin and each ban would bring to the best plan: pins first, in order of id.

    Each one is solved again, unless the pair would stay impossible, or the prices of every level already pay for it.
    Where pairs are tied together (see `ladder`) the first `ladder.MOST_SOLVED` are solved and the others not listed.
    """
    before, table = best_levels(problem), scan(problem)
    ladder = Ladder(problem, table, before.worst) if is_plain(problem, table) else None
    lifted = [*_without_pins(problem), *_without_bans(problem, ladder)]
    left = MOST_SOLVED if ladder is None else len(lifted)
    found = []
    for kind, pair, freer in lifted:
        if freer is None:
            found.append(ForcedCost(kind, pair, Difference()))
        elif left > 0:
            left -= 1
            found.append(ForcedCost(kind, pair, best_levels(freer, before.worst) - before))
    return tuple(found)


def best_levels(problem: Problem, hint: int = 0) -> Levels:
    """The levels of the best plan, without its proof where the problem is plain (see `ladder`)."""
    return levels_of(problem, best_pairs(problem, hint))


def _without_pins(problem: Problem) -> Iterator[_Lifted]:
    for pair in known(problem, problem.pins):
        yield "pin", pair, replace(problem, pins=problem.pins - {pair})


def _without_bans(problem: Problem, ladder: Ladder | None) -> Iterator[_Lifted]:
    rows, columns = _positions(problem)
    for pair in known(problem, problem.bans):
        cell = rows[pair[0]], columns[pair[1]]
        can_change = _is_only_banned(problem, pair) and (ladder is None or ladder.would_change(cell))
        yield "ban", pair, replace(problem, bans=problem.bans - {pair}) if can_change else None


def _is_only_banned(problem: Problem, pair: Ids) -> bool:
    mentee, mentor = problem.mentee_by_id[pair[0]], problem.mentor_by_id[pair[1]]
    return [rule for rule, _ in broken_rules(mentee, mentor, problem)] == [Rule.BAN]


def _pair(problem: Problem, pair: Ids) -> Pair:
    explained = explain_pair(problem, *pair)
    return Pair(*pair, explained.score, explained.reasons, pair in problem.mutual)


def _positions(problem: Problem) -> tuple[dict[str, int], dict[str, int]]:
    """Row of each mentee, column of each mentor."""
    return {m.id: i for i, m in enumerate(problem.mentees)}, {m.id: j for j, m in enumerate(problem.mentors)}


def _gains(prices: Iterable[PlacePrice]) -> tuple[PlacePrice, ...]:
    """Those that bring something, the dearest first."""
    gaining = (price for price in prices if price.difference.is_gain)
    return tuple(sorted(gaining, key=lambda price: (price.difference.turned, price.mentor_id)))
