"""From any plan and prices to prices that no arc breaks and the pairs that are tight at them."""

import numpy as np

from matchengine.solver.sparse_compiled import NUMBERS, ROWS, Numbers, Rows, compiled


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
def best_gains(start: Numbers, head: Rows, weight: Numbers, p: Numbers, u: Numbers) -> None:
    """u[i] = the most that mentee i gains from any arc at the prices p, at least 0."""
    for i in range(len(u)):
        best = np.int64(0)
        for a in range(start[i], start[i + 1]):
            best = max(best, weight[a] - p[head[a]])
        u[i] = best
