"""For one mentee all rules and points as steps on planes. Imports numba: load it only when needed."""

from typing import Any, NamedTuple

import numba

from matchengine.large import tables as t
from matchengine.large.adders import (
    BOTH,
    EITHER,
    EMPTY,
    ERROR,
    FIRST_FREE,
    FREE,
    FULL,
    MATCH,
    MOST,
    POSSIBLE,
    SPARE,
    STOP_IF_EMPTY,
    TOP,
    WITHOUT,
    Work,
    add_up,
    compare,
    count_planes,
    gather,
    give,
    push,
    step,
    take,
)
from matchengine.pairs import SHIFT

Array = Any


class Asked(NamedTuple):
    """What changes from search to search.

    `u`: n, the value above which a pair counts. `p`: m. `most`: pairs a mentee. `base`, `factor`, `threshold`: of the
    objective. `open_rows`: n. `open_planes`: blocks × WIDTH. `price_planes`: blocks × digits × WIDTH of
    `highest[block]` − price. `digits`, `highest`, `range`: per block. `marked_start`: n + 1 into the marked cells, each
    with column, points and bonus to the weight and whether it is exempt from the threshold. `banned_start`,
    `banned_column`: the same for bans. `words`: per block, used words rounded up to whole vectors.
    """

    u: Array
    p: Array
    most: int
    base: int
    factor: int
    threshold: int
    open_rows: Array
    open_planes: Array
    price_planes: Array
    digits: Array
    highest: Array
    range: Array
    marked_start: Array
    marked_column: Array
    marked_points: Array
    marked_bonus: Array
    marked_exempt: Array
    banned_start: Array
    banned_column: Array
    words: Array


@numba.njit(_nrt=False)
def _equal(work, tables, row, term):
    """A plane of where the keys are equal and neither is ANY."""
    code = tables.left_keys[row, term[t.LEFT]]
    if code < 0:
        return EMPTY
    plane = take(work)
    first, bits = term[t.FIRST], term[t.BITS]
    step(work, WITHOUT, FULL, term[t.ANY_PLANE], EMPTY, EMPTY, plane)
    for k in range(0, bits, 4):
        a = first + k
        b = first + k + 1 if k + 1 < bits else FULL
        c = first + k + 2 if k + 2 < bits else FULL
        d = first + k + 3 if k + 3 < bits else FULL
        used = (1 << min(4, bits - k)) - 1
        step(work, MATCH, plane, a, b, c, d, plane, masks=~(code >> k) & used)
    return plane


@numba.njit(_nrt=False)
def _write_rule(work, tables, row, number):
    """Steps that clear POSSIBLE where the rule does not hold. False: it holds with nobody."""
    term = tables.terms[number]
    possible = ~POSSIBLE
    if term[t.KIND] != t.RULE_BITS:
        if tables.left_keys[row, term[t.LEFT]] == t.ANY:
            return True
        equal = _equal(work, tables, row, term)
        if term[t.KIND] == t.RULE_DIFFER:
            step(work, WITHOUT, possible, equal, EMPTY, EMPTY, possible)
        else:
            step(work, EITHER, equal, term[t.ANY_PLANE], EMPTY, ~SPARE)
            step(work, BOTH, possible, ~SPARE, possible)
        give(work, equal)
        return True
    count = gather(work, tables, row, term)
    low, high, ids = term[t.LOW], term[t.HIGH], work.ids
    if low > count:
        return False
    if high == 0 and low <= 0:
        for k in range(count, count + 3):
            ids[k] = EMPTY
        for k in range(0, count, 3):
            step(work, WITHOUT, possible, ids[k], ids[k + 1], ids[k + 2], possible)
        return True
    if low == 1 and high < 0:
        result = ids[0]
        for k in range(1, count, 2):
            step(work, EITHER, result, ids[k], ids[k + 1] if k + 1 < count else EMPTY, ~SPARE)
            result = ~SPARE
        step(work, BOTH, possible, result, possible)
        return True
    name = _name(tables, number)
    digits = count_planes(work, count, name)
    if low > 0:
        enough = compare(work, work.known[name, 1:], digits, low)
        step(work, BOTH, possible, enough, possible)
        give(work, enough)
    if 0 <= high < count:
        beyond = compare(work, work.known[name, 1:], digits, high + 1)
        step(work, WITHOUT, possible, beyond, EMPTY, EMPTY, possible)
        give(work, beyond)
    _forget(work, tables, number, digits)
    return True


@numba.njit(_nrt=False)
def _name(tables, number):
    shared = tables.terms[number, t.TALLY]
    return len(tables.terms) + shared if shared >= 0 else number


@numba.njit(_nrt=False)
def _forget(work, tables, number, digits):
    """Free the planes of a count that no other term shares."""
    if tables.terms[number, t.TALLY] < 0:
        for k in range(digits):
            give(work, work.known[number, 1 + k])
        work.known[number, 0] = -1


@numba.njit(_nrt=False)
def _write_points(work, tables, row, number, factor):
    """Put the planes of this criterion on the heap, each at the places of its points."""
    term = tables.terms[number]
    kind = term[t.KIND]
    if kind == t.POINTS_KEY:
        equal = _equal(work, tables, row, term)
        if term[t.LOW] < 0:
            work.state[ERROR] -= term[t.LOW] * factor
        elif equal != EMPTY:
            push(work, equal, term[t.LOW] * factor)
            work.state[MOST] += term[t.LOW] * factor
        give(work, equal)
        return
    if kind == t.POINTS_COLUMN:
        for k in range(term[t.BITS]):
            push(work, term[t.FIRST] + k, factor << k)
        work.state[MOST] += factor * ((1 << term[t.BITS]) - 1)
        return
    each = tables.factors[row, term[t.FACTOR]] * factor
    count = gather(work, tables, row, term)
    over, most = max(term[t.LOW], 0), min(term[t.HIGH], count - max(term[t.LOW], 0))
    if most <= 0 or each == 0:
        return
    name = _name(tables, number)
    digits = count_planes(work, count, name)
    planes = work.known[name, 1:]
    rest = (1 << SHIFT) - 1
    if over > 0 or most < count:
        for k in range(most):
            work.ids[k] = compare(work, planes, digits, over + 1 + k)
        work.known[len(work.known) - 1, 0] = -1
        _forget(work, tables, number, digits)
        digits = count_planes(work, most, len(work.known) - 1)
        planes = work.known[len(work.known) - 1, 1:]
    rounding = digits + factor if each & rest else 0
    work.state[ERROR] += rounding
    work.state[MOST] += ((most * each) >> SHIFT) + rounding
    for k in range(digits):
        push(work, planes[k], ((each << k) + rest) >> SHIFT)
    if over > 0 or most < count:
        for k in range(digits):
            give(work, planes[k])
    else:
        _forget(work, tables, number, digits)


@numba.njit(_nrt=False)
def write_steps(work, tables, asked, row):
    """All steps for this mentee; False if no mentor is possible."""
    work.steps[0, 0] = 0
    work.state[:] = 0
    slots = len(work.scratch)
    for k in range(slots - FIRST_FREE):
        work.free[k] = slots - 1 - k
    work.state[FREE] = slots - FIRST_FREE
    work.known[:, 0] = -1
    work.heaped[:] = 0
    for number in range(len(tables.terms)):
        if tables.terms[number, t.KIND] <= t.RULE_DIFFER and not _write_rule(work, tables, row, number):
            return False
    step(work, STOP_IF_EMPTY, EMPTY, EMPTY)
    if asked.factor > 0 or asked.threshold > 0:
        for number in range(len(tables.terms)):
            if tables.terms[number, t.KIND] > t.RULE_DIFFER:
                _write_points(work, tables, row, number, max(asked.factor, 1))
    digits = add_up(work, work.heap, work.heaped)
    for k in range(digits):
        if work.heaped[k] == 0:
            work.heap[k, 0] = EMPTY
    limit = asked.threshold - tables.column_floor
    if asked.factor <= 1 and limit > 0:
        enough = compare(work, work.heap[:, 0], digits, limit)
        if limit >> digits:
            return False
        step(work, BOTH, ~POSSIBLE, enough, ~POSSIBLE)
    if asked.factor == 0:
        work.state[TOP], work.state[MOST], work.state[ERROR] = 0, 0, 0
    else:
        work.state[TOP] = digits
    return True
