"""Rules and points turned into planes: for every bit a row of words with one bit per mentor.

A plane says of 64 mentors at once whether they have a bit. Mentors stand in an order that puts alike ones together, in
blocks of COLUMNS, so that whole blocks can be passed over. Nothing here depends on prices, bans or marks.
"""

from collections import OrderedDict
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matchengine.large.ordering import order_of
from matchengine.pairs import ANY, BitPoints, BitRule, Flags, Integers, KeyPoints, KeyRule, PackedPairs, Words

WIDTH = 128
"""Words of one plane of one block."""
COLUMNS = 64 * WIDTH
MOST_WORDS = 31
"""Of one rule or criterion: more bits than anybody has topics, hours or languages."""
ABSENT = -2
"""The code of a key that no mentor has."""

RULE_BITS, RULE_KEY, RULE_DIFFER, POINTS_BITS, POINTS_KEY, POINTS_COLUMN = range(6)
KIND, LEFT, RIGHT, COUNT, LOW, HIGH, FACTOR, TALLY, FIRST, BITS, ANY_PLANE = range(11)
"""Columns of `Tables.terms`. LOW, HIGH: at_least and at_most (−1: none) of a rule; over and most, or points, else."""


class Tables(NamedTuple):
    """What a search needs of rules and points; a tuple of arrays because the compiled code takes no classes.

    `terms`: a line per rule or criterion. `left`: n × words, `right`: m × words, each different array once;
    `left_keys`, `right_keys`: codes of keys. `factors`: n × different ones. `mask`, `first`: which bits of a right word
    have planes, and the number of the first. `planes`: blocks × planes × WIDTH; plane 0 is empty, plane 1 is full.
    `order`: the mentors as they stand in the planes. `block_bits`: blocks × words, the bits that anybody there has.
    `column_points`: m, points a mentor brings, and `column_floor` the lowest of them.
    """

    terms: NDArray[np.int64]
    left: Words
    right: Words
    left_keys: NDArray[np.int32]
    right_keys: NDArray[np.int32]
    factors: Integers
    mask: Words
    first: Integers
    planes: NDArray[np.uint64]
    order: NDArray[np.int32]
    block_bits: Words
    column_points: Integers
    column_floor: int


def aligned(array: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The same words from an address that vectors can be read from at once: twice as fast."""
    room = np.empty(array.size + 8, np.uint64)
    skipped = -room.ctypes.data % 64 // 8
    result = room[skipped : skipped + array.size].reshape(array.shape)
    result[...] = array
    return result


def tables_of(pairs: PackedPairs) -> Tables:
    """The tables of these rules and points; those of the last two problems are kept."""
    parts = (pairs.rules, pairs.points, pairs.mentor_points)
    name = tuple(id(part) for part in parts) + pairs.shape
    if name not in _kept:
        _kept[name] = parts, _build(pairs)
        while len(_kept) > 2:
            _kept.popitem(last=False)
    _kept.move_to_end(name)
    return _kept[name][1]


_kept: OrderedDict[tuple[int, ...], tuple[Any, Tables]] = OrderedDict()
"""By the identity of the parts, which are held beside the tables so that no identity is used twice."""


def part_of(tables: Tables, columns: NDArray[np.int64]) -> Tables:
    """The same with these mentors alone, in this order; everything else keeps its numbers."""
    place = np.empty(len(tables.order), np.int64)
    place[tables.order] = np.arange(len(tables.order))
    word, bit = np.divmod(place[columns], 64)
    blocks, count = len(tables.planes), tables.planes.shape[1]
    planes = tables.planes.transpose(1, 0, 2).reshape(count, blocks * WIDTH)
    digits = (planes[:, word] >> bit.astype(np.uint64) & np.uint64(1)).astype(np.uint8)
    part_blocks = max(1, -(-len(columns) // COLUMNS))
    padded = np.zeros((count, part_blocks * COLUMNS), np.uint8)
    padded[:, : len(columns)] = digits
    packed = np.packbits(padded, axis=1, bitorder="little").view(np.uint64).reshape(count, part_blocks, WIDTH)
    packed[1] = np.uint64(2**64 - 1)
    return tables._replace(
        planes=aligned(packed.transpose(1, 0, 2)),
        order=columns.astype(np.int32),
        block_bits=_block_bits(tables.right[columns], part_blocks),
    )


class _Shelf:
    """Different arrays side by side, each once."""

    def __init__(self) -> None:
        self.arrays: list[NDArray[Any]] = []
        self.places: dict[int, int] = {}
        self.width = 0

    def put(self, array: NDArray[Any]) -> int:
        """The number of its first column."""
        for known in self.arrays:
            if known is array or (known.shape == array.shape and np.array_equal(known, array)):
                return self.places[id(known)]
        self.arrays.append(array)
        self.places[id(array)] = self.width
        self.width += array.shape[1]
        return self.places[id(array)]

    def table(self, rows: int, kind: Any) -> NDArray[Any]:
        """rows × all columns, at least one."""
        if not self.arrays:
            return np.zeros((rows, 1), kind)
        return np.ascontiguousarray(np.concatenate(self.arrays, axis=1).astype(kind, copy=False))


class _Planes:
    """Planes as they are collected: flags of the mentors in their order, then packed."""

    def __init__(self, mentors: int) -> None:
        self.blocks = max(1, -(-mentors // COLUMNS))
        self.rows: list[NDArray[np.uint64]] = [self._pack(np.zeros(mentors, np.bool_))]
        self.rows.append(np.full((self.blocks, WIDTH), np.uint64(2**64 - 1)))

    def add(self, flags: Flags) -> int:
        self.rows.append(self._pack(flags))
        return len(self.rows) - 1

    def add_all(self, flags: NDArray[np.uint8]) -> None:
        """A plane for each row of flags."""
        padded = np.zeros((len(flags), self.blocks * COLUMNS), np.uint8)
        padded[:, : flags.shape[1]] = flags
        self.rows += list(
            np.packbits(padded, axis=1, bitorder="little").view(np.uint64).reshape(-1, self.blocks, WIDTH)
        )

    def _pack(self, flags: Flags) -> NDArray[np.uint64]:
        padded = np.zeros(self.blocks * COLUMNS, np.bool_)
        padded[: len(flags)] = flags
        return np.packbits(padded, bitorder="little").view(np.uint64).reshape(self.blocks, WIDTH)

    def table(self) -> NDArray[np.uint64]:
        return aligned(np.stack(self.rows, axis=1))


def bit_planes(values: Integers, bits: int, mentors_in_blocks: int) -> NDArray[np.uint64]:
    """The binary digits of numbers ≥ 0, lowest first: blocks × bits × WIDTH. `values` fills whole blocks."""
    digits = (values[None, :] >> np.arange(bits)[:, None]) & 1
    packed = np.packbits(digits.astype(np.uint8), axis=1, bitorder="little").view(np.uint64)
    return aligned(packed.reshape(bits, mentors_in_blocks // COLUMNS, WIDTH).transpose(1, 0, 2))


def _build(pairs: PackedPairs) -> Tables:
    n, m = pairs.shape
    left, right, left_keys, right_keys, factors = (_Shelf() for _ in range(5))
    order = order_of(pairs, COLUMNS)
    planes = _Planes(m)
    terms: list[list[int]] = []
    for term in (*pairs.rules, *pairs.points):
        if isinstance(term, BitRule | BitPoints):
            if term.left.shape[1] > MOST_WORDS:
                raise ValueError(f"a rule or criterion of more than {MOST_WORDS} words")
            line = [0, left.put(term.left), right.put(term.right), term.left.shape[1]]
            if isinstance(term, BitRule):
                line += [term.at_least, -1 if term.at_most is None else term.at_most, 0]
            else:
                line[KIND] = POINTS_BITS
                line += [term.over, term.most, factors.put(term.factor[:, None])]
            terms.append([*line, -1, 0, 0, 0])
        else:
            terms.append(_key_term(term, left_keys, right_keys, planes, order))
    column_points = np.zeros(m, np.int64) if pairs.mentor_points is None else pairs.mentor_points.astype(np.int64)
    floor = int(column_points.min(initial=0))
    if pairs.mentor_points is not None and m:
        terms.append(_column_term(column_points[order] - floor, planes))
    _share_tallies(terms)
    left_table, right_table = left.table(n, np.uint64), right.table(m, np.uint64)
    mask, first = _word_planes(terms, left_table, right_table[order], planes)
    return Tables(
        terms=np.array(terms, np.int64).reshape(-1, 11),
        left=left_table,
        right=right_table,
        left_keys=left_keys.table(n, np.int32),
        right_keys=right_keys.table(m, np.int32),
        factors=factors.table(n, np.int64),
        mask=mask,
        first=first,
        planes=planes.table(),
        order=order.astype(np.int32),
        block_bits=_block_bits(right_table[order], planes.blocks),
        column_points=column_points,
        column_floor=floor,
    )


def _key_term(
    term: KeyRule | KeyPoints, left_keys: _Shelf, right_keys: _Shelf, planes: _Planes, order: NDArray[np.int64]
) -> list[int]:
    """Keys as codes 0, 1, … in binary planes; ANY keeps its value and gets a plane of its own."""
    known = np.unique(term.right[term.right != ANY])
    codes = np.where(term.right == ANY, ANY, np.searchsorted(known, term.right)).astype(np.int32)
    place = np.minimum(np.searchsorted(known, term.left), max(len(known) - 1, 0))
    found = known[place] == term.left if len(known) else np.zeros(len(term.left), np.bool_)
    asked = np.where(term.left == ANY, ANY, np.where(found, place, ABSENT)).astype(np.int32)
    bits = max(1, (len(known) - 1).bit_length() if len(known) else 1)
    ordered = codes[order]
    first = len(planes.rows)
    for bit in range(bits):
        planes.add((ordered != ANY) & (ordered >> bit & 1 == 1))
    any_plane = planes.add(ordered == ANY)
    if isinstance(term, KeyPoints):
        kind, low = POINTS_KEY, term.points
    else:
        kind, low = (RULE_DIFFER if term.differ else RULE_KEY), 0
    return [
        kind,
        left_keys.put(asked[:, None]),
        right_keys.put(codes[:, None]),
        1,
        low,
        0,
        0,
        -1,
        first,
        bits,
        any_plane,
    ]


def _column_term(points: Integers, planes: _Planes) -> list[int]:
    bits = max(1, int(points.max(initial=0)).bit_length())
    first = len(planes.rows)
    for bit in range(bits):
        planes.add(points >> bit & 1 == 1)
    return [POINTS_COLUMN, 0, 0, 0, 0, 0, 0, -1, first, bits, 0]


def _share_tallies(terms: list[list[int]]) -> None:
    """Terms that count the same bits get one number, so that they are counted once."""
    seen: dict[tuple[int, int, int], list[list[int]]] = {}
    for line in terms:
        if line[KIND] in (RULE_BITS, POINTS_BITS):
            seen.setdefault((line[LEFT], line[RIGHT], line[COUNT]), []).append(line)
    for number, lines in enumerate(group for group in seen.values() if len(group) > 1):
        for line in lines:
            line[TALLY] = number


def _word_planes(terms: list[list[int]], left: Words, right: Words, planes: _Planes) -> tuple[Words, Integers]:
    """A plane for every bit of a right word that some mentee and some mentor have."""
    asked = np.zeros(right.shape[1], np.uint64)
    for line in terms:
        if line[KIND] in (RULE_BITS, POINTS_BITS):
            for word in range(line[COUNT]):
                asked[line[RIGHT] + word] |= np.bitwise_or.reduce(left[:, line[LEFT] + word], initial=np.uint64(0))
    mask = asked & np.bitwise_or.reduce(right, axis=0, initial=np.uint64(0))
    first = np.zeros(len(mask), np.int64)
    for word, bits in enumerate(mask.tolist()):
        first[word] = len(planes.rows)
        flags = np.unpackbits(
            np.ascontiguousarray(right[:, word]).view(np.uint8).reshape(-1, 8), axis=1, bitorder="little"
        )
        planes.add_all(flags[:, [bit for bit in range(64) if bits >> bit & 1]].T)
    return mask, first


def _block_bits(right: Words, blocks: int) -> Words:
    return np.stack(
        [
            np.bitwise_or.reduce(right[b * COLUMNS : (b + 1) * COLUMNS], axis=0, initial=np.uint64(0))
            for b in range(blocks)
        ]
    )
