"""The same choice of arcs by solvers that nobody here wrote: SciPy, OR-Tools, and HiGHS as SciPy ships it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment, linprog
from scipy.sparse import coo_array, vstack

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Arcs:
    """Mentee, mentor and weight of every arc; places per mentor, demand per mentee, points off per further place."""

    mentee: Integers
    mentor: Integers
    weight: Integers
    places: Integers
    demand: Integers
    penalty: tuple[int, ...] = (0,)

    def step(self, taken: int) -> int:
        return self.penalty[min(taken, len(self.penalty) - 1)]


def by_assignment(arcs: Arcs) -> int:
    """SciPy, dense: one column a place, its penalty taken off; only where every mentee asks for one mentor."""
    columns = [(mentor, seat) for mentor, places in enumerate(arcs.places.tolist()) for seat in range(places)]
    first = dict(reversed([(mentor, k) for k, (mentor, _) in enumerate(columns)]))
    table = np.zeros((len(arcs.demand), len(columns) + len(arcs.demand)), np.int64)
    for i, j, weight in zip(arcs.mentee.tolist(), arcs.mentor.tolist(), arcs.weight.tolist(), strict=True):
        for taken in range(int(arcs.places[j])):
            table[i, first[j] + taken] = max(0, weight - arcs.step(taken))
    rows, chosen = linear_sum_assignment(table, maximize=True)
    return int(table[rows, chosen].sum())


def by_flow(arcs: Arcs) -> int:
    """OR-Tools: source → mentees → mentors → sink, a way around the mentors for whoever stays without."""
    mentees, mentors = len(arcs.demand), len(arcs.places)
    source, sink = mentees + mentors, mentees + mentors + 1
    flow = min_cost_flow.SimpleMinCostFlow()
    for i, wanted in enumerate(arcs.demand.tolist()):
        flow.add_arc_with_capacity_and_unit_cost(source, i, wanted, 0)
        flow.add_arc_with_capacity_and_unit_cost(i, sink, wanted, 0)
    flow.add_arcs_with_capacity_and_unit_cost(
        arcs.mentee, mentees + arcs.mentor, np.ones(len(arcs.weight), np.int64), -arcs.weight
    )
    for j, places in enumerate(arcs.places.tolist()):
        for taken in range(places):
            flow.add_arc_with_capacity_and_unit_cost(mentees + j, sink, 1, arcs.step(taken))
    total = int(arcs.demand.sum())
    flow.set_node_supply(source, total)
    flow.set_node_supply(sink, -total)
    assert flow.solve() == flow.OPTIMAL
    return -int(flow.optimal_cost())


def by_linear_programme(arcs: Arcs) -> int:
    """HiGHS: one variable an arc and one a place; the corners of this polytope are whole numbers."""
    mentees, mentors, count = len(arcs.demand), len(arcs.places), len(arcs.weight)
    if not count:
        return 0
    seats = [(j, arcs.step(taken)) for j, places in enumerate(arcs.places.tolist()) for taken in range(places)]
    seat_mentor = np.array([j for j, _ in seats], np.int64)
    cost = np.concatenate((-arcs.weight, np.array([step for _, step in seats], np.int64)))
    ones, size = np.ones(count), count + len(seats)
    met = coo_array((ones, (arcs.mentee, np.arange(count))), shape=(mentees, size))
    held = coo_array(
        (
            np.concatenate((ones, -np.ones(len(seats)))),
            (np.concatenate((arcs.mentor, seat_mentor)), np.arange(size)),
        ),
        shape=(mentors, size),
    )
    bound = np.concatenate((arcs.demand, np.zeros(mentors)))
    answer = linprog(cost, A_ub=vstack([met, held]).tocsr(), b_ub=bound, bounds=(0, 1), method="highs")
    assert answer.status == 0
    return -round(answer.fun)
