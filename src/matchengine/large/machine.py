"""The compiled search: for one mentee all mentors, thousands at once, by arithmetic on planes of bits.

For every mentee the rules and points become a short list of steps (`steps.write_steps`): planes that forbid, planes
that must be met, and planes that are added up, each at the binary places of its points, by carry-save adders. The steps
run over a block of mentors (`_run`) and leave the score of each as binary digits in planes. Price planes are added, the
sum is compared with what is asked for, and only mentors that pass are weighed one by one (`_weigh`), exactly. Points
that are no whole number are rounded up in the planes, so nobody is missed. Imports numba: load it only when needed.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numba
import numpy as np

from matchengine.large import adders as a
from matchengine.large import tables as t
from matchengine.large.adders import Work
from matchengine.large.steps import Asked, write_steps
from matchengine.large.vector import add, add7, at_least, both, either, lowest, match, popcount, without
from matchengine.pairs import ANY, SHIFT

Array = Any
BYTES = 8 * t.WIDTH
VECTOR_BYTES = 64
TOGETHER = 3
"""Blocks whose planes fit in the second cache together; the steps of a mentee are written once for them."""
ROOM = 8
"""Mentors above the number asked for from which it is worth to look for a higher limit first."""


@numba.njit(_nrt=False)
def _flag(masks, k):
    return -(masks >> k & 1)


@numba.njit(_nrt=False)
def _run(work, at, size):
    """Run the steps over one block, whose planes start at address `at`. False if nobody there is possible."""
    scratch = np.int64(work.scratch.ctypes.data)
    o = work.operands
    for number in range(work.state[a.STEPS]):
        line = work.steps[number]
        kind, masks = line[0], line[a.MASKS]
        for k in range(a.OPERANDS):
            plane = line[1 + k]
            o[k] = (at if plane >= 0 else scratch) + (plane if plane >= 0 else ~plane) * BYTES
        if kind == a.ADD7:
            for k in range(0, size, VECTOR_BYTES):
                add7(k, (o[0], o[1], o[2], o[3], o[4], o[5], o[6], o[7], o[8], o[9]))
        elif kind == a.ADD:
            for k in range(0, size, VECTOR_BYTES):
                add(k, (o[0], o[1], o[2], o[3], o[4]))
        elif kind == a.WITHOUT:
            for k in range(0, size, VECTOR_BYTES):
                without(k, (o[0], o[1], o[2], o[3], o[4]))
        elif kind == a.BOTH:
            for k in range(0, size, VECTOR_BYTES):
                both(k, (o[0], o[1], o[2]))
        elif kind == a.EITHER:
            for k in range(0, size, VECTOR_BYTES):
                either(k, (o[0], o[1], o[2], o[3]))
        elif kind == a.AT_LEAST:
            flags = (_flag(masks, 0), _flag(masks, 1), _flag(masks, 2), _flag(masks, 3))
            for k in range(0, size, VECTOR_BYTES):
                at_least(k, (o[0], o[1], o[2], o[3], o[4], flags[0], flags[1], flags[2], flags[3], o[5]))
        elif kind == a.MATCH:
            flags = (_flag(masks, 0), _flag(masks, 1), _flag(masks, 2), _flag(masks, 3))
            for k in range(0, size, VECTOR_BYTES):
                match(k, (o[0], o[1], o[2], o[3], o[4], flags[0], flags[1], flags[2], flags[3], o[5]))
        elif _held(work, a.POSSIBLE, size) == 0:
            return False
    return True


@numba.njit(_nrt=False)
def _held(work, slot, size):
    """How many mentors a scratch plane holds."""
    held = np.int64(0)
    for k in range(size // 8):
        held += np.int64(popcount(work.scratch[slot, k]))
    return held


@numba.njit(_nrt=False)
def _with_prices(work, asked, block, at, size):
    """Digits of score + highest price − price, in the scratch planes from DIGITS on. Answers how many."""
    scratch = np.int64(work.scratch.ctypes.data)
    top, digits = work.state[a.TOP], asked.digits[block]
    prices = np.int64(asked.price_planes[block].ctypes.data)
    longest = max(top, digits)
    for k in range(longest):
        score = at
        if k < top:
            plane = work.heap[k, 0]
            score = at + plane * BYTES if plane >= 0 else scratch + ~plane * BYTES
        price = prices + k * BYTES if k < digits else at
        before = scratch + (a.CARRY + (k & 1)) * BYTES if k else at
        after = scratch + ((a.CARRY + (~k & 1)) if k < longest - 1 else a.DIGITS + longest) * BYTES
        for byte in range(0, size, VECTOR_BYTES):
            add(byte, (score, price, before, scratch + (a.DIGITS + k) * BYTES, after))
    return longest + 1 if longest else 0


@numba.njit(_nrt=False)
def _pass(work, at, digits, limit, size):
    """PASSED: who is POSSIBLE and whose number is at least `limit`."""
    scratch = np.int64(work.scratch.ctypes.data)
    passed = scratch + a.PASSED * BYTES
    above = at + a.FULL * BYTES
    if limit > 0:
        for k in range(0, digits, 4):
            b = scratch + (a.DIGITS + k) * BYTES
            c = b + BYTES if k + 1 < digits else at
            d = b + 2 * BYTES if k + 2 < digits else at
            e = b + 3 * BYTES if k + 3 < digits else at
            flags = (_flag(limit, k), _flag(limit, k + 1), _flag(limit, k + 2), _flag(limit, k + 3))
            for byte in range(0, size, VECTOR_BYTES):
                at_least(byte, (above, b, c, d, e, flags[0], flags[1], flags[2], flags[3], passed))
            above = passed
    for byte in range(0, size, VECTOR_BYTES):
        both(byte, (above, scratch + a.POSSIBLE * BYTES, passed))


@numba.njit(_nrt=False)
def _limit_of(work, digits, count, size):
    """The number that `count` of those who PASSED reach, and not one more would without ties."""
    left, ones = work.scratch[a.SPARE], work.scratch[a.CARRY]
    words = size // 8
    for k in range(words):
        left[k] = work.scratch[a.PASSED, k]
    limit = 0
    for place in range(digits - 1, -1, -1):
        digit = work.scratch[a.DIGITS + place]
        held = np.int64(0)
        for k in range(words):
            ones[k] = left[k] & digit[k]
            held += np.int64(popcount(ones[k]))
        if held >= count:
            limit |= 1 << place
            for k in range(words):
                left[k] = ones[k]
        else:
            count -= held
            for k in range(words):
                left[k] ^= ones[k]
    return limit


@numba.njit(_nrt=False)
def _weigh(tables, asked, row, column):
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


@numba.njit(_nrt=False)
def _keep(found, columns, values, column, value, most):
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


@numba.njit(_nrt=False)
def _is_among(columns, start, stop, column):
    for k in range(start, stop):
        if columns[k] == column:
            return True
    return False


@numba.njit(_nrt=False)
def _keep_marked(tables, asked, row, columns, values):
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


@numba.njit(_nrt=False)
def _keep_passed(work, tables, asked, row, block, size, found, columns, values):
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


@numba.njit(_nrt=False)
def _is_empty(tables, row, block):
    """Nobody in the block has what some rule asks for."""
    for number in range(len(tables.terms)):
        term = tables.terms[number]
        if term[t.KIND] == t.RULE_BITS and term[t.LOW] > 0:
            shared = np.uint64(0)
            for word in range(term[t.COUNT]):
                shared |= tables.left[row, term[t.LEFT] + word] & tables.block_bits[block, term[t.RIGHT] + word]
            if shared == np.uint64(0):
                return True
    return False


@numba.njit(_nrt=False)
def _search_block(work, tables, asked, row, block, found, columns, values):
    """Look at one block of mentors for one mentee. Answers how many pairs are kept now."""
    lowest_value = asked.u[row] + 1
    if found == asked.most:
        lowest_value = max(lowest_value, values[found - 1])
    limit = lowest_value - asked.base - asked.factor * tables.column_floor + asked.highest[block]
    if limit > work.state[a.MOST] + asked.range[block] or _is_empty(tables, row, block):
        return found
    size = asked.words[block] * 8
    at = np.int64(tables.planes[block].ctypes.data)
    both_at = np.int64(asked.open_planes[block].ctypes.data)
    possible = np.int64(work.scratch.ctypes.data) + a.POSSIBLE * BYTES
    for byte in range(0, size, VECTOR_BYTES):
        both(byte, (both_at, both_at, possible))
    if not _run(work, at, size):
        return found
    digits = _with_prices(work, asked, block, at, size)
    _pass(work, at, digits, limit, size)
    passed = _held(work, a.PASSED, size)
    if passed == 0:
        return found
    doubtful = asked.marked_start[row + 1] - asked.marked_start[row]
    doubtful += asked.banned_start[row + 1] - asked.banned_start[row]
    if passed > asked.most + doubtful + ROOM:
        raised = _limit_of(work, digits, asked.most + doubtful, size) - work.state[a.ERROR]
        if raised > max(limit, 0):
            _pass(work, at, digits, raised, size)
    return _keep_passed(work, tables, asked, row, block, size, found, columns, values)


@numba.njit(_nrt=False)
def _by_column(found, columns, values):
    for k in range(1, found):
        column, value, at = columns[k], values[k], k
        while at > 0 and columns[at - 1] > column:
            columns[at], values[at] = columns[at - 1], values[at - 1]
            at -= 1
        columns[at], values[at] = column, value


@cache
def prepared_search() -> Callable[[t.Tables], tuple[Callable[..., bool], Work]]:
    """From tables to the compiled search (see `_search_with`) and room for one thread to work in."""
    search = numba.njit(nogil=True, cache=True, _nrt=False)(_search_with(_version()))
    return lambda tables: (search, a.work_for(tables))


def _version() -> str:
    """A digest of the sources: what was compiled from others must not be taken from the cache on disk."""
    digest = hashlib.sha256()
    for name in ("vector", "tables", "adders", "steps", "machine"):
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return digest.hexdigest()


def _search_with(version: str) -> Callable[..., bool]:
    """The search; its version is part of it, so that the cache on disk knows one from another."""

    def search(tables: Any, asked: Any, work: Any, rows: Array, found: Array, columns: Array, weights: Array) -> Any:
        """Fill `found`, `columns` and `weights` (rows × most) for these mentees. Answers False if room ran out."""
        if len(version) == 0:
            return False
        for k in range(len(rows)):
            found[k] = _keep_marked(tables, asked, rows[k], columns[k], weights[k]) if asked.open_rows[rows[k]] else 0
        for first in range(0, len(tables.planes), TOGETHER):
            for k in range(len(rows)):
                row = rows[k]
                if not asked.open_rows[row] or not write_steps(work, tables, asked, row):
                    continue
                if work.state[a.FAILED]:
                    return False
                for block in range(first, min(first + TOGETHER, len(tables.planes))):
                    found[k] = _search_block(work, tables, asked, row, block, found[k], columns[k], weights[k])
        for k in range(len(rows)):
            _by_column(found[k], columns[k], weights[k])
            for at in range(found[k]):
                weights[k, at] += asked.p[columns[k, at]]
        return True

    return search
