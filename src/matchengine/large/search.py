"""For every mentee the pairs that gain most over given prices, among all pairs: the engine's look at everything."""

from matchengine.large.arcs import Arcs, plain_best_pairs
from matchengine.pairs import Integers, Objective, PackedPairs


def best_pairs(
    pairs: PackedPairs, objective: Objective, u: Integers, p: Integers, most: int, *, rows: Integers | None = None
) -> Arcs:
    """For every mentee (or those of `rows`) up to `most` allowed pairs with the largest weight − u[i] − p[j] > 0.

    `u`: n, `p`: m, integers. Of pairs that gain the same the lower column comes first. An empty answer for all rows
    proves u[i] + p[j] ≥ weight of every allowed pair. The answer does not depend on the number of threads.
    """
    return plain_best_pairs(pairs, objective, u, p, most, rows=rows)
