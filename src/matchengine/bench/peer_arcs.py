"""Every possible pair of a bench instance as arcs, by a vectorised numpy pass: what the peers are given."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from matchengine.pairs import ANY, SHIFT, BitPoints, KeyPoints, KeyRule, Objective, PackedPairs

ROWS = 64
CHUNK = 1 << 20


@dataclass(frozen=True, eq=False)
class Arcs:
    """Every possible pair with its weight: int32, sorted by mentee and mentor."""

    mentee: Any
    mentor: Any
    weight: Any
    places: Any
    mentees: int

    def best(self, most: int) -> "Arcs":
        """The heaviest `most` arcs of each mentee: what a peer gets that cannot hold the whole graph."""
        order = np.lexsort((-self.weight, self.mentee))
        first = np.searchsorted(self.mentee[order], np.arange(self.mentees))
        rank = np.arange(len(order)) - np.repeat(first, np.bincount(self.mentee, minlength=self.mentees))
        kept = np.sort(order[rank < most])
        return Arcs(self.mentee[kept], self.mentor[kept], self.weight[kept], self.places, self.mentees)


def arcs_of(pairs: PackedPairs, objective: Objective) -> Arcs:
    """Every possible pair by numpy, `ROWS` mentees at a time: the rules on all, the points on what is left.

    For instances of the family: no gates, no threshold, no pins.
    """
    found = [_possible(pairs, start, min(start + ROWS, pairs.shape[0])) for start in range(0, pairs.shape[0], ROWS)]
    mentee, mentor = (np.concatenate(part) for part in zip(*found, strict=True))
    weight = np.full(len(mentee), objective.base, np.int32)
    for start in range(0, len(mentee), CHUNK):
        part = slice(start, start + CHUNK)
        for term in pairs.points:
            weight[part] += _points(term, mentee[part], mentor[part])
    keys = mentee.astype(np.int64) * pairs.shape[1] + mentor
    for cells, points in ((pairs.extra, pairs.extra.points), (pairs.mutual, objective.mutual)):
        place = np.searchsorted(keys, cells.rows * pairs.shape[1] + cells.columns)
        hit = keys[np.minimum(place, len(keys) - 1)] == cells.rows * pairs.shape[1] + cells.columns
        weight[place[hit]] += np.broadcast_to(points, hit.shape)[hit]
    return Arcs(mentee, mentor, weight, pairs.places, pairs.shape[0])


def _possible(pairs: PackedPairs, start: int, stop: int) -> tuple[Any, Any]:
    """The rules as tables of a few rows: the fastest that numpy has for them."""
    rows = slice(start, stop)
    allowed = np.ones((stop - start, pairs.shape[1]), np.bool_)
    for rule in pairs.rules:
        if isinstance(rule, KeyRule):
            left, right = rule.left[rows, None], rule.right[None, :]
            allowed &= (left == right) | (left == ANY) | (right == ANY)
            continue
        words = range(rule.left.shape[1])
        shared = [rule.left[rows, word, None] & rule.right[None, :, word] for word in words]
        if rule.at_most == 0:
            allowed &= np.logical_and.reduce([word == 0 for word in shared])
        elif rule.at_least == 1:
            allowed &= np.logical_or.reduce([word != 0 for word in shared])
        else:
            allowed &= np.add.reduce([np.bitwise_count(word) for word in shared]) >= rule.at_least
    banned_row, banned_column, _ = pairs.banned.within(start, stop)
    allowed[banned_row, banned_column] = False
    row, column = np.nonzero(allowed)
    return (row + start).astype(np.int32), column.astype(np.int32)


def _points(term: BitPoints | KeyPoints, row: Any, column: Any) -> Any:
    if isinstance(term, KeyPoints):
        left, right = term.left[row], term.right[column]
        return np.where((left == right) & (left != ANY), term.points, 0).astype(np.int32)
    count = np.clip(_shared(term.left, term.right, row, column) - term.over, 0, term.most)
    return ((count * term.factor[row]) >> SHIFT).astype(np.int32)


def _shared(left: Any, right: Any, row: Any, column: Any) -> Any:
    count = np.zeros(len(row), np.int32)
    for word in range(left.shape[1]):
        count += np.bitwise_count(left[row, word] & right[column, word])
    return count
