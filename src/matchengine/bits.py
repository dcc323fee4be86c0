"""Sets and kinds of people as bit words: what the packed forms of rules and criteria are made of."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from matchengine.pairs import SHIFT, Integers, Words

WORD = 64
MOST_SHARES = 255
"""Up to so many equal shares of a weight `factor` is exact."""

Things = Collection[Any] | None
Left = TypeVar("Left")
Right = TypeVar("Right")


@dataclass(frozen=True, eq=False)
class Common:
    """Words (n × w, m × w) that share one bit for each thing in common, exactly `needed` where a side is unknown.

    `is_vacuous`: one whole side is unknown, so `needed` bits are shared everywhere.
    """

    left: Words
    right: Words
    needed: int
    is_vacuous: bool


def in_common(left: Sequence[Things], right: Sequence[Things], needed: int = 0) -> Common:
    """Words of two sides from what each one has; None is unknown.

    Where more is needed than anybody has, `needed` is lowered to one above what anybody has: nobody known reaches it.
    """
    things = _all(left) & _all(right)
    bit = {thing: 1 << k for k, thing in enumerate(sorted(things))}
    needed = min(needed, 1 + min(_most(left), _most(right)))
    # jokers: the right side always has the first ones, which an unknown left side asks for instead of its things;
    # a known left side asks for the second ones, which only an unknown right side has
    first, second = ((1 << needed) - 1) << len(bit), ((1 << needed) - 1) << len(bit) + needed
    width = len(bit) + 2 * needed
    return Common(
        words([first if some is None else _sum(some, bit) | second for some in left], width),
        words([first | second if some is None else _sum(some, bit) | first for some in right], width),
        needed,
        all(some is None for some in left) or all(some is None for some in right),
    )


@dataclass(frozen=True, eq=False)
class KindBits:
    """One shared bit where something holds for a pair, none elsewhere; few kinds of people on either side.

    `left`, `right`: the kind of every row and column. `left_bits`, `right_bits`: the bits of every kind.
    """

    left: Integers
    right: Integers
    left_bits: tuple[int, ...]
    right_bits: tuple[int, ...]
    width: int


def where(
    left: Sequence[Left],
    right: Sequence[Right],
    left_kind: Callable[[Left], Hashable],
    right_kind: Callable[[Right], Hashable],
    holds: Callable[[Left, Right], bool],
) -> KindBits:
    """Ask `holds` once for each two kinds. It must answer alike for people of one kind.

    A bit stands for all kinds of one side that go with the same kinds of the other side.
    """
    rows, left_examples = _kinds(left, left_kind)
    columns, right_examples = _kinds(right, right_kind)
    table = [tuple(holds(a, b) for b in right_examples) for a in left_examples]
    turned = list(zip(*table, strict=True)) if table else [() for _ in right_examples]
    if len(set(turned)) < len(set(table)):
        right_bits, left_bits, width = _bits_of(turned, len(left_examples))
    else:
        left_bits, right_bits, width = _bits_of(table, len(right_examples))
    return KindBits(rows, columns, left_bits, right_bits, width)


def joined(parts: Iterable[KindBits], rows: int, columns: int) -> tuple[Words, Words]:
    """The words of several kind bits side by side: the bits shared are the parts that hold."""
    parts = [part for part in parts if part.width]
    width = sum(part.width for part in parts)
    left, right = words([0] * rows, width), words([0] * columns, width)
    offset = 0
    for part in parts:
        left |= words([bits << offset for bits in part.left_bits], width)[part.left]
        right |= words([bits << offset for bits in part.right_bits], width)[part.right]
        offset += part.width
    return left, right


def words(rows: Sequence[int], width: int) -> Words:
    """Integers of `width` bits as rows of 64-bit words, the lowest bits first."""
    count = -(-width // WORD)
    data = b"".join(row.to_bytes(8 * count, "little") for row in rows)
    return np.frombuffer(data, "<u8").astype(np.uint64).reshape(len(rows), count)


def factor(weight: int, shares: int) -> int:
    """For `BitPoints`: weight × k // shares == k × factor >> SHIFT for k = 0 … shares, up to MOST_SHARES shares.

    The factor is weight × 2**SHIFT / shares rounded up by less than one, so k × factor / 2**SHIFT is too large by less
    than shares / 2**SHIFT; that cannot reach the next whole number, which is at least 1 / shares away.
    """
    return -(-(weight << SHIFT) // shares)


def _all(side: Sequence[Things]) -> set[Any]:
    found: set[Any] = set()
    return found.union(*(some for some in side if some is not None))


def _most(side: Sequence[Things]) -> int:
    return max((len(some) for some in side if some is not None), default=0)


def _sum(things: Collection[Any], bit: dict[Any, int]) -> int:
    total = 0
    for thing in things:
        total |= bit.get(thing, 0)
    return total


def _kinds(people: Sequence[Left], kind: Callable[[Left], Hashable]) -> tuple[Integers, list[Left]]:
    """The number of everybody's kind, and one example of each."""
    numbers: dict[Hashable, int] = {}
    examples: list[Left] = []
    found = np.zeros(len(people), np.int64)
    for k, person in enumerate(people):
        key = kind(person)
        if key not in numbers:
            numbers[key] = len(examples)
            examples.append(person)
        found[k] = numbers[key]
    return found, examples


def _bits_of(table: Sequence[tuple[bool, ...]], columns: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """A bit for each different row that holds anywhere: the bit of every row, the bits of every column, how many."""
    bit: dict[tuple[bool, ...], int] = {}
    for row in table:
        if any(row):
            bit.setdefault(row, 1 << len(bit))
    of_columns = tuple(sum(one for row, one in bit.items() if row[k]) for k in range(columns))
    return tuple(bit.get(row, 0) for row in table), of_columns, len(bit)
