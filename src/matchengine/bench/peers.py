"""What others make of the same instance: `python -m matchengine.bench.peers PEER NAME --seed S` prints one JSON line.

Each peer runs in a process of its own, so that its peak memory is its own. All get the same arcs, found by a vectorised
numpy pass over all pairs (`arcs_of`): `arcs_seconds`. `build_seconds`: from the arcs to what the peer wants;
`solve_seconds`: the peer itself. Only this file knows other solvers, and nothing at run time imports it.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from matchengine.bench.drawing import draw
from matchengine.bench.instances import packed
from matchengine.bench.peer_arcs import Arcs, arcs_of


@dataclass(frozen=True)
class Answer:
    """Chosen arcs, and how long building and solving took."""

    chosen: list[int]
    build_seconds: float
    solve_seconds: float


def or_tools(arcs: Arcs) -> Answer:
    """SimpleMinCostFlow: source → mentees → mentors → sink, a way around the mentors for whoever stays without."""
    from ortools.graph.python import min_cost_flow

    began = time.perf_counter()
    mentors, count = len(arcs.places), len(arcs.weight)
    source, sink = arcs.mentees + mentors, arcs.mentees + mentors + 1
    flow = min_cost_flow.SimpleMinCostFlow()
    everybody, ones = np.arange(arcs.mentees), np.ones(arcs.mentees, np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        arcs.mentee, arcs.mentor + np.int32(arcs.mentees), np.ones(count, np.int64), -arcs.weight.astype(np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(np.full(arcs.mentees, source), everybody, ones, 0 * ones)
    flow.add_arcs_with_capacity_and_unit_cost(everybody, np.full(arcs.mentees, sink), ones, 0 * ones)
    flow.add_arcs_with_capacity_and_unit_cost(
        arcs.mentees + np.arange(mentors), np.full(mentors, sink), arcs.places, np.zeros(mentors, np.int64)
    )
    flow.set_node_supply(source, arcs.mentees)
    flow.set_node_supply(sink, -arcs.mentees)
    built = time.perf_counter()
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("no optimum")
    chosen = np.nonzero(flow.flows(np.arange(count)))[0].tolist()
    return Answer(chosen, built - began, time.perf_counter() - built)


def networkx(arcs: Arcs) -> Answer:
    """`max_flow_min_cost` with the way around as a last mentor."""
    import networkx as graphs

    began = time.perf_counter()
    graph: Any = graphs.DiGraph()
    for i in range(arcs.mentees):
        graph.add_edge("source", i, capacity=1, weight=0)
        graph.add_edge(i, "sink", capacity=1, weight=0)
    for j, places in enumerate(arcs.places.tolist()):
        graph.add_edge(arcs.mentees + j, "sink", capacity=places, weight=0)
    for i, j, weight in zip(arcs.mentee.tolist(), arcs.mentor.tolist(), arcs.weight.tolist(), strict=True):
        graph.add_edge(i, arcs.mentees + j, capacity=1, weight=-weight)
    built = time.perf_counter()
    flow = graphs.max_flow_min_cost(graph, "source", "sink")
    chosen = [
        k
        for k, (i, j) in enumerate(zip(arcs.mentee.tolist(), arcs.mentor.tolist(), strict=True))
        if flow[i].get(arcs.mentees + j)
    ]
    return Answer(chosen, built - began, time.perf_counter() - built)


def scipy_dense(arcs: Arcs) -> Answer:
    """`linear_sum_assignment` on mentees × places; a column of zeros for each mentee who may stay without."""
    from scipy.optimize import linear_sum_assignment

    began = time.perf_counter()
    first = np.concatenate(([0], np.cumsum(arcs.places)))
    table = np.zeros((arcs.mentees, int(first[-1]) + arcs.mentees), np.float64)
    for taken in range(int(arcs.places.max())):
        open_ = arcs.places[arcs.mentor] > taken
        table[arcs.mentee[open_], first[arcs.mentor[open_]] + taken] = arcs.weight[open_]
    built = time.perf_counter()
    rows, columns = linear_sum_assignment(table, maximize=True)
    seat = np.repeat(np.arange(len(arcs.places)), arcs.places)
    pairs = {(i, int(seat[c])) for i, c in zip(rows.tolist(), columns.tolist(), strict=True) if c < len(seat)}
    return Answer(_numbers_of(arcs, pairs), built - began, time.perf_counter() - built)


def scipy_sparse(arcs: Arcs) -> Answer:
    """`min_weight_full_bipartite_matching` on the arcs to places, one spare column for each mentee."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    began = time.perf_counter()
    first = np.concatenate(([0], np.cumsum(arcs.places)))
    rows, columns = [np.arange(arcs.mentees)], [first[-1] + np.arange(arcs.mentees)]
    values: list[Any] = [np.ones(arcs.mentees)]
    for taken in range(int(arcs.places.max())):
        open_ = arcs.places[arcs.mentor] > taken
        rows.append(arcs.mentee[open_])
        columns.append(first[arcs.mentor[open_]] + taken)
        values.append(arcs.weight[open_] + 1.0)
    shape = (arcs.mentees, int(first[-1]) + arcs.mentees)
    graph = csr_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape)
    built = time.perf_counter()
    row, column = min_weight_full_bipartite_matching(graph, maximize=True)
    seat = np.repeat(np.arange(len(arcs.places)), arcs.places)
    pairs = {(i, int(seat[c])) for i, c in zip(row.tolist(), column.tolist(), strict=True) if c < len(seat)}
    return Answer(_numbers_of(arcs, pairs), built - began, time.perf_counter() - built)


def greedy(arcs: Arcs) -> Answer:
    """The best pair first, as one does it by hand."""
    began = time.perf_counter()
    free, waiting, chosen = arcs.places.tolist(), [True] * arcs.mentees, []
    order = np.argsort(-arcs.weight, kind="stable")
    for k, i, j in zip(order.tolist(), arcs.mentee[order].tolist(), arcs.mentor[order].tolist(), strict=True):
        if waiting[i] and free[j]:
            waiting[i], free[j] = False, free[j] - 1
            chosen.append(k)
    return Answer(chosen, 0.0, time.perf_counter() - began)


def stable(arcs: Arcs) -> Answer:
    """`matching`: hospitals and residents, both sides by weight."""
    import warnings

    from matching.games import HospitalResident

    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000_000)  # it copies its players by recursion
    began = time.perf_counter()
    wishes: dict[int, list[tuple[int, int]]] = {}
    offers: dict[int, list[tuple[int, int]]] = {}
    for i, j, weight in zip(arcs.mentee.tolist(), arcs.mentor.tolist(), arcs.weight.tolist(), strict=True):
        wishes.setdefault(i, []).append((-weight, j))
        offers.setdefault(j, []).append((-weight, i))
    game = HospitalResident.create_from_dictionaries(
        {f"e{i}": [f"r{j}" for _, j in sorted(found)] for i, found in wishes.items()},
        {f"r{j}": [f"e{i}" for _, i in sorted(found)] for j, found in offers.items()},
        {f"r{j}": int(arcs.places[j]) for j in offers},
    )
    built = time.perf_counter()
    solved = game.solve(optimal="resident")
    pairs = {(int(one.name[1:]), int(host.name[1:])) for host, guests in solved.items() for one in guests}
    return Answer(_numbers_of(arcs, pairs), built - began, time.perf_counter() - built)


def mentor_match(arcs: Arcs) -> Answer:
    """`mentor-match`: its own rounds of the Hungarian method, one for each place of the mentor who has most."""
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Disqualify, Rule

    began = time.perf_counter()
    weight = dict(zip(zip(arcs.mentee.tolist(), arcs.mentor.tolist(), strict=True), arcs.weight.tolist(), strict=True))
    places = arcs.places.tolist()
    mentees = [Mentee(grade=0, email=f"e{i}") for i in range(arcs.mentees)]
    mentors = [Mentor(grade=0, email=f"r{j}") for j in range(len(arcs.places))]
    numbers = {one.email: k for people in (mentees, mentors) for k, one in enumerate(people)}

    def key(match: Any) -> tuple[int, int]:
        return numbers[match.mentee.email], numbers[match.mentor.email]

    class Points(Rule):  # type: ignore[misc]
        def apply(self, match_object: Any) -> int:
            return int(weight.get(key(match_object), 0))

        def evaluate(self, match_object: Any) -> bool:
            return True

    def refused(match: Any) -> bool:
        mentor = key(match)[1]
        full = len(match.mentor.mentees) >= places[mentor]
        return key(match) not in weight or bool(match.mentee.mentors) or full

    rounds = [[Points(), Disqualify(refused)] for _ in range(max(places))]
    built = time.perf_counter()
    process_data(mentors, mentees, rounds)
    pairs = {(numbers[one.email], numbers[other.email]) for one in mentees for other in one.mentors}
    return Answer(_numbers_of(arcs, pairs), built - began, time.perf_counter() - built)


PEERS: dict[str, Callable[[Arcs], Answer]] = {
    "greedy": greedy,
    "mentor-match": mentor_match,
    "matching": stable,
    "networkx": networkx,
    "scipy-dense": scipy_dense,
    "scipy-sparse": scipy_sparse,
    "or-tools": or_tools,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m matchengine.bench.peers", description=__doc__)
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--top", type=int, default=0, help="only so many arcs a mentee; 0: all")
    chosen = parser.parse_args()
    pairs, objective = packed(draw(chosen.name, chosen.seed))
    began = time.perf_counter()
    arcs = arcs_of(pairs, objective)
    if chosen.top:
        arcs = arcs.best(chosen.top)
    arcs_seconds = time.perf_counter() - began
    answer = PEERS[chosen.peer](arcs)
    kept = np.array(answer.chosen, np.int64)
    sys.stdout.write(
        json.dumps(
            {
                "arcs": len(arcs.weight),
                "arcs_seconds": round(arcs_seconds, 3),
                "build_seconds": round(answer.build_seconds, 3),
                "solve_seconds": round(answer.solve_seconds, 3),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "matched": len(kept),
                "weight": int(arcs.weight[kept].sum(dtype=np.int64)),
            }
        )
        + "\n"
    )
    return 0


def _numbers_of(arcs: Arcs, pairs: set[tuple[int, int]]) -> list[int]:
    """The arcs that are these (mentee, mentor); a place given without an arc is left out."""
    width = len(arcs.places)
    wanted = np.array([i * width + j for i, j in sorted(pairs)], np.int64)
    found: list[int] = np.nonzero(np.isin(arcs.mentee.astype(np.int64) * width + arcs.mentor, wanted))[0].tolist()
    return found


if __name__ == "__main__":
    sys.exit(main())
