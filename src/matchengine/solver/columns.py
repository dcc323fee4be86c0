"""`solve_pairs`: the best plan over all pairs of a large problem, with prices that prove it.

Column generation. A sparse graph of promising pairs is solved, all pairs are held against its prices, those that
would gain join the graph, until none would: then the prices are optimal for all pairs at once.
"""

from dataclasses import dataclass

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

    `start`: a plan for the same people, from before pins, bans, places or weights changed: pairs and prices that are
    still good are kept, the proof is made anew.
    """
    _refuse_overflow(pairs, objective)
    places = places_of(np.where(pairs.open_columns, np.minimum(pairs.places, pairs.shape[0] + 1), 0), pairs.penalty)
    search = Search(pairs, objective)
    known: Known | None = None
    slack = 0
    if start is None:
        graph, standing, slack = from_nothing(search, places)
    else:
        graph, standing, known = from_plan(search, places, Standing(start.u, start.p, start.mentor_of))
    rounds = 0
    while True:
        rounds += 1
        report(progress, Stage.SEARCH, rounds, rounds + 1)
        standing = finish(graph, places, standing)
        u, p = standing.u, standing.p
        if known is not None and known.proves(u, p):
            return _plan(graph, places, standing, rounds, pairs.cells)
        arcs, known = search.look(u, p, slack) if known is None else search.look_again(u, p, known)
        if not arcs.count and known.proves(u, p):
            return _plan(graph, places, standing, rounds, pairs.cells)
        graph, standing = joined(graph, arcs), _raised(standing, arcs, known)


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
    return (int((numbers >> HALF).sum()) << HALF) + int((numbers & (2**HALF - 1)).sum())


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
    return min(term.most, 64 * term.left.shape[1]) * int(term.factor.max(initial=0)) >> SHIFT
