"""The pairs that would gain at the solver's prices, among all pairs, and what of them is known already."""

from dataclasses import astuple, dataclass

import numpy as np

from matchengine.large.arcs import Arcs
from matchengine.large.search import best_pairs
from matchengine.pairs import Objective, PackedPairs
from matchengine.solver.sparse_graph import Numbers

PER_ROW = 20
"""Pairs a mentee at most in one look."""

SAMPLE = 16
PER_COLUMN = 32
"""A mentor from whom more mentees than this would gain is dearer in a look. How much is asked of every SAMPLE-th."""
SAMPLE_ROW = 60

MOST_PARTLY = 0.6
"""A look at a larger share of the pairs is a look at all."""


@dataclass(frozen=True, eq=False)
class Known:
    """What was learnt from all pairs: a pair outside the graph weighs at most u[i] + p[j]. Arrays of n and m."""

    u: Numbers
    p: Numbers

    def proves(self, u: Numbers, p: Numbers) -> bool:
        """Whether it follows that no pair outside the graph gains at these prices."""
        return bool((u - self.u).min(initial=0) >= (self.p - p).max(initial=0))


@dataclass(frozen=True, eq=False)
class Search:
    """All pairs of a problem and what they weigh."""

    pairs: PackedPairs
    objective: Objective

    def look(self, u: Numbers, p: Numbers, slack: int = 0) -> tuple[Arcs, Known]:
        """The best pairs of every mentee that gain more than u − slack at the prices p: all pairs are asked.

        Where very many would gain with one mentor, only some of these.
        """
        least, dearer = u - slack, self._dearer(u, p)
        arcs = best_pairs(self.pairs, self.objective, least, dearer, PER_ROW)
        return arcs, Known(_bound(arcs, least, dearer), dearer)

    def look_again(self, u: Numbers, p: Numbers, known: Known) -> tuple[Arcs, Known]:
        """The best pairs that gain at these prices, asking only pairs of which that is not ruled out.

        With room[i] = u[i] − known.u[i] and fall[j] = known.p[j] − p[j] a pair outside the graph cannot gain where
        fall ≤ room. What is asked: mentees without room and all mentors; mentors that fell and the mentees whose room
        is less than the furthest fall.
        """
        room, fall = u - known.u, known.p - p
        furthest = max(0, int(fall.max(initial=0)))
        rows, columns = room < 0, np.nonzero(fall > 0)[0]
        among = np.nonzero((room < furthest) & ~rows)[0]
        asked = int(rows.sum()) * len(p) + len(among) * len(columns)
        if asked > MOST_PARTLY * self.pairs.cells:
            return self.look(u, p)
        first = best_pairs(self.pairs, self.objective, u, p, PER_ROW, rows=np.nonzero(rows)[0])
        second = best_pairs(self.pairs, self.objective, u, p, PER_ROW, rows=among, columns=columns)
        arcs = Arcs(*(np.concatenate(two) for two in zip(astuple(first), astuple(second), strict=True)))
        order = np.argsort(arcs.mentee, kind="stable")
        arcs = Arcs(arcs.mentee[order], arcs.mentor[order], arcs.weight[order])
        return arcs, Known(_bound(arcs, np.where(rows, u, np.minimum(u, known.u + furthest)), p), p)

    def _dearer(self, u: Numbers, p: Numbers) -> Numbers:
        """Prices q ≥ p at which about PER_COLUMN mentees still gain with a mentor who is so cheap that more would."""
        sample = np.arange(0, self.pairs.shape[0], SAMPLE)
        asked = best_pairs(self.pairs, self.objective, u, p, SAMPLE_ROW, rows=sample)
        gain = asked.weight - u[asked.mentee]
        order = np.lexsort((-gain, asked.mentor))
        column = asked.mentor[order]
        rank = np.arange(len(order)) - np.searchsorted(column, column)
        last = order[rank == PER_COLUMN // SAMPLE]
        q = p.copy()
        q[asked.mentor[last]] = gain[last] - 1
        return q


def _bound(arcs: Arcs, least: Numbers, p: Numbers) -> Numbers:
    """What pairs that were not kept can gain at most: `least`, more where a mentee had as many pairs as were kept."""
    count = np.bincount(arcs.mentee, minlength=len(least))
    weakest = np.full(len(least), np.iinfo(np.int64).max)
    np.minimum.at(weakest, arcs.mentee, arcs.weight - p[arcs.mentor])
    return np.where(count >= PER_ROW, np.maximum(weakest, least), least)
