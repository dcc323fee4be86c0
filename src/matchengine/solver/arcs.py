"""`solve_arcs`: the exact solver on a list of arcs, so that it can be held against any other solver."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from matchengine.solver.flow import Flow, bound_of_seats, optimum, sum_of_steps

Integers = NDArray[np.int64]
LARGEST = 2**60


@dataclass(frozen=True, eq=False)
class ArcPlan:
    """An optimal choice of arcs and the integer prices that prove it.

    `chosen`: indices of the chosen arcs, ascending. `mentee_price` (n), `mentor_price` (m): u, p ≥ 0 with
    u[i] + p[j] ≥ weight of every arc not chosen, = weight of every chosen one where demand is 1.
    `objective`: weight of the chosen arcs less the penalties of the places taken. `dual_bound`:
    Σ over seats max(0, u − demand penalty) + Σ over places max(0, p − penalty) + Σ over chosen
    max(0, weight − u − p); equal to `objective`.
    """

    chosen: Integers
    mentee_price: Integers
    mentor_price: Integers
    objective: int
    dual_bound: int


def solve_arcs(
    mentee: ArrayLike,
    mentor: ArrayLike,
    weight: ArrayLike,
    places: ArrayLike,
    demand: ArrayLike = 1,
    *,
    penalty: Sequence[int] = (0,),
    demand_penalty: Sequence[int] = (0,),
    mentees: int | None = None,
) -> ArcPlan:
    """The heaviest choice of arcs that gives mentor j at most places[j] mentees and mentee i at most demand mentors.

    `mentee`, `mentor`, `weight`: one integer per arc (row, column, points); no arc twice. `places`: one integer ≥ 0
    per mentor. `demand`: an integer ≥ 0 for all, or one per mentee. `penalty[k]` ≥ 0, never falling, is taken off for
    the mentee number k + 1 of a mentor, the last one repeats: one price per mentor with places at rising
    penalties, not copies of arcs. `demand_penalty[k]` likewise for the mentor number k + 1 of a mentee.
    `mentees`: their number, needed only where the last ones have no arc.
    Leaving out is allowed: an arc of weight ≤ 0 is never chosen. Exact; worst case O(n · arcs · log).
    Ties are broken by the order of rows and columns alone. Small inputs run as plain Python, large ones compiled.
    Raises ValueError for arrays that do not fit together, OverflowError for weights whose sum leaves 60 bits.
    """
    tail, head, points = (
        _integers(name, x) for name, x in (("mentee", mentee), ("mentor", mentor), ("weight", weight))
    )
    seats, step = _integers("places", places), _integers("penalty", penalty)
    seat_step = _integers("demand_penalty", demand_penalty)
    rows = int(tail.max(initial=-1)) + 1 if mentees is None else mentees
    wanted = np.broadcast_to(np.asarray(demand, np.int64), (rows,)).copy()
    _require_fit(tail, head, points, seats, wanted, step)
    _require_rising(step, seat_step)
    order = np.lexsort((head, tail))
    tail, head, points = tail[order], head[order], points[order]
    if len(tail) > 1 and bool(((tail[1:] == tail[:-1]) & (head[1:] == head[:-1])).any()):
        raise ValueError("an arc is listed twice")
    nobody, nothing = np.zeros(rows, np.int64), np.zeros(len(seats), np.int64)
    found = optimum(Flow(tail, head, points, wanted, seats, seat_step, step, nobody, nothing))
    used, u, p = found.used, found.u, found.p
    taken = np.bincount(tail[used], minlength=rows)
    objective = int(points[used].sum()) - sum_of_steps(found.load, step) - sum_of_steps(taken, seat_step)
    above = int(np.maximum(points[used] - u[tail[used]] - p[head[used]], 0).sum())
    bound = above + bound_of_seats(u, wanted, nobody, seat_step) + bound_of_seats(p, seats, nothing, step)
    return ArcPlan(np.sort(order[used]), u, p, objective, bound)


def _integers(name: str, values: ArrayLike) -> Integers:
    array = np.asarray(values)
    if array.ndim != 1 or (array.size and array.dtype.kind not in "iu"):
        raise ValueError(f"{name} must be a flat array of integers")
    return np.array(array, np.int64)  # a copy: the compiled loop takes no read-only arrays


def _require_fit(
    tail: Integers, head: Integers, weight: Integers, places: Integers, demand: Integers, penalty: Integers
) -> None:
    if not len(tail) == len(head) == len(weight):
        raise ValueError("mentee, mentor and weight must have one entry per arc")
    if tail.min(initial=0) < 0 or tail.max(initial=-1) >= len(demand):
        raise ValueError("an arc names a mentee that is not there")
    if head.min(initial=0) < 0 or head.max(initial=-1) >= len(places):
        raise ValueError("an arc names a mentor that is not there")
    if places.min(initial=0) < 0 or demand.min(initial=0) < 0:
        raise ValueError("places and demand must not be negative")
    heaviest = max(abs(int(weight.max(initial=0))), abs(int(weight.min(initial=0))), int(penalty[-1]))
    if heaviest * (int(demand.sum()) + len(places) + 1) >= LARGEST:
        raise OverflowError("the weights are too large to be added exactly")


def _require_rising(*penalties: Integers) -> None:
    for steps in penalties:
        if not len(steps) or steps[0] < 0 or bool((np.diff(steps) < 0).any()):
            raise ValueError("the penalty must start at zero or above and never fall")
