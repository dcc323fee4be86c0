"""`solve_pairs`: the best plan over all pairs of a large problem, with prices that prove it.

Column generation. A sparse graph of promising pairs is solved, all pairs are held against its prices, those that
would gain join the graph, until none would: then the prices are optimal for all pairs at once.
"""

from dataclasses import dataclass
from itertools import count

import numpy as np

from matchengine.large.arcs import Arcs
from matchengine.pairs import SHIFT, BitPoints, KeyPoints, Objective, PackedPairs
from matchengine.progress import Progress, Stage, report
from matchengine.solver.sparse import Standing, finish, places_of
from matchengine.solver.sparse_graph import Graph, Numbers, Places, Rows
from matchengine.solver.sparse_rough import from_nothing, from_plan, joined
from matchengine.solver.sparse_search import Known, Search

HEAVIEST = 2**59
HALF = 32

USUAL_STEPS = 8
"""What a run is told to consist of before it is known."""

PLACES = 4
"""Places a person at most to begin with."""


@dataclass(frozen=True, eq=False)
class PairsPlan:
    """The best plan. `mentor_of`: n, −1 where left out. `u` (n), `p` (m): integer prices ≥ 0 that prove it: u[i] + p[j]
    ≥ weight of every allowed pair, and `dual_bound` = Σ u + Σ over places max(0, p − penalty) = `weight`."""

    mentor_of: Rows
    u: Numbers
    p: Numbers
    weight: int
    dual_bound: int
    rounds: int
    pairs_checked: int


def solve_pairs(
    pairs: PackedPairs, objective: Objective, *, start: PairsPlan | None = None, progress: Progress | None = None
) -> PairsPlan:
    """The heaviest plan of all, each mentee with one mentor at most, and its proof over all pairs.

    Exact in integers and the same on every run. `start`: a plan for the same people, from before pins, bans, places or
    weights changed: pairs and prices that are still good are kept, the proof is made anew. Raises OverflowError where
    a pair could weigh 2**59 or more, Cancelled where `progress` answers False. Memory: about 60 bytes for each of some
    30 pairs a mentee; no table of all pairs.

    Why the prices prove it. A pair outside the graph weighs at most known.u[i] + known.p[j]: every look asks all pairs
    of which that does not follow from the look before (`sparse_search`). The run ends when known.u[i] + known.p[j] ≤
    u[i] + p[j] for all i, j, and `finish` holds weight ≤ u[i] + p[j] for the pairs of the graph.
    """
    _refuse_overflow(pairs, objective)
    n, m = pairs.shape
    wanted = np.where(pairs.open_columns, np.minimum(pairs.places, n + 1), 0)
    room = _room(wanted, PLACES * (n + m) + m)
    while True:
        plan = _solve(Search(pairs, objective), places_of(room, pairs.penalty), start, progress)
        load = np.bincount(plan.mentor_of[plan.mentor_of >= 0], minlength=m)
        short = (load >= room) & (room < wanted)
        if not short.any():
            return plan
        room, start = np.where(short, np.minimum(wanted, 4 * room), room), plan


def _solve(search: Search, places: Places, start: PairsPlan | None, progress: Progress | None) -> PairsPlan:
    steps, rounds, slack = count(1), 0, 0
    known: Known | None = None

    def tell() -> None:
        done = next(steps)
        report(progress, Stage.SEARCH, done, max(USUAL_STEPS, done + 1))

    if start is None:
        graph, standing, slack = from_nothing(search, places, tell)
    else:
        graph, standing, known = from_plan(search, places, Standing(start.u, start.p, start.mentor_of))
    while True:
        tell()
        rounds += 1
        standing = finish(graph, places, standing)
        u, p = standing.u, standing.p
        if known is not None and known.proves(u, p):
            return _plan(graph, places, standing, rounds, search.pairs.cells)
        arcs, known = search.look(u, p, slack) if known is None else search.look_again(u, p, known)
        if not arcs.count and known.proves(u, p):
            return _plan(graph, places, standing, rounds, search.pairs.cells)
        graph, standing = joined(graph, arcs), _raised(standing, arcs, known)


def _room(places: Numbers, most: int) -> Numbers:
    """The places, cut to the same number for all where they are more than so many together: nobody may need them."""
    limit = int(places.max(initial=0))
    while limit > 1 and int(np.minimum(places, limit).sum()) > most:
        limit = (limit + 1) // 2
    room: Numbers = np.minimum(places, limit)
    return room


def _raised(standing: Standing, arcs: Arcs, known: Known) -> Standing:
    """A place that many want costs what the one who gains most would give: then the others need not move."""
    p, wanted = standing.p.copy(), (known.p > standing.p)[arcs.mentor]
    np.maximum.at(p, arcs.mentor[wanted], (arcs.weight - standing.u[arcs.mentee])[wanted])
    return Standing(standing.u, p, standing.mentor_of)


def _plan(graph: Graph, places: Places, standing: Standing, rounds: int, checked: int) -> PairsPlan:
    tail = np.repeat(np.arange(graph.mentees, dtype=np.int32), np.diff(graph.start))
    used = standing.mentor_of[tail] == graph.head
    load = np.bincount(graph.head[used], minlength=graph.mentors)
    ranks = np.arange(places.count) - places.seat[places.owner]
    weight = _sum(graph.weight[used]) - _sum(places.floor[ranks < load[places.owner]])
    bound = _sum(standing.u) + _sum(np.maximum(standing.p[places.owner] - places.floor, 0))
    return PairsPlan(standing.mentor_of, standing.u, standing.p, weight, bound, rounds, checked)


def _sum(numbers: Numbers) -> int:
    """Exact also where the sum leaves 64 bits."""
    high, low = int((numbers >> HALF).sum()), int((numbers & (2**HALF - 1)).sum())
    total: int = high * 2**HALF + low
    return total


def _refuse_overflow(pairs: PackedPairs, objective: Objective) -> None:
    """Prices stay below the heaviest pair, what is added up on a path below four times as much."""
    points = sum(_most_points(term) for term in pairs.points) + int(np.abs(pairs.extra.points).max(initial=0))
    if pairs.mentor_points is not None:
        points += int(np.abs(pairs.mentor_points).max(initial=0))
    parts = (objective.base, objective.mutual, objective.pin, objective.keep, int(pairs.penalty.max()))
    if sum(abs(part) for part in parts) + abs(objective.score) * points >= HEAVIEST:
        raise OverflowError(f"a pair could weigh {HEAVIEST} or more, which is too large to be added exactly")


def _most_points(term: BitPoints | KeyPoints) -> int:
    if isinstance(term, KeyPoints):
        return abs(term.points)
    most: int = min(term.most, 64 * term.left.shape[1])
    return most * int(term.factor.max(initial=0)) >> SHIFT
