"""All pairs of a matching as bit words, small enough for 300,000 × 100,000: rules and points without a table.

A rule or a criterion speaks about a pair through the bits that both sides share. One-hot words turn "is of a kind the
other accepts" into bits; sides that are unknown get bits of their own which the other side always has, so that unknown
forbids nothing. Rare facts (bans, mutual choices, previous mentors, pins) are lists of cells. This file is the
readable form of the arithmetic, in numpy, some rows at a time; `kernels` holds the compiled twin.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]
Keys = NDArray[np.int32]
Flags = NDArray[np.bool_]

ANY = -1
"""The key that fits every key."""

SHIFT = 16
"""Binary places after the point in `BitPoints.factor`."""


@dataclass(frozen=True, eq=False)
class BitRule:
    """Possible only if the sides share `at_least` to `at_most` bits (None: any number).

    `left`: n × words, `right`: m × words.
    """

    left: Words
    right: Words
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, eq=False)
class KeyRule:
    """Possible only if the keys are equal or one is ANY; with `differ`, only if they are not equal or one is ANY."""

    left: Keys
    right: Keys
    differ: bool = False


@dataclass(frozen=True, eq=False)
class BitPoints:
    """min(max(shared bits − over, 0), most) × factor[i] / 2**SHIFT, rounded down. `factor`: n, at least 0."""

    left: Words
    right: Words
    factor: Integers
    over: int = 0
    most: int = 64


@dataclass(frozen=True, eq=False)
class KeyPoints:
    """`points` if the keys are equal and neither is ANY."""

    left: Keys
    right: Keys
    points: int


@dataclass(frozen=True, eq=False)
class Cells:
    """A list of pairs, sorted by row and column, each once; `points` 0 where the list is only a mark."""

    rows: Integers
    columns: Integers
    points: Integers

    @classmethod
    def of(cls, rows: ArrayLike, columns: ArrayLike, points: ArrayLike | None = None) -> "Cells":
        """From lists of any order; of cells named twice the first counts."""
        i, j = np.asarray(rows, np.int64), np.asarray(columns, np.int64)
        value = np.zeros(len(i), np.int64) if points is None else np.asarray(points, np.int64)
        order = np.lexsort((j, i))
        i, j, value = i[order], j[order], value[order]
        first = np.ones(len(i), np.bool_)
        first[1:] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
        return cls(i[first], j[first], value[first])

    def within(self, start: int, stop: int) -> tuple[Integers, Integers, Integers]:
        """(row − start, column, points) of the cells whose row lies in start … stop − 1."""
        part = slice(*np.searchsorted(self.rows, (start, stop)).tolist())
        return self.rows[part] - start, self.columns[part], self.points[part]


NO_CELLS = Cells.of((), ())


@dataclass(frozen=True, eq=False)
class PackedPairs:
    """Everything that decides about a pair. Rows are mentees (n), columns mentors (m).

    `open_rows`, `open_columns`: who takes part at all (gates of one side). `mentor_points`: points a mentor brings to
    every pair. `extra`: points of single cells. `banned`: impossible cells. `mutual`, `pinned`, `current`: marks.
    `places`: m; `penalty[k]`: points off for the mentee number k + 1 of a mentor, the last one repeats.
    """

    open_rows: Flags
    open_columns: Flags
    places: Integers
    rules: tuple[BitRule | KeyRule, ...] = ()
    points: tuple[BitPoints | KeyPoints, ...] = ()
    mentor_points: Integers | None = None
    extra: Cells = NO_CELLS
    banned: Cells = NO_CELLS
    mutual: Cells = NO_CELLS
    pinned: Cells = NO_CELLS
    current: Cells = NO_CELLS
    penalty: Integers = field(default_factory=lambda: np.zeros(1, np.int64))

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.open_rows), len(self.open_columns)

    @cached_property
    def cells(self) -> int:
        return self.shape[0] * self.shape[1]

    def block(self, start: int, stop: int) -> tuple[Flags, Integers]:
        """(possible, score) of the rows start … stop − 1 with every column; the score also where it is not possible."""
        rows = slice(start, stop)
        possible = np.logical_and.outer(self.open_rows[rows], self.open_columns & (self.places > 0))
        for rule in self.rules:
            possible &= _holds(rule, rows)
        row, column, _ = self.banned.within(start, stop)
        possible[row, column] = False
        score = np.zeros(possible.shape, np.int64)
        for term in self.points:
            score += _points(term, rows)
        if self.mentor_points is not None:
            score += self.mentor_points
        row, column, points = self.extra.within(start, stop)
        score[row, column] += points
        return possible, score


@dataclass(frozen=True)
class Objective:
    """Weight of a possible pair: pin·(pinned?) + base + mutual·(mutual?) + score·points + keep·(current?).

    Pairs that are neither mutual nor pinned and score below `threshold` are left out.
    """

    base: int = 0
    mutual: int = 0
    score: int = 1
    pin: int = 0
    keep: int = 0
    threshold: int = 0


def weigh(pairs: PackedPairs, objective: Objective, start: int, stop: int) -> tuple[Flags, Integers]:
    """(allowed, weight) of the rows start … stop − 1 with every column; the weight counts where allowed."""
    allowed, score = pairs.block(start, stop)
    weight = objective.base + objective.score * score
    exempt = np.zeros(allowed.shape, np.bool_)
    for cells, points in (
        (pairs.mutual, objective.mutual),
        (pairs.pinned, objective.pin),
        (pairs.current, objective.keep),
    ):
        row, column, _ = cells.within(start, stop)
        weight[row, column] += points
        if cells is not pairs.current:
            exempt[row, column] = True
    return allowed & (exempt | (score >= objective.threshold)), weight


def shared_bits(left: Words, right: Words) -> Integers:
    """How many bits each row of `left` shares with each row of `right`."""
    count = np.zeros((len(left), len(right)), np.int64)
    for word in range(left.shape[1]):
        count += np.bitwise_count(left[:, word, None] & right[None, :, word])
    return count


def _holds(rule: BitRule | KeyRule, rows: slice) -> Flags:
    if isinstance(rule, KeyRule):
        left, right = rule.left[rows, None], rule.right[None, :]
        equal = np.not_equal(left, right) if rule.differ else np.equal(left, right)
        result: Flags = equal | (left == ANY) | (right == ANY)
        return result
    count = shared_bits(rule.left[rows], rule.right)
    holds: Flags = count >= rule.at_least
    return holds if rule.at_most is None else holds & (count <= rule.at_most)


def _points(term: BitPoints | KeyPoints, rows: slice) -> Integers:
    if isinstance(term, KeyPoints):
        left, right = term.left[rows, None], term.right[None, :]
        earned: Integers = term.points * ((left == right) & (left != ANY) & (right != ANY)).astype(np.int64)
        return earned
    count = np.clip(shared_bits(term.left[rows], term.right) - term.over, 0, term.most)
    result: Integers = (count * term.factor[rows, None]) >> SHIFT
    return result
