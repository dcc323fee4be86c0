"""The exact core: the heaviest flow from mentees to mentors, both with seats at rising prices."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchengine import kernels
from matchengine.solver.primal_dual import insert_all

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Flow:
    """What is to be solved. Arcs (tail, head, weight) are sorted by tail, then head, no arc twice.

    `demand` (n) mentors at most for a mentee, `step[k]` ≥ 0 off for the mentor number k + 1; `places` (m) mentees at
    most for a mentor, `penalty[k]` ≥ 0 off for the mentee number k + 1. Neither falls, the last one repeats.
    `taken` (n), `base` (m): seats and places already given away, counted in `demand` and `places`.
    """

    tail: Integers
    head: Integers
    weight: Integers
    demand: Integers
    places: Integers
    step: Integers
    penalty: Integers
    taken: Integers
    base: Integers


@dataclass(frozen=True, eq=False)
class Optimum:
    """Indices of the used arcs, ascending; prices of mentees and mentors; `load` (m), places given away by the flow."""

    used: Integers
    u: Integers
    p: Integers
    load: Integers


def optimum(flow: Flow) -> Optimum:
    """Small flows run as plain Python, larger ones compiled, with one result; very large ones by the sparse solver."""
    if len(flow.tail) >= kernels.WORTH_AUCTION:
        from matchengine.solver.sparse_arcs import one_mentor_each, serves

        if serves(flow):
            return one_mentor_each(flow)
    mentees, mentors = len(flow.demand), len(flow.places)
    # nobody can hold more than has arcs
    seats = np.minimum(np.maximum(flow.places - flow.base, 0), np.bincount(flow.head, minlength=mentors))
    start = np.searchsorted(flow.tail, np.arange(mentees + 1)).astype(np.int64)
    held_start = np.concatenate(([0], np.cumsum(seats)[:-1])).astype(np.int64)[:mentors]
    u, p, load = (np.zeros(size, np.int64) for size in (mentees, mentors, mentors))
    held, position = np.zeros(int(seats.sum()), np.int64), np.full(len(flow.tail), -1, np.int64)
    scratch = [np.zeros(mentees + mentors, np.int64) for _ in range(4)]
    given = [start, flow.tail, flow.head, flow.weight, flow.demand, flow.step, seats, flow.penalty, flow.base]
    found = [flow.taken.copy(), u, p, load, held_start, held, position]
    if len(flow.tail) >= kernels.worth_compiling():
        kernels.compiled_insert_all()(*(np.ascontiguousarray(cells) for cells in given), *found, *scratch)
    else:
        lists = [cells.tolist() for cells in (*given, *found, *scratch)]
        insert_all(*lists)
        u, p, load, position = (np.array(lists[k], np.int64) for k in (10, 11, 12, 15))
    return Optimum(np.nonzero(position >= 0)[0], u, p, load)


def bound_of_seats(price: Integers, seats: Integers, taken: Integers, step: Integers) -> int:
    """Σ over the seats from taken[k] on to seats[k] of max(0, price[k] − step of the seat)."""
    total = 0
    for k in range(int(taken.min(initial=0)), int(seats.max(initial=0))):
        counts = (taken <= k) & (seats > k)
        total += int(np.maximum(price[counts] - int(step[min(k, len(step) - 1)]), 0).sum())
    return total


def sum_of_steps(counts: Integers, step: Integers) -> int:
    """What so many seats cost together."""
    costs, most = step.tolist(), int(counts.max(initial=0))
    return sum(costs[min(k, len(costs) - 1)] * int(np.count_nonzero(counts > k)) for k in range(most))
