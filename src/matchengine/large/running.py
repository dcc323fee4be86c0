"""Running the steps of one mentee over a block of mentors, and comparing the sums with what is asked for.

Imports numba: load it only when needed.
"""

from typing import Any

import numpy as np

from matchengine.large import adders as a
from matchengine.large import tables as t
from matchengine.large.adders import Work
from matchengine.large.steps import Asked
from matchengine.large.vector import add, add7, at_least, both, compiled, either, match, popcount, without

Array = Any
Number = Any
BYTES = 8 * t.WIDTH
VECTOR_BYTES = 64


@compiled
def _flag(masks: Number, k: Number) -> Any:
    return -(masks >> k & 1)


@compiled
def _at(steps: Array, number: Number, operand: Number, people: Number, scratch: Number) -> Any:
    """The address of an operand of a step."""
    plane = steps[number, operand]
    return people + plane * BYTES if plane >= 0 else scratch + ~plane * BYTES


@compiled
def run(steps: Array, count: Number, possible: Array, people: Number, size: Number) -> Any:
    """Run the steps over one block: `people` is the address of its planes. False if nobody there is possible."""
    scratch = np.int64(possible.ctypes.data) - a.POSSIBLE * BYTES
    for n in range(count):
        kind = steps[n, 0]
        o1, o2, o3 = (
            _at(steps, n, 1, people, scratch),
            _at(steps, n, 2, people, scratch),
            _at(steps, n, 3, people, scratch),
        )
        o4, o5, o6 = (
            _at(steps, n, 4, people, scratch),
            _at(steps, n, 5, people, scratch),
            _at(steps, n, 6, people, scratch),
        )
        if kind == a.ADD7:
            o7, o8 = _at(steps, n, 7, people, scratch), _at(steps, n, 8, people, scratch)
            o9, o10 = _at(steps, n, 9, people, scratch), _at(steps, n, 10, people, scratch)
            for k in range(0, size, VECTOR_BYTES):
                add7(k, (o1, o2, o3, o4, o5, o6, o7, o8, o9, o10))
        elif kind == a.ADD:
            for k in range(0, size, VECTOR_BYTES):
                add(k, (o1, o2, o3, o4, o5))
        elif kind == a.WITHOUT:
            for k in range(0, size, VECTOR_BYTES):
                without(k, (o1, o2, o3, o4, o5))
        elif kind == a.BOTH:
            for k in range(0, size, VECTOR_BYTES):
                both(k, (o1, o2, o3))
        elif kind == a.EITHER:
            for k in range(0, size, VECTOR_BYTES):
                either(k, (o1, o2, o3, o4))
        elif kind == a.STOP_IF_EMPTY:
            if not is_held(possible, size):
                return False
        else:
            masks = steps[n, a.MASKS]
            m1, m2, m3, m4 = _flag(masks, 0), _flag(masks, 1), _flag(masks, 2), _flag(masks, 3)
            if kind == a.AT_LEAST:
                for k in range(0, size, VECTOR_BYTES):
                    at_least(k, (o1, o2, o3, o4, o5, m1, m2, m3, m4, o6))
            else:
                for k in range(0, size, VECTOR_BYTES):
                    match(k, (o1, o2, o3, o4, o5, m1, m2, m3, m4, o6))
    return True


@compiled
def is_held(plane: Number, size: Number) -> Any:
    some = np.uint64(0)
    for k in range(size // 8):
        some |= plane[k]
    return some != np.uint64(0)


@compiled
def held(plane: Number, size: Number) -> Any:
    """How many mentors a plane holds."""
    held = np.int64(0)
    for k in range(size // 8):
        held += np.int64(popcount(plane[k]))
    return held


@compiled
def with_prices(work: Work, asked: Asked, band: Number, at: Number, size: Number) -> Any:
    """Digits of score + highest price − price, in the scratch planes from DIGITS on. Answers how many."""
    scratch = np.int64(work.scratch.ctypes.data)
    top, digits = work.state[a.TOP], asked.digits[band]
    prices = np.int64(asked.price_planes[band].ctypes.data)
    longest = max(top, digits)
    for k in range(longest):
        score = at
        if k < top:
            plane = work.heap[k, 1]
            score = at + plane * BYTES if plane >= 0 else scratch + ~plane * BYTES
        price = prices + k * BYTES if k < digits else at
        before = scratch + (a.CARRY + (k & 1)) * BYTES if k else at
        after = scratch + ((a.CARRY + (~k & 1)) if k < longest - 1 else a.DIGITS + longest) * BYTES
        for byte in range(0, size, VECTOR_BYTES):
            add(byte, (score, price, before, scratch + (a.DIGITS + k) * BYTES, after))
    return longest + 1 if longest else 0


@compiled
def pass_limit(work: Work, at: Number, digits: Number, limit: Number, size: Number) -> Any:
    """PASSED: who is IN_BAND and whose number is at least `limit`."""
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
        both(byte, (above, scratch + a.IN_BAND * BYTES, passed))


@compiled
def limit_of(work: Work, digits: Number, count: Number, size: Number) -> Any:
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
