"""Weighing single pairs exactly, by the words, and keeping the best of a mentee. Imports numba: load it when needed."""

from typing import Any

import numpy as np

from matchengine.large import adders as a
from matchengine.large import tables as t
from matchengine.large.adders import Work
from matchengine.large.steps import Asked
from matchengine.large.vector import compiled, lowest, popcount
from matchengine.pairs import ANY, SHIFT

Array = Any
Number = Any


@compiled
def _weigh(tables: t.Tables, asked: Asked, row: Number, column: Number) -> Any:
    """(possible, score) of one pair by the words and keys, bans and marks left out."""
    score = tables.column_points[column]
    for number in range(len(tables.terms)):
        term = tables.terms[number]
        kind = term[t.KIND]
        if kind in (t.RULE_BITS, t.POINTS_BITS):
            count = np.int64(0)
            for word in range(term[t.COUNT]):
                shared = tables.left[row, term[t.LEFT] + word] & tables.right[column, term[t.RIGHT] + word]
                count += np.int64(popcount(shared))
            if kind == t.POINTS_BITS:
                counted = min(max(count - term[t.LOW], 0), term[t.HIGH])
                score += (counted * tables.factors[row, term[t.FACTOR]]) >> SHIFT
            elif count < term[t.LOW] or (term[t.HIGH] >= 0 and count > term[t.HIGH]):
                return False, score
        elif kind != t.POINTS_COLUMN:
            left, right = tables.left_keys[row, term[t.LEFT]], tables.right_keys[column, term[t.RIGHT]]
            known, equal = left != ANY and right != ANY, left == right
            if kind == t.POINTS_KEY:
                if known and equal:
                    score += term[t.LOW]
            elif known and equal == (kind == t.RULE_DIFFER):
                return False, score
    return True, score


@compiled
def _keep(found: Number, columns: Array, values: Array, column: Number, value: Number, most: Number) -> Any:
    """Put a pair among the best, the largest first, of equal ones the lower column. Answers how many are kept."""
    if found == most:
        last = most - 1
        if value < values[last] or (value == values[last] and column > columns[last]):
            return found
        found = last
    at = found
    while at > 0 and (values[at - 1] < value or (values[at - 1] == value and columns[at - 1] > column)):
        values[at], columns[at] = values[at - 1], columns[at - 1]
        at -= 1
    values[at], columns[at] = value, column
    return found + 1


@compiled
def _is_among(columns: Array, start: Number, stop: Number, column: Number) -> Any:
    among = False
    for k in range(start, stop):
        among |= columns[k] == column
    return among


@compiled
def keep_marked(tables: t.Tables, asked: Asked, row: Number, columns: Array, values: Array) -> Any:
    """The marked pairs of a mentee, weighed one by one."""
    found = 0
    for k in range(asked.marked_start[row], asked.marked_start[row + 1]):
        column = asked.marked_column[k]
        possible, score = _weigh(tables, asked, row, column)
        score += asked.marked_points[k]
        if possible and (asked.marked_exempt[k] or score >= asked.threshold):
            value = asked.base + asked.factor * score + asked.marked_bonus[k] - asked.p[column]
            if value > asked.u[row]:
                found = _keep(found, columns, values, column, value, asked.most)
    return found


@compiled
def keep_passed(
    work: Work,
    tables: t.Tables,
    asked: Asked,
    row: Number,
    block: Number,
    size: Number,
    found: Number,
    columns: Array,
    values: Array,
) -> Any:
    """Weigh those who PASSED and keep the best."""
    for word in range(size // 8):
        bits = work.scratch[a.PASSED, word]
        while bits != np.uint64(0):
            place = block * t.COLUMNS + word * 64 + np.int64(lowest(bits))
            bits &= bits - np.uint64(1)
            column = np.int64(tables.order[place])
            if _is_among(asked.marked_column, asked.marked_start[row], asked.marked_start[row + 1], column):
                continue
            if _is_among(asked.banned_column, asked.banned_start[row], asked.banned_start[row + 1], column):
                continue
            possible, score = _weigh(tables, asked, row, column)
            value = asked.base + asked.factor * score - asked.p[column]
            if possible and score >= asked.threshold and value > asked.u[row]:
                found = _keep(found, columns, values, column, value, asked.most)
    return found


@compiled
def by_column(found: Number, columns: Array, values: Array) -> Any:
    for k in range(1, found):
        column, value, at = columns[k], values[k], k
        while at > 0 and columns[at - 1] > column:
            columns[at], values[at] = columns[at - 1], values[at - 1]
            at -= 1
        columns[at], values[at] = column, value
