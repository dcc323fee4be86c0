"""Steps of the compiled search and how sums of planes are written as steps. Imports numba: load it only when needed."""

from typing import Any, NamedTuple

import numba
import numpy as np

from matchengine.large import tables as t
from matchengine.large.vector import popcount

Array = Any

ADD, ADD7, WITHOUT, EITHER, BOTH, MATCH, AT_LEAST, STOP_IF_EMPTY = range(8)
OPERANDS = 10
MASKS = OPERANDS + 1
PLACES = 63
"""Binary places of a score."""
POSSIBLE, PASSED, SPARE, CARRY, DIGITS = 0, 1, 2, 3, 5
"""Scratch planes with a meaning; digits take PLACES of them."""
FIRST_FREE = DIGITS + PLACES + 2
EMPTY, FULL = 0, 1
STEPS, FREE, TOP, ERROR, MOST, FAILED = range(6)
"""Cells of `Work.state`: steps written, free scratch planes, digits, rounding, highest score, out of room."""


class Work(NamedTuple):
    """Room for one thread. `heap[k]`: planes that count 2**k each, not yet added up; `tally` the same while counting."""

    steps: Array
    state: Array
    free: Array
    uses: Array
    heap: Array
    heaped: Array
    tally: Array
    tallied: Array
    ids: Array
    known: Array
    scratch: Array
    operands: Array


def work_for(tables: t.Tables) -> Work:
    planes = tables.planes.shape[1]
    slots = planes + 256
    return Work(
        steps=np.zeros((8 * planes + 4096, MASKS + 1), np.int64),
        state=np.zeros(6, np.int64),
        free=np.zeros(slots + 8, np.int64),
        uses=np.zeros(slots, np.int64),
        heap=np.zeros((PLACES + 3, planes + 256), np.int64),
        heaped=np.zeros(PLACES + 3, np.int64),
        tally=np.zeros((PLACES + 3, planes + 256), np.int64),
        tallied=np.zeros(PLACES + 3, np.int64),
        ids=np.zeros(planes + 8, np.int64),
        known=np.full((2 * len(tables.terms) + 1, 12), -1, np.int64),
        scratch=np.zeros((slots, t.WIDTH), np.uint64),
        operands=np.zeros(OPERANDS, np.int64),
    )


@numba.njit(_nrt=False)
def step(work, kind, a, b, c=EMPTY, d=EMPTY, e=EMPTY, f=EMPTY, g=EMPTY, h=EMPTY, i=EMPTY, j=EMPTY, masks=0):
    """Write one step. Planes of people have their number, scratch planes ~number."""
    at = work.state[STEPS]
    if at >= len(work.steps):
        work.state[FAILED] = 1
        return
    line = work.steps[at]
    line[0], line[1], line[2], line[3], line[4], line[5] = kind, a, b, c, d, e
    line[6], line[7], line[8], line[9], line[10], line[11] = f, g, h, i, j, masks
    work.state[STEPS] = at + 1


@numba.njit(_nrt=False)
def take(work):
    work.state[FREE] -= 1
    slot = work.free[work.state[FREE]]
    work.uses[slot] = 1
    return ~slot


@numba.njit(_nrt=False)
def give(work, plane):
    if plane >= 0:
        return
    work.uses[~plane] -= 1
    if work.uses[~plane] == 0:
        work.free[work.state[FREE]] = ~plane
        work.state[FREE] += 1


@numba.njit(_nrt=False)
def add_up(work, heap, heaped):
    """Steps that leave at most one plane at every binary place. Answers the number of places used."""
    top = 0
    for place in range(PLACES):
        column = heap[place]
        while heaped[place] > 1:
            count = heaped[place]
            used = 3 if count <= 3 else min(count, 7)
            ones, twos = take(work), take(work)
            at = count - used
            if used == 3:
                a, b, c = column[count - 1], column[count - 2], column[count - 3] if count > 2 else EMPTY
                at = max(at, 0)
                step(work, ADD, a, b, c, ones, twos)
                give(work, a)
                give(work, b)
                give(work, c)
            else:
                fours = take(work)
                for k in range(at + used, at + 7):
                    column[k] = EMPTY
                x = column[at : at + 7]
                step(work, ADD7, x[0], x[1], x[2], x[3], x[4], x[5], x[6], ones, twos, fours)
                for k in range(7):
                    give(work, x[k])
                heap[place + 2, heaped[place + 2]] = fours
                heaped[place + 2] += 1
            heap[place + 1, heaped[place + 1]] = twos
            heaped[place + 1] += 1
            column[at] = ones
            heaped[place] = at + 1
        if heaped[place] == 1:
            top = place + 1
    return top


@numba.njit(_nrt=False)
def gather(work, tables, row, term):
    """The planes of the bits this mentee has, into `ids`. Answers how many."""
    count = 0
    for word in range(term[t.COUNT]):
        right = term[t.RIGHT] + word
        bits = tables.left[row, term[t.LEFT] + word] & tables.mask[right]
        while bits != np.uint64(0):
            below = (bits & (~bits + np.uint64(1))) - np.uint64(1)
            work.ids[count] = tables.first[right] + np.int64(popcount(tables.mask[right] & below))
            count += 1
            bits &= bits - np.uint64(1)
    return count


@numba.njit(_nrt=False)
def count_planes(work, count, number):
    """Digits of how many of the planes in `ids` hold, into known[number]. Answers how many digits."""
    known = work.known[number]
    if known[0] >= 0:
        return known[0]
    work.tallied[:] = 0
    for k in range(count):
        work.tally[0, k] = work.ids[k]
    work.tallied[0] = count
    digits = add_up(work, work.tally, work.tallied)
    for k in range(digits):
        known[1 + k] = work.tally[k, 0] if work.tallied[k] else EMPTY
    known[0] = digits
    return digits


@numba.njit(_nrt=False)
def compare(work, planes, digits, limit):
    """A plane of where the number in these planes is at least `limit`."""
    above = FULL
    for k in range(0, digits, 4):
        a = planes[k]
        b = planes[k + 1] if k + 1 < digits else EMPTY
        c = planes[k + 2] if k + 2 < digits else EMPTY
        d = planes[k + 3] if k + 3 < digits else EMPTY
        result = take(work)
        step(work, AT_LEAST, above, a, b, c, d, result, masks=(limit >> k) & 15)
        give(work, above)
        above = result
    return above


@numba.njit(_nrt=False)
def push(work, plane, points):
    """`points` where the plane holds."""
    place = 0
    while points >> place:
        if points >> place & 1:
            work.heap[place, work.heaped[place]] = plane
            work.heaped[place] += 1
            if plane < 0:
                work.uses[~plane] += 1
        place += 1
