"""A large flow in which nobody asks for more than one mentor, by the sparse solver."""

import numpy as np

from matchengine.solver.flow import Flow, Optimum
from matchengine.solver.sparse import Standing, auction, finish, nobody, places_of
from matchengine.solver.sparse_graph import Graph, Numbers, Rows
from matchengine.solver.sparse_merging import graph_of
from matchengine.solver.sparse_rough import SOFT, spread_of, steps_for


def one_mentor_each(flow: Flow) -> Optimum:
    """The optimum of a flow for which `serves` holds; the prices prove it as those of `optimum` do."""
    wanted = flow.demand > flow.taken
    kept = np.nonzero(wanted[flow.tail] & (flow.places - flow.base > 0)[flow.head])[0]
    tail, head = flow.tail[kept].astype(np.int32), flow.head[kept].astype(np.int32)
    n, m = len(flow.demand), len(flow.places)
    graph = graph_of(tail, head, flow.weight[kept], n, m)
    # one place more than has arcs, so that a mentor with room for all keeps a free place
    most = np.bincount(head, minlength=m) + 1
    places = places_of(np.minimum(np.maximum(flow.places - flow.base, 0), most), flow.penalty)
    spread = spread_of(tail, graph.weight, n)
    shift = max(0, int(graph.weight.min(initial=0)) - SOFT * spread) if graph.arcs else 0
    soft = graph.heavier(-shift)
    rough = auction(soft, places, nobody(n, places), steps_for(soft, spread))
    p = rough.p + np.where(places.seat[:-1] < places.seat[1:], shift, 0)
    plan = finish(graph, places, Standing(rough.u, p, rough.mentor_of))
    return _optimum(flow, plan, kept[_used(graph, plan.mentor_of)])


def serves(flow: Flow) -> bool:
    """Whether the sparse solver can take this flow: one mentor a mentee, free of charge, no penalties half used up."""
    one_each = int((flow.demand - flow.taken).max(initial=0)) <= 1 and not flow.step.any()
    level = len(flow.penalty) == 1 or bool((flow.penalty == flow.penalty[0]).all())
    return one_each and (level or not flow.base.any())


def _used(graph: Graph, mentor_of: Rows) -> Numbers:
    tail = np.repeat(np.arange(graph.mentees), np.diff(graph.start))
    used: Numbers = np.nonzero(graph.head == mentor_of[tail])[0]
    return used


def _optimum(flow: Flow, plan: Standing, used: Numbers) -> Optimum:
    """Prices also for those who take no part: dear enough that their arcs gain nothing."""
    u, p = plan.u.copy(), plan.p.copy()
    full = (flow.places - flow.base <= 0)[flow.head]
    np.maximum.at(p, flow.head[full], (flow.weight - u[flow.tail])[full])
    done = (flow.demand <= flow.taken)[flow.tail]
    np.maximum.at(u, flow.tail[done], (flow.weight - p[flow.head])[done])
    return Optimum(used, u, p, np.bincount(flow.head[used], minlength=len(flow.places)).astype(np.int64))
