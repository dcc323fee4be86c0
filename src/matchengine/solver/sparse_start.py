"""From any plan and prices to prices that no arc breaks and the pairs that are tight at them."""

import numpy as np

from matchengine.solver.sparse_compiled import NUMBERS, ROWS, compiled
from matchengine.solver.sparse_graph import Numbers, Rows


@compiled("void", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS, ROWS, NUMBERS, NUMBERS, ROWS, NUMBERS, ROWS)
def tight_pairs(
    start: Numbers,
    head: Rows,
    weight: Numbers,
    seat: Numbers,
    penalty: Numbers,
    mentor_of: Rows,
    p: Numbers,
    u: Numbers,
    held: Rows,
    load: Numbers,
    slot: Rows,
) -> None:
    """u[i] = what mentee i gains at best at the prices p; pairs of `mentor_of` (−1: none) that gain less are let go,
    and those of a mentor whose price is below the penalty of the place. Fills the last four; load: m zeros."""
    for i in range(len(start) - 1):
        best, gain = np.int64(0), np.int64(-1)
        for a in range(start[i], start[i + 1]):
            j = head[a]
            if seat[j] < seat[j + 1]:
                value = weight[a] - p[j]
                best = max(best, value)
                if j == mentor_of[i]:
                    gain = value
        u[i], slot[i] = best, -1
        if gain == best:
            j = mentor_of[i]
            if load[j] < seat[j + 1] - seat[j] and p[j] >= penalty[min(load[j], len(penalty) - 1)]:
                held[seat[j] + load[j]], slot[i] = i, seat[j] + load[j]
                load[j] += 1


@compiled("void", NUMBERS, ROWS, NUMBERS, NUMBERS, NUMBERS)
def best_offers(column_start: Numbers, column_tail: Rows, column_weight: Numbers, u: Numbers, best: Numbers) -> None:
    """best[j] = the most that any mentee would give for a place of mentor j at the gains u, at least best[j] before."""
    for j in range(len(best)):
        for a in range(column_start[j], column_start[j + 1]):
            best[j] = max(best[j], column_weight[a] - u[column_tail[a]])
