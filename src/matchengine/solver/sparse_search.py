"""The pairs that the solver has not looked at yet and that would gain at its prices, among all pairs."""

from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matchengine.large.arcs import Arcs
from matchengine.large.search import best_pairs
from matchengine.pairs import BitPoints, BitRule, Cells, KeyPoints, KeyRule, Objective, PackedPairs
from matchengine.solver.sparse_graph import Numbers

Term = TypeVar("Term", BitRule, KeyRule, BitPoints, KeyPoints)

PER_ROW = 20
"""Pairs a mentee at most in one look."""

PER_COLUMN = 20
"""Pairs at most of a mentor with free places: all would gain from these, a few are enough to fill them."""

SAMPLE = 16
"""A mentor with free places asks every so many-th mentee first how much is to be gained."""

MOST_PARTLY = 0.6
"""A look at a larger share of the rows or columns is a look at all."""


@dataclass(eq=False)
class Search:
    """All pairs of a problem. `checked` counts the pairs looked at."""

    pairs: PackedPairs
    objective: Objective
    checked: int = field(default=0)

    def everywhere(self, u: Numbers, p: Numbers, closed: NDArray[np.bool_], most: int = PER_ROW) -> Arcs:
        """The best pairs of every mentee that gain at these prices; mentors `closed` left out."""
        pairs = replace(self.pairs, open_columns=self.pairs.open_columns & ~closed)
        self.checked += pairs.cells
        return best_pairs(pairs, self.objective, u, p, most)

    def somewhere(
        self, rows: NDArray[np.bool_], columns: NDArray[np.bool_], u: Numbers, p: Numbers, closed: NDArray[np.bool_]
    ) -> Arcs:
        """The best pairs that gain, of the mentees `rows` with any mentor and of any mentee with the mentors `columns`."""
        if rows.mean() + columns.mean() > MOST_PARTLY:
            return self.everywhere(u, p, closed)
        chosen, some = np.nonzero(rows)[0], np.nonzero(columns)[0]
        pairs = replace(self.pairs, open_columns=self.pairs.open_columns & ~closed)
        part = with_columns(self.pairs, some)
        self.checked += len(chosen) * pairs.shape[1] + part.cells
        first = best_pairs(pairs, self.objective, u, p, PER_ROW, rows=chosen)
        second = best_pairs(part, self.objective, u, p[some], PER_ROW)
        tail = np.concatenate((first.mentee, second.mentee))
        head = np.concatenate((first.mentor, some[second.mentor].astype(np.int32)))
        weight = np.concatenate((first.weight, second.weight))
        order = np.lexsort((head, tail))
        tail, head, weight = tail[order], head[order], weight[order]
        once = np.ones(len(tail), np.bool_)
        once[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
        return Arcs(tail[once], head[once], weight[once])

    def for_free_places(self, columns: Numbers, u: Numbers, p: Numbers) -> Arcs:
        """About PER_COLUMN of the pairs that gain most with each mentor of `columns`."""
        part = with_columns(self.pairs, columns)
        price = p[columns].copy()
        sample = np.arange(0, part.shape[0], SAMPLE)
        asked = best_pairs(part, self.objective, u, price, PER_ROW, rows=sample)
        gain = asked.weight - u[asked.mentee]
        kept = _best_of_each(gain, asked.mentor, max(1, PER_COLUMN // SAMPLE + 1))
        counts = np.bincount(asked.mentor[kept], minlength=len(columns))
        limit = np.full(len(columns), np.iinfo(np.int64).max)
        np.minimum.at(limit, asked.mentor[kept], gain[kept])
        enough = counts > PER_COLUMN // SAMPLE
        price[enough] = np.maximum(price[enough], limit[enough] - 1)
        self.checked += part.cells
        found = best_pairs(part, self.objective, u, price, PER_ROW)
        kept = _best_of_each(found.weight - u[found.mentee], found.mentor, PER_COLUMN)
        return Arcs(found.mentee[kept], columns[found.mentor[kept]].astype(np.int32), found.weight[kept])


def _best_of_each(gain: Numbers, column: NDArray[np.int32], most: int) -> NDArray[np.int64]:
    """Positions of the `most` largest gains of every column, ascending."""
    order = np.lexsort((-gain, column))
    ordered = column[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return np.sort(order[rank < most])


def with_columns(pairs: PackedPairs, columns: Numbers) -> PackedPairs:
    """The same mentees with these mentors only; `columns` ascending."""
    number = np.full(pairs.shape[1], -1, np.int64)
    number[columns] = np.arange(len(columns))
    return replace(
        pairs,
        open_columns=pairs.open_columns[columns],
        places=pairs.places[columns],
        rules=tuple(_of_columns(rule, columns) for rule in pairs.rules),
        points=tuple(_of_columns(term, columns) for term in pairs.points),
        mentor_points=None if pairs.mentor_points is None else pairs.mentor_points[columns],
        extra=_cells(pairs.extra, number),
        banned=_cells(pairs.banned, number),
        mutual=_cells(pairs.mutual, number),
        pinned=_cells(pairs.pinned, number),
        current=_cells(pairs.current, number),
    )


def _of_columns(term: Term, columns: Numbers) -> Term:
    return replace(term, right=np.ascontiguousarray(term.right[columns]))


def _cells(cells: Cells, number: Numbers) -> Cells:
    kept = number[cells.columns] >= 0
    return Cells(cells.rows[kept], number[cells.columns[kept]], cells.points[kept])
