"""The arcs that the exact solver works on: sorted by mentee, and once more by mentor."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Graph:
    """n mentees, m mentors. Arcs of mentee i are start[i] … start[i + 1] − 1, in order of mentor (`head`), those of
    mentor j column_start[j] … column_start[j + 1] − 1, in order of mentee (`column_tail`). Weights are integers."""

    start: Numbers
    head: Rows
    weight: Numbers
    column_start: Numbers
    column_tail: Rows
    column_weight: Numbers

    @property
    def mentees(self) -> int:
        return len(self.start) - 1

    @property
    def mentors(self) -> int:
        return len(self.column_start) - 1

    @property
    def arcs(self) -> int:
        return len(self.head)

    def heavier(self, by: int) -> "Graph":
        """The same arcs, each of this much more weight."""
        return replace(self, weight=self.weight + by, column_weight=self.column_weight + by)


@dataclass(frozen=True, eq=False)
class Places:
    """Places of the mentors: those of mentor j are seat[j] … seat[j + 1] − 1, `owner` says whose one is.

    `penalty[k]` is taken off for the mentee number k + 1 of a mentor, the last one repeats; `floor`: the same by place.
    """

    seat: Numbers
    owner: Rows
    floor: Numbers
    penalty: Numbers

    @property
    def count(self) -> int:
        return len(self.owner)
