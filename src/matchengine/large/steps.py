"""For one mentee all rules and points as steps on planes. Imports numba: load it only when needed."""

from typing import Any, NamedTuple

from matchengine.large import tables as t
from matchengine.large.adders import (
    BOTH,
    EITHER,
    EMPTY,
    ERROR,
    FULL,
    LAST,
    MATCH,
    MOST,
    POSSIBLE,
    SPARE,
    STOP_IF_EMPTY,
    TOP,
    WITHOUT,
    Work,
    add_up,
    clear,
    compare,
    count_planes,
    gather,
    give,
    push,
    step,
    take,
)
from matchengine.large.vector import compiled, compiled_in_place
from matchengine.pairs import ANY, SHIFT

Array = Any
Number = Any


class Asked(NamedTuple):
    """What changes from search to search.

    `u`: n, the value above which a pair counts. `p`: m. `most`: pairs a mentee. `base`, `factor`, `threshold`: of the
    objective. `lowest_score`: no unmarked pair scores less. `open_rows`: n. `open_planes`: blocks × WIDTH.
    `lowest`: per block, the lowest price. The mentors of a block fall into bands of like prices, those of block b are
    first_band[b] … first_band[b + 1] − 1. `band_planes`: bands × WIDTH, who is in it. `price_planes`: bands × digits ×
    WIDTH of `highest[band]` − price. `digits`, `highest`, `range`: per band. `marked_start`: n + 1 into the marked
    cells, each with column, points and bonus to the weight and whether it is exempt from the threshold.
    `banned_start`, `banned_column`: the same for bans. `words`: per block, used words rounded up to whole vectors.
    """

    u: Array
    p: Array
    most: Number
    base: Number
    factor: Number
    threshold: Number
    lowest_score: Number
    open_rows: Array
    open_planes: Array
    lowest: Array
    first_band: Array
    band_planes: Array
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


@compiled
def _equal(steps: Array, state: Array, code: Number, first: Number, bits: Number, any_plane: Number) -> Any:
    """A plane of where the keys are equal and neither is ANY."""
    if code < 0:
        return EMPTY
    plane = take(state)
    step(steps, state, WITHOUT, FULL, any_plane, EMPTY, EMPTY, plane)
    for k in range(0, bits, 4):
        a = first + k
        b = first + k + 1 if k + 1 < bits else FULL
        c = first + k + 2 if k + 2 < bits else FULL
        d = first + k + 3 if k + 3 < bits else FULL
        used = (1 << min(4, bits - k)) - 1
        step(steps, state, MATCH, plane, a, b, c, d, plane, masks=~(code >> k) & used)
    return plane


@compiled
def _write_key_rule(steps: Array, state: Array, code: Number, term: Array) -> Any:
    """Steps that clear POSSIBLE where a key forbids."""
    if code == ANY:
        return
    any_plane = term[t.ANY_PLANE]
    equal = _equal(steps, state, code, term[t.FIRST], term[t.BITS], any_plane)
    if term[t.KIND] == t.RULE_DIFFER:
        step(steps, state, WITHOUT, ~POSSIBLE, equal, EMPTY, EMPTY, ~POSSIBLE)
    else:
        step(steps, state, EITHER, equal, any_plane, EMPTY, ~SPARE)
        step(steps, state, BOTH, ~POSSIBLE, ~SPARE, ~POSSIBLE)
    give(state, equal)


@compiled
def _write_no_bit(steps: Array, state: Array, ids: Array, count: Number) -> Any:
    for k in range(count, count + 3):
        ids[k] = EMPTY
    for k in range(0, count, 3):
        step(steps, state, WITHOUT, ~POSSIBLE, ids[k], ids[k + 1], ids[k + 2], ~POSSIBLE)


@compiled
def _write_any_bit(steps: Array, state: Array, ids: Array, count: Number) -> Any:
    result = ids[0]
    for k in range(1, count, 2):
        step(steps, state, EITHER, result, ids[k], ids[k + 1] if k + 1 < count else EMPTY, ~SPARE)
        result = ~SPARE
    step(steps, state, BOTH, ~POSSIBLE, result, ~POSSIBLE)


@compiled
def _write_count_rule(steps: Array, state: Array, known: Array, count: Number, low: Number, high: Number) -> Any:
    """Steps that clear POSSIBLE where fewer than `low` or more than `high` (−1: any number) bits are shared."""
    if low > 0:
        enough = compare(steps, state, known, 1, known[0], low)
        step(steps, state, BOTH, ~POSSIBLE, enough, ~POSSIBLE)
        give(state, enough)
    if 0 <= high < count:
        beyond = compare(steps, state, known, 1, known[0], high + 1)
        step(steps, state, WITHOUT, ~POSSIBLE, beyond, EMPTY, EMPTY, ~POSSIBLE)
        give(state, beyond)


@compiled
def _forget(state: Array, known: Array) -> Any:
    """Free the planes of a count that is not needed again."""
    for k in range(known[0]):
        give(state, known[1 + k])
    known[0] = -1


@compiled_in_place
def _write_rule(work: Work, tables: t.Tables, row: Number, number: Number) -> Any:
    """Steps that clear POSSIBLE where the rule does not hold. False: it holds with nobody."""
    steps, state, ids = work.steps, work.state, work.ids
    term = tables.terms[number]
    if term[t.KIND] != t.RULE_BITS:
        _write_key_rule(steps, state, tables.left_keys[row, term[t.LEFT]], term)
        return True
    count = gather(tables.left, tables.mask, tables.first, row, term[t.LEFT], term[t.RIGHT], term[t.COUNT], ids)
    low, high = term[t.LOW], term[t.HIGH]
    if low > count:
        return False
    if high == 0 and low <= 0:
        _write_no_bit(steps, state, ids, count)
    elif low == 1 and high < 0:
        _write_any_bit(steps, state, ids, count)
    elif low > 0 or 0 <= high < count:
        shared = term[t.TALLY]
        known = work.known[len(tables.terms) + shared] if shared >= 0 else work.known[number]
        count_planes(steps, state, work.tally, ids, count, known)
        _write_count_rule(steps, state, known, count, low, high)
        if shared < 0:
            _forget(state, known)
    return True


@compiled
def _clip(
    steps: Array, state: Array, tally: Array, ids: Array, known: Array, counted: Array, over: Number, most: Number
) -> Any:
    """Digits of min(count − over, most), where that is above 0, into `counted`."""
    for k in range(most):
        ids[k] = compare(steps, state, known, 1, known[0], over + 1 + k)
    counted[0] = -1
    count_planes(steps, state, tally, ids, most, counted)


@compiled
def _push_digits(state: Array, heap: Array, known: Array, most: Number, each: Number, factor: Number) -> Any:
    """Put each · number / 2**SHIFT on the heap, rounded up digit by digit."""
    rest = (1 << SHIFT) - 1
    rounding = known[0] + factor if each & rest else 0
    state[ERROR] += rounding
    state[MOST] += ((most * each) >> SHIFT) + rounding
    for k in range(known[0]):
        push(state, heap, known[1 + k], ((each << k) + rest) >> SHIFT)


@compiled_in_place
def _write_points(work: Work, tables: t.Tables, row: Number, number: Number, factor: Number) -> Any:
    """Put the planes of this criterion on the heap, each at the places of its points."""
    steps, state, ids, heap = work.steps, work.state, work.ids, work.heap
    term = tables.terms[number]
    if term[t.KIND] == t.POINTS_KEY:
        if term[t.LOW] < 0:
            state[ERROR] -= term[t.LOW] * factor
            return
        code = tables.left_keys[row, term[t.LEFT]]
        equal = _equal(steps, state, code, term[t.FIRST], term[t.BITS], term[t.ANY_PLANE])
        if equal != EMPTY:
            push(state, heap, equal, term[t.LOW] * factor)
            state[MOST] += term[t.LOW] * factor
        give(state, equal)
        return
    if term[t.KIND] == t.POINTS_COLUMN:
        for k in range(term[t.BITS]):
            push(state, heap, term[t.FIRST] + k, factor << k)
        state[MOST] += factor * ((1 << term[t.BITS]) - 1)
        return
    count = gather(tables.left, tables.mask, tables.first, row, term[t.LEFT], term[t.RIGHT], term[t.COUNT], ids)
    each, over = tables.factors[row, term[t.FACTOR]] * factor, max(term[t.LOW], 0)
    most = min(term[t.HIGH], count - over)
    if most <= 0 or each == 0:
        return
    shared = term[t.TALLY]
    known = work.known[len(tables.terms) + shared] if shared >= 0 else work.known[number]
    count_planes(steps, state, work.tally, ids, count, known)
    if over > 0 or most < count:
        counted = work.known[len(work.known) - 1]
        _clip(steps, state, work.tally, ids, known, counted, over, most)
        _push_digits(state, heap, counted, most, each, factor)
        _forget(state, counted)
    else:
        _push_digits(state, heap, known, most, each, factor)
    if shared < 0:
        _forget(state, known)


@compiled
def write_steps(work: Work, tables: t.Tables, asked: Asked, row: Number) -> Any:
    """All steps for this mentee; False if no mentor is possible."""
    steps, state, heap = work.steps, work.state, work.heap
    clear(state, work.known, heap)
    for number in range(len(tables.terms)):
        if tables.terms[number, t.KIND] <= t.RULE_DIFFER and not _write_rule(work, tables, row, number):
            return False
    step(steps, state, STOP_IF_EMPTY, EMPTY, EMPTY)
    limit = asked.threshold - tables.column_floor
    if asked.factor > 0 or limit > 0:
        for number in range(len(tables.terms)):
            if tables.terms[number, t.KIND] > t.RULE_DIFFER:
                _write_points(work, tables, row, number, max(asked.factor, 1))
    state[TOP] = add_up(steps, state, heap, state[LAST])
    if limit > 0:
        limit *= max(asked.factor, 1)
        if limit >> state[TOP]:
            return False
        enough = compare(steps, state, heap[:, 1], 0, state[TOP], limit)
        step(steps, state, BOTH, ~POSSIBLE, enough, ~POSSIBLE)
    if asked.factor == 0:
        state[TOP], state[MOST], state[ERROR] = 0, 0, 0
    return True
