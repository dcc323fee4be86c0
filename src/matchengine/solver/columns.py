"""`solve_pairs`: the best plan over all pairs of a large problem, with prices that prove it.

Column generation. A sparse graph of promising pairs is solved, all pairs are held against its prices, those that
would gain join the graph, until none would: then the prices are optimal for all pairs at once.
"""

from dataclasses import dataclass

import numpy as np

from matchengine.large.arcs import Arcs
from matchengine.pairs import Flags, Objective, PackedPairs
from matchengine.progress import Progress, Stage, report
from matchengine.solver.sparse import Standing, auction, finish, narrowing, nobody, places_of
from matchengine.solver.sparse_graph import Graph, Numbers, Places, Rows
from matchengine.solver.sparse_merging import graph_of, merged
from matchengine.solver.sparse_search import PER_ROW, Search
from matchengine.solver.sparse_start import best_gains

START_ARCS = 20
ROUGH = (12, 24)
"""Rounds of the rough stage: the auction ends where ε is this part of the spread of a mentee's first arcs."""
SOFT = 8
"""In the rough stage the worth of any pair at all is this many spreads, so that prices stay near one another."""


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


@dataclass(frozen=True, eq=False)
class Known:
    """Prices that all pairs were held against, and the rows and columns of which not every pair was kept."""

    u: Numbers
    p: Numbers
    rows: Flags
    columns: Flags


def solve_pairs(
    pairs: PackedPairs, objective: Objective, *, start: PairsPlan | None = None, progress: Progress | None = None
) -> PairsPlan:
    """The heaviest plan of all, each mentee with one mentor at most, and its proof over all pairs."""
    n = pairs.shape[0]
    open_places = np.where(pairs.open_columns, np.minimum(pairs.places, n), 0)
    places = places_of(open_places, pairs.penalty)
    search = Search(pairs, objective)
    graph, standing = _rough(search, places, objective)
    known: Known | None = None
    rounds = 0
    while True:
        rounds += 1
        report(progress, Stage.SEARCH, rounds, rounds + 1)
        standing = finish(graph, places, standing)
        arcs, offers, known = _look(search, places, standing, known)
        if not arcs.count + offers.count:
            break
        graph = _joined(_joined(graph, arcs), offers)
        standing = _raised(standing, offers)
    return _plan(graph, places, standing, rounds, pairs.cells)


def _rough(search: Search, places: Places, objective: Objective) -> tuple[Graph, Standing]:
    """A graph in which the best plan nearly lies, and a plan and prices near the best.

    The worth of a pair at all is lowered here, so that what is short does not cost a thousand times what is not.
    """
    n, m = search.pairs.shape
    closed = np.zeros(m, np.bool_)
    first = search.everywhere(np.zeros(n, np.int64), np.zeros(m, np.int64), closed, START_ARCS)
    graph = graph_of(first.mentee, first.mentor, first.weight, n, m)
    spread = _spread(graph)
    shift = max(0, objective.base - SOFT * spread)
    graph = graph.heavier(-shift)
    standing = nobody(n, places)
    for number, part in enumerate(ROUGH):
        if number:
            u = np.empty(n, np.int64)
            best_gains(graph.start, graph.head, graph.weight, standing.p, u)
            standing = Standing(u, standing.p, standing.mentor_of)
            arcs, offers, _ = _look(search, places, standing, None, shift)
            graph = _joined(_joined(graph, arcs, shift), offers, shift)
            standing = _raised(standing, offers, shift)
        standing = auction(graph, places, standing, narrowing(2 * spread, max(1, spread // part)))
    p = standing.p + np.where(places.seat[:-1] < places.seat[1:], shift, 0)
    return graph.heavier(shift), Standing(standing.u, p, standing.mentor_of)


def _spread(graph: Graph) -> int:
    """The middle of what lies between the heaviest and the lightest arc of a mentee; at least 1."""
    rows = graph.start[:-1][graph.start[:-1] < graph.start[1:]]
    if not len(rows):
        return 1
    wide = np.maximum.reduceat(graph.weight, rows) - np.minimum.reduceat(graph.weight, rows)
    return max(1, int(np.median(wide)))


def _look(
    search: Search, places: Places, standing: Standing, known: Known | None, shift: int = 0
) -> tuple[Arcs, Arcs, Known]:
    """The pairs that gain at these prices: those of mentors whose places are taken, and those of the others.

    Pairs can gain only where u or p has fallen since `known`, or where not every pair was kept then.
    """
    n, m = search.pairs.shape
    u, p = standing.u, standing.p + shift
    load = np.bincount(standing.mentor_of[standing.mentor_of >= 0], minlength=m)
    free = load < np.diff(places.seat)
    if known is None:
        arcs = search.everywhere(u, p, free)
    else:
        rows = (u < known.u) | known.rows
        columns = ((p < known.p) | known.columns) & ~free
        arcs = search.somewhere(rows, columns, u, p, free)
    offers = search.for_free_places(np.nonzero(free)[0], u, p)
    rows_left = np.bincount(arcs.mentee, minlength=n) >= PER_ROW
    return arcs, offers, Known(u, p, rows_left, free & (offers.count > 0))


def _joined(graph: Graph, arcs: Arcs, shift: int = 0) -> Graph:
    if not arcs.count:
        return graph
    return merged(graph, graph_of(arcs.mentee, arcs.mentor, arcs.weight - shift, graph.mentees, graph.mentors))


def _raised(standing: Standing, offers: Arcs, shift: int = 0) -> Standing:
    """A free place that many want costs what the one who gains most would give: then the others need not move."""
    p = standing.p.copy()
    np.maximum.at(p, offers.mentor, offers.weight - shift - standing.u[offers.mentee])
    return Standing(standing.u, p, standing.mentor_of)


def _plan(graph: Graph, places: Places, standing: Standing, rounds: int, checked: int) -> PairsPlan:
    tail = np.repeat(np.arange(graph.mentees, dtype=np.int32), np.diff(graph.start))
    used = standing.mentor_of[tail] == graph.head
    load = np.bincount(graph.head[used], minlength=graph.mentors)
    ranks = np.arange(places.count) - places.seat[places.owner]
    weight = int(graph.weight[used].sum()) - int(places.floor[ranks < load[places.owner]].sum())
    bound = int(standing.u.sum()) + int(np.maximum(standing.p[places.owner] - places.floor, 0).sum())
    return PairsPlan(standing.mentor_of, standing.u, standing.p, weight, bound, rounds, checked)
