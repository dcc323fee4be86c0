"""What one more place would add to an optimal flow, for every mentor at once, without solving again."""

from dataclasses import dataclass

import numpy as np

from matchengine.pairs import Flags, Integers

FORBIDDEN = -(2**61)
"""The weight of a pair that may not be; sums with weights below 2**60 stay within 64 bits."""


@dataclass(frozen=True, eq=False)
class Stock:
    """What a flow has to give, as in `solver.flow.Flow`: seats, their prices, and how many are given away outside."""

    demand: Integers
    places: Integers
    step: Integers
    penalty: Integers
    taken: Integers
    base: Integers


def gains(weight: Integers, used: Flags, stock: Stock) -> Integers:
    """By how much the value of an optimal flow grows with one more place of each mentor: m integers ≥ 0.

    `weight`: n × m, FORBIDDEN where a pair may not be; `used`: the cells of the flow. With one more place of one mentor
    the optimum differs by one chain: the mentor takes a mentee, whose former mentor takes another or stays with an
    empty place, and so on (every other difference would be a cycle, and an optimal flow has none that gains). So the
    gain is a longest path of the residual graph, found for all mentors together by relaxing until nothing changes
    (Bellman and Ford); chains are short, each round is one pass over the table. A mentor with a free place gains
    nothing: the prices that prove the flow optimal stay valid, and the new place adds max(0, price − penalty) = 0.
    Raises ValueError for a flow that is not optimal.
    """
    seats, load = stock.taken + used.sum(axis=1), stock.base + used.sum(axis=0)
    free = np.where(used, FORBIDDEN, weight)
    held = np.where(used, weight, -FORBIDDEN)
    idle = np.where(seats < stock.demand, -_price(stock.step, seats), FORBIDDEN)
    leave = _price(stock.penalty, np.maximum(load - 1, 0))
    ready = idle
    for _ in range(len(seats) + len(load) + 1):
        instead = np.maximum(leave, _take(free, ready))
        moved = np.maximum(idle, np.where(used, instead[None, :] - held, FORBIDDEN).max(axis=1, initial=FORBIDDEN))
        if np.array_equal(moved, ready):
            return np.where(load >= stock.places, np.maximum(_take(free, ready) - _price(stock.penalty, load), 0), 0)
        ready = moved
    raise ValueError("the flow is not optimal")


def _take(free: Integers, ready: Integers) -> Integers:
    """The best a mentor can get by one more mentee."""
    best: Integers = (free + np.maximum(ready, FORBIDDEN)[:, None]).max(axis=0, initial=2 * FORBIDDEN)
    return np.maximum(best, FORBIDDEN)


def _price(step: Integers, taken: Integers) -> Integers:
    """What the next seat costs each, given how many are taken."""
    cost: Integers = step[np.minimum(taken, len(step) - 1)]
    return cost
