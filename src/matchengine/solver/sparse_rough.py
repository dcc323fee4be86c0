"""A graph in which the best plan nearly lies, and a plan and prices near the best: from nothing, or from a plan."""

from collections.abc import Callable

import numpy as np

from matchengine.large.arcs import Arcs
from matchengine.large.search import best_pairs
from matchengine.solver.sparse import Standing, auction, narrowing, nobody
from matchengine.solver.sparse_graph import Graph, Numbers, Places, Rows
from matchengine.solver.sparse_merging import graph_of, merged
from matchengine.solver.sparse_search import SAMPLE, Known, Search
from matchengine.solver.sparse_start import best_gains

START_ARCS = 20
"""Arcs a mentee in the first graph: those that weigh most."""

SOFT = 8
"""In the rough stage the worth of any pair at all is so many spreads: what is short is not a thousand times as dear as
what is not, and prices stay near one another."""

WIDEST = 32
"""The first auction begins where ε is this part of the heaviest arc, or two spreads; later ones begin at a spread."""
FINEST = 9
"""All auctions end where ε is this part of a spread."""

GROUPS = 64
"""Groups at most where nearly all pairs weigh the same."""

ROUNDS = 8
MANY, FEW = 2, 0.25
"""The rough stage lasts at most so many looks; one that finds at most MANY arcs a mentee is followed by a last auction,
one that finds at most FEW by none."""

CLOSE = 12
"""The first exact look also takes pairs that fail to gain by less than this part of a spread: then later looks have
less to ask."""
NEAR = 2
"""The same where a plan is at hand: the graph is made of nothing else."""


def from_nothing(search: Search, places: Places, tell: Callable[[], None]) -> tuple[Graph, Standing, int]:
    """By auctions on a graph that grows by the pairs that would gain at their prices; `tell` is called between them.

    Third of the answer: by how much pairs may fail to gain that are still worth having in the graph.
    """
    n, m = search.pairs.shape
    arcs = _first_arcs(search)
    graph = graph_of(arcs.mentee, arcs.mentor, arcs.weight, n, m)
    spread = spread_of(arcs.mentee, arcs.weight, n)
    shift = max(0, search.objective.base - SOFT * spread)
    graph, standing = graph.heavier(-shift), nobody(n, places)
    steps, found = steps_for(graph, spread), arcs.count
    for _ in range(ROUNDS):
        tell()
        standing = auction(graph, places, standing, steps)
        if found <= MANY * n:
            break
        u = np.empty(n, np.int64)
        best_gains(graph.start, graph.head, graph.weight, standing.p, u)
        arcs, known = search.look(u, standing.p + shift)
        graph = joined(graph, arcs, -shift)
        standing = Standing(u, known.p - shift, standing.mentor_of)
        found, steps = arcs.count, narrowing(spread, steps[-1])
        if found <= FEW * n:
            break
    p = standing.p + np.where(places.seat[:-1] < places.seat[1:], shift, 0)
    return graph.heavier(shift), Standing(standing.u, p, standing.mentor_of), spread // CLOSE


def _first_arcs(search: Search) -> Arcs:
    """The heaviest pairs of every mentee; where nearly all weigh the same, so that all would have the same few mentors,
    the heaviest within groups of every so many-th mentee and mentor."""
    n, m = search.pairs.shape
    nothing = np.zeros(n, np.int64), np.zeros(m, np.int64)
    arcs = best_pairs(search.pairs, search.objective, *nothing, START_ARCS)
    groups = min(GROUPS, m // (2 * START_ARCS))
    if len(np.unique(arcs.mentor)) > min(n, m) // 2 or groups < 2:
        return arcs
    parts = [
        best_pairs(
            search.pairs,
            search.objective,
            *nothing,
            START_ARCS,
            rows=np.arange(group, n, groups),
            columns=np.arange(group, m, groups),
        )
        for group in range(groups)
    ]
    tail = np.concatenate([part.mentee for part in parts])
    order = np.argsort(tail, kind="stable")
    head = np.concatenate([part.mentor for part in parts])[order]
    return Arcs(tail[order], head, np.concatenate([part.weight for part in parts])[order])


def from_plan(search: Search, places: Places, plan: Standing) -> tuple[Graph, Standing, Known]:
    """The pairs near the best at the prices of a plan for these people, whatever has changed since."""
    n, m = search.pairs.shape
    p = np.where(places.seat[:-1] < places.seat[1:], np.maximum(plan.p, places.penalty[0]), 0)
    nothing = np.zeros(n, np.int64)
    sample = best_pairs(search.pairs, search.objective, nothing, p, START_ARCS, rows=np.arange(0, n, SAMPLE))
    near = spread_of(sample.mentee, sample.weight - p[sample.mentor], n) // NEAR
    arcs, known = search.look(plan.u, p, near)
    return graph_of(arcs.mentee, arcs.mentor, arcs.weight, n, m), Standing(plan.u, p, plan.mentor_of), known


def joined(graph: Graph, arcs: Arcs, heavier: int = 0) -> Graph:
    """The graph with these arcs, sorted by mentee and mentor, their weight changed by so much."""
    if not arcs.count:
        return graph
    return merged(graph, graph_of(arcs.mentee, arcs.mentor, arcs.weight + heavier, graph.mentees, graph.mentors))


def steps_for(graph: Graph, spread: int) -> list[int]:
    """The ε of an auction: from two spreads, or WIDEST of the heaviest arc if that is more, to a part of a spread."""
    heaviest = int(graph.weight.max(initial=0))
    return narrowing(max(2 * spread, heaviest // WIDEST), max(1, spread // FINEST))


def spread_of(row: Numbers | Rows, value: Numbers, rows: int) -> int:
    """The middle, over the mentees, of what lies between the best and the least of their values; at least 1."""
    count = np.bincount(row, minlength=rows)
    first = (np.cumsum(count) - count)[count > 0]
    if not len(first):
        return 1
    return max(1, int(np.median(np.maximum.reduceat(value, first) - np.minimum.reduceat(value, first))))
