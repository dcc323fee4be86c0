"""Bounds for groups with a theme: prices of mentees alone, each mentor taking the best group round one topic.

Every plan that keeps the themes gives mentor j one group round one topic. At prices u that group is worth at most the
best topic's best group, so no plan weighs more than Σ seats of mentees + Σ best groups. The prices that make this
bound small are those of a linear program over groups (Dantzig and Wolfe 1960); `group_simplex` finds them. They are
rounded to 1/`FINE` of a point: any prices ≥ 0 prove a bound, so rounding costs sharpness alone, never truth.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matchengine.pairs import Flags, Integers
from matchengine.solver.group_simplex import improve, inverted

Floats = NDArray[np.float64]
FINE = 4096
PIVOTS = 1000
"""Pivots between two fresh inverses."""
ROUNDS = 60


@dataclass(frozen=True, eq=False)
class Topics:
    """`fits` (topics × n): whose known topics have it, or are unknown; the last row: who has no known topic.

    `of_mentor`: the topics a mentor's group may have.
    """

    names: tuple[str, ...]
    fits: Flags
    of_mentor: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, eq=False)
class Groups:
    """What is to be bounded: tables n × m, places left and gone per mentor, seats left per mentee.

    `caps`: at most so many pairs, at most so many mutual ones.
    """

    weight: Integers
    mutual: Flags
    is_open: Flags
    topics: Topics
    room: Integers
    base: Integers
    seats: Integers
    penalty: Integers
    caps: tuple[int, int]


@dataclass(eq=False)
class Basis:
    """Basic columns, one per row: mentor (−1: a slack), topic, row of the slack, members (padded by −1)."""

    mentor: Integers
    topic: Integers
    row: Integers
    members: Integers

    def copied(self) -> "Basis":
        return Basis(self.mentor.copy(), self.topic.copy(), self.row.copy(), self.members.copy())


@dataclass(frozen=True, eq=False)
class GroupPrices:
    """Prices of mentees and of the two caps in 1/FINE points; `shares`: how much of each mentor the linear program
    gives to each topic (m × topics)."""

    u: Integers
    of_pairs: int
    of_mutual: int
    shares: Floats
    basis: Basis


def price_groups(groups: Groups, warm: Basis | None = None) -> GroupPrices:
    """The prices of the linear program; `warm`: where to begin."""
    mentees = len(groups.weight)
    basis = _start(groups) if warm is None else warm.copied()
    weight = np.ascontiguousarray(groups.weight.T, np.float64)
    mutual, is_open = np.ascontiguousarray(groups.mutual.T, np.float64), np.ascontiguousarray(groups.is_open.T)
    penalty = groups.penalty.astype(np.float64)
    start = np.cumsum([0, *(len(t) for t in groups.topics.of_mentor)]).astype(np.int64)
    topics = np.array([t for some in groups.topics.of_mentor for t in some], np.int64)
    right = _right(groups)
    level = price = np.zeros(0)
    pivot, invert = compiled()
    for _ in range(ROUNDS):
        cost = _costs(groups, basis)
        inverse = invert(_matrix(groups, basis))
        level, price = inverse @ right, cost @ inverse
        if level.min(initial=0) < -1e-7:
            basis = _start(groups)
            continue
        made = pivot(
            weight, mutual, is_open, groups.topics.fits, start, topics, groups.room, groups.base, penalty,
            np.ascontiguousarray(inverse.T), level, price,
            basis.mentor, basis.topic, basis.row, basis.members, cost, PIVOTS,
        )  # fmt: skip
        if made < PIVOTS:
            break
    fine = np.maximum(np.rint(price * FINE), 0).astype(np.int64)
    return GroupPrices(fine[:mentees], int(fine[-2]), int(fine[-1]), _shares(groups, basis, level), basis)


def _right(groups: Groups) -> Floats:
    """A little more than each row allows, each another little, so that no two corners of the program coincide."""
    mentors = groups.weight.shape[1]
    right = np.concatenate((groups.seats, np.ones(mentors), groups.caps))
    return right + 1e-5 * (1 + (np.arange(len(right)) * 0.6180339887498949) % 1)


@cache
def compiled() -> tuple[Callable[..., int], Callable[..., Floats]]:
    """`improve` and `inverted`, compiled; from the cache on disk where they have been compiled before."""
    import numba

    return numba.njit(cache=True)(improve), numba.njit(cache=True)(inverted)


def _start(groups: Groups) -> Basis:
    mentees, mentors = groups.weight.shape
    rows = mentees + mentors + 2
    width = max(1, int(groups.room.max(initial=0)))
    nobody = np.full(rows, -1, np.int64)
    return Basis(nobody.copy(), nobody.copy(), np.arange(rows), np.full((rows, width), -1, np.int64))


def _matrix(groups: Groups, basis: Basis) -> Floats:
    mentees, mentors = groups.weight.shape
    rows = mentees + mentors + 2
    matrix = np.zeros((rows, rows))
    columns = np.arange(rows)
    slack = basis.mentor < 0
    matrix[basis.row[slack], columns[slack]] = 1
    matrix[mentees + basis.mentor[~slack], columns[~slack]] = 1
    at, k = np.nonzero(basis.members >= 0)
    who = basis.members[at, k]
    matrix[who, at] = 1
    np.add.at(matrix[-2], at, 1)
    np.add.at(matrix[-1], at, groups.mutual[who, basis.mentor[at]])
    return matrix


def _costs(groups: Groups, basis: Basis) -> Floats:
    """What each basic column is worth; one that may not be any more is worth less than nothing, so it leaves."""
    cost = np.zeros(len(basis.mentor))
    never = -float((groups.room.max(initial=0) + 1) * (1 + groups.weight.max(initial=0)))
    for at in np.nonzero(basis.mentor >= 0)[0].tolist():
        j = int(basis.mentor[at])
        who = basis.members[at][basis.members[at] >= 0]
        may = bool(groups.is_open[who, j].all()) and len(who) <= groups.room[j]
        if may and any(groups.topics.fits[t, who].all() for t in groups.topics.of_mentor[j]):
            steps = groups.penalty[np.minimum(groups.base[j] + np.arange(len(who)), len(groups.penalty) - 1)]
            cost[at] = float(groups.weight[who, j].sum() - steps.sum())
        else:
            cost[at] = never
    return cost


def _shares(groups: Groups, basis: Basis, level: Floats) -> Floats:
    shares = np.zeros((groups.weight.shape[1], len(groups.topics.fits)))
    for at in np.nonzero((basis.mentor >= 0) & (level > 1e-3))[0].tolist():
        j = int(basis.mentor[at])
        who = basis.members[at][basis.members[at] >= 0]
        for t in groups.topics.of_mentor[j]:
            if groups.topics.fits[t, who].all():
                shares[j, t] += level[at]
    return shares


def bound_of_groups(groups: Groups, u: Integers) -> int:
    """Σ over mentors of the best group round one topic at prices u of mentees."""
    mentors = len(groups.room)
    best = np.zeros(mentors, np.int64)
    width = int(groups.room.max(initial=0))
    gain = np.where(groups.is_open, groups.weight - u[:, None], -1)
    has = np.zeros((mentors, len(groups.topics.fits)), np.bool_)
    for j, own in enumerate(groups.topics.of_mentor):
        has[j, list(own)] = True
    for t, fits in enumerate(groups.topics.fits):
        columns = np.nonzero(has[:, t])[0]
        top = -np.sort(-gain[np.ix_(np.nonzero(fits)[0], columns)], axis=0)[:width]
        value = np.zeros(len(columns), np.int64)
        for k, row in enumerate(top):
            off = groups.penalty[np.minimum(groups.base[columns] + k, len(groups.penalty) - 1)]
            value += np.where(k < groups.room[columns], np.maximum(row - off, 0), 0)
        best[columns] = np.maximum(best[columns], value)
    return int(best.sum())


def fractional(shares: Floats, topics: Sequence[Sequence[int]]) -> list[tuple[float, int]]:
    """(how undecided, mentor) of those whose groups in the linear program have no topic in common."""
    found = []
    for j, own in enumerate(topics):
        if len(own) > 1:
            total = float(shares[j].sum())
            best = float(shares[j].max())
            if total > best + 1e-3 and best < 1 - 1e-3:
                found.append((min(1.0, total) - best, j))
    return found
