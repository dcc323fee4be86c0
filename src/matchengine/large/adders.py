"""Steps of the compiled search and how sums of planes are written as steps. Imports numba: load it only when needed."""

from typing import Any, NamedTuple

import numpy as np

from matchengine.large import tables as t
from matchengine.large.vector import compiled, popcount

Array = Any
Number = Any

ADD, ADD7, WITHOUT, EITHER, BOTH, MATCH, AT_LEAST, STOP_IF_EMPTY = range(8)
OPERANDS = 10
MASKS = OPERANDS + 1
PLACES = 63
"""Binary places of a score."""
POSSIBLE, PASSED, SPARE, IN_BAND, CARRY, DIGITS = 0, 1, 2, 3, 4, 6
"""Scratch planes with a meaning; digits take PLACES of them."""
FIRST_FREE = DIGITS + PLACES + 2
EMPTY, FULL = 0, 1
MOST_DIGITS = 11
"""Of a count: at most 2,047 bits of one mentee."""
STEPS, FREE, SLOTS, TOP, ERROR, MOST, FAILED, LAST = range(8)
"""Cells of `Work.state`: steps written, free scratch planes, all of them; digits of the score, rounding, highest score;
whether room ran out; the highest place on the heap."""
CELLS = 8
"""From here the state lists the free scratch planes, then for every scratch plane how often it is still needed."""


class Work(NamedTuple):
    """Room for one thread.

    `heap[k]`: how many, and which, planes that count 2**k each are not yet added up; `tally` the same while counting.
    `known`: for every count that is written, its number of digits (−1: not written) and their planes.
    Narrow arguments: the compiler hands a tuple of arrays over by value, so small functions take the arrays they need.
    """

    steps: Array
    state: Array
    heap: Array
    tally: Array
    ids: Array
    known: Array
    scratch: Array


def work_for(tables: t.Tables) -> Work:
    planes = tables.planes.shape[1]
    slots, width = planes + 256 + 32 * len(tables.terms), planes + 256 + 16 * len(tables.terms)
    state = np.zeros(CELLS + 2 * slots, np.int64)
    state[SLOTS] = slots
    return Work(
        steps=np.zeros((8 * planes + 4096 + 256 * len(tables.terms), MASKS + 1), np.int64),
        state=state,
        heap=np.zeros((PLACES + 3, width), np.int64),
        tally=np.zeros((PLACES + 3, width), np.int64),
        ids=np.zeros(planes + 8, np.int64),
        known=np.full((2 * len(tables.terms) + 1, MOST_DIGITS + 1), -1, np.int64),
        scratch=t.aligned(np.zeros((slots, t.WIDTH), np.uint64)),
    )


@compiled
def clear(state: Array, known: Array, heap: Array) -> Any:
    """Nothing written, all scratch planes free, the first one next."""
    slots = state[SLOTS]
    state[STEPS], state[TOP], state[ERROR], state[MOST], state[FAILED], state[LAST] = 0, 0, 0, 0, 0, 0
    for k in range(slots - FIRST_FREE):
        state[CELLS + k] = slots - 1 - k
    state[FREE] = slots - FIRST_FREE
    for k in range(len(known)):
        known[k, 0] = -1
    for k in range(len(heap)):
        heap[k, 0] = 0


@compiled
def step(
    steps: Array,
    state: Array,
    kind: Number,
    a: Number,
    b: Number,
    c: Number = EMPTY,
    d: Number = EMPTY,
    e: Number = EMPTY,
    f: Number = EMPTY,
    g: Number = EMPTY,
    h: Number = EMPTY,
    i: Number = EMPTY,
    j: Number = EMPTY,
    masks: Number = 0,
) -> Any:
    """Write one step. Planes of people have their number, scratch planes ~number."""
    at = state[STEPS]
    if at >= len(steps):
        state[FAILED] = 1
        return
    steps[at, 0], steps[at, 1], steps[at, 2], steps[at, 3] = kind, a, b, c
    steps[at, 4], steps[at, 5], steps[at, 6], steps[at, 7] = d, e, f, g
    steps[at, 8], steps[at, 9], steps[at, 10], steps[at, MASKS] = h, i, j, masks
    state[STEPS] = at + 1


@compiled
def take(state: Array) -> Any:
    """A free scratch plane."""
    state[FREE] -= 1
    slot = state[CELLS + state[FREE]]
    state[CELLS + state[SLOTS] + slot] = 1
    return ~slot


@compiled
def give(state: Array, plane: Number) -> Any:
    """One need of a scratch plane less."""
    if plane >= 0:
        return
    needs = CELLS + state[SLOTS] + ~plane
    state[needs] -= 1
    if state[needs] == 0:
        state[CELLS + state[FREE]] = ~plane
        state[FREE] += 1


@compiled
def push(state: Array, heap: Array, plane: Number, points: Number) -> Any:
    """`points` where the plane holds."""
    place = 0
    while points >> place:
        if points >> place & 1:
            state[LAST] = max(state[LAST], place)
            put(heap, place, plane)
            if plane < 0:
                state[CELLS + state[SLOTS] + ~plane] += 1
        place += 1


@compiled
def put(heap: Array, place: Number, plane: Number) -> Any:
    heap[place, 0] += 1
    heap[place, heap[place, 0]] = plane


@compiled
def pull(heap: Array, place: Number) -> Any:
    """The last plane of a place, or the empty one."""
    count = heap[place, 0]
    if count == 0:
        return EMPTY
    heap[place, 0] = count - 1
    return heap[place, count]


@compiled
def add_up(steps: Array, state: Array, heap: Array, last: Number) -> Any:
    """Steps that leave at most one plane at every binary place (cell 1). Answers the number of places used.

    `last`: no plane is above this place yet. The rows up to two above it must be clear.
    """
    top, place = 0, 0
    while place <= last:
        while heap[place, 0] > 1:
            ones, twos = take(state), take(state)
            if heap[place, 0] > 3:
                fours = take(state)
                a, b, c, d = pull(heap, place), pull(heap, place), pull(heap, place), pull(heap, place)
                e, f, g = pull(heap, place), pull(heap, place), pull(heap, place)
                step(steps, state, ADD7, a, b, c, d, e, f, g, ones, twos, fours)
                give(state, d)
                give(state, e)
                give(state, f)
                give(state, g)
                put(heap, place + 2, fours)
                last = max(last, place + 2)
            else:
                a, b, c = pull(heap, place), pull(heap, place), pull(heap, place)
                step(steps, state, ADD, a, b, c, ones, twos)
            give(state, a)
            give(state, b)
            give(state, c)
            put(heap, place + 1, twos)
            put(heap, place, ones)
            last = max(last, place + 1)
        if heap[place, 0] == 1:
            top = place + 1
        else:
            heap[place, 1] = EMPTY
        place += 1
    return top


@compiled
def gather(
    left: Array, mask: Array, first: Array, row: Number, start: Number, right: Number, words: Number, ids: Array
) -> Any:
    """The planes of the bits this mentee has, into `ids`. Answers how many."""
    count = 0
    for word in range(words):
        known = mask[right + word]
        bits = left[row, start + word] & known
        while bits != np.uint64(0):
            below = (bits & (~bits + np.uint64(1))) - np.uint64(1)
            ids[count] = first[right + word] + np.int64(popcount(known & below))
            count += 1
            bits &= bits - np.uint64(1)
    return count


@compiled
def count_planes(steps: Array, state: Array, tally: Array, ids: Array, count: Number, known: Array) -> Any:
    """Digits of how many of the planes in `ids` hold, into `known`. Answers how many digits."""
    if known[0] >= 0:
        return known[0]
    for k in range(MOST_DIGITS + 3):
        tally[k, 0] = 0
    for k in range(count):
        put(tally, 0, ids[k])
    known[0] = add_up(steps, state, tally, 0)
    for k in range(known[0]):
        known[1 + k] = tally[k, 1]
    return known[0]


@compiled
def compare(steps: Array, state: Array, planes: Array, start: Number, digits: Number, limit: Number) -> Any:
    """A plane of where the number in these planes is at least `limit`."""
    above = FULL
    for k in range(0, digits, 4):
        a = planes[start + k]
        b = planes[start + k + 1] if k + 1 < digits else EMPTY
        c = planes[start + k + 2] if k + 2 < digits else EMPTY
        d = planes[start + k + 3] if k + 3 < digits else EMPTY
        result = take(state)
        step(steps, state, AT_LEAST, above, a, b, c, d, result, masks=(limit >> k) & 15)
        give(state, above)
        above = result
    return above
