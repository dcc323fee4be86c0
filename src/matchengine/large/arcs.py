"""A few pairs of a large problem as arrays, and the readable form of the search that finds them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matchengine.pairs import Integers, Objective, PackedPairs, weigh

Positions = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Arcs:
    """Pairs in order of mentee, then mentor (row and column numbers of the packed pairs), with their weight."""

    mentee: Positions
    mentor: Positions
    weight: Integers

    @property
    def count(self) -> int:
        return len(self.mentee)


def plain_best_pairs(
    pairs: PackedPairs,
    objective: Objective,
    u: Integers,
    p: Integers,
    most: int,
    *,
    rows: Integers | None = None,
    columns: Integers | None = None,
) -> Arcs:
    """What `search.best_pairs` finds, one mentee at a time in numpy: for small problems and to hold the kernel to."""
    found: list[tuple[int, int, int]] = []
    looked_at = np.ones(pairs.shape[1], np.bool_) if columns is None else np.isin(np.arange(pairs.shape[1]), columns)
    for i in range(pairs.shape[0]) if rows is None else np.unique(rows).tolist():
        allowed, weight = weigh(pairs, objective, i, i + 1)
        gain = weight[0] - u[i] - p
        good = np.nonzero(allowed[0] & looked_at & (gain > 0))[0]
        best = good[np.argsort(-gain[good], kind="stable")[:most]]
        found += [(i, j, int(weight[0, j])) for j in sorted(best.tolist())]
    table = np.array(found, np.int64).reshape(-1, 3)
    return Arcs(table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), table[:, 2].copy())
