"""Prices of mentors as planes: most lie close together, and few digits tell them apart from one another.

The mentors of a block fall into up to three bands: those of the narrow range where most prices lie, the cheaper and the
dearer ones. A band is looked at only where somebody in it is possible and can be among the best.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matchengine.large.tables import COLUMNS, WIDTH, Tables, aligned, bit_planes
from matchengine.pairs import Flags, Integers

NARROWEST = 9
"""Digits of the main band at least: wider than most scores, so that the other bands are seldom looked at."""
OUTSIDE = 100
"""What it costs to leave everybody out of the main band, in digits."""


class Bands(NamedTuple):
    """As in `steps.Asked`."""

    lowest: Integers
    first_band: Integers
    band_planes: NDArray[np.uint64]
    price_planes: NDArray[np.uint64]
    digits: Integers
    highest: Integers
    range: Integers


def bands_of(price: Integers, open_columns: Flags, tables: Tables) -> Bands:
    """`price`, `open_columns`: m, in the order of the mentors' numbers."""
    blocks = len(tables.planes)
    ordered, is_open = price[tables.order], open_columns[tables.order]
    lowest, first = np.zeros(blocks, np.int64), [0]
    ends: list[tuple[int, int]] = []
    members: list[Flags] = []
    below: list[Integers] = []
    for block in range(blocks):
        part = slice(block * COLUMNS, min((block + 1) * COLUMNS, len(ordered)))
        known = np.sort(ordered[part][is_open[part]])
        lowest[block] = known[0] if len(known) else 0
        for low, high in _ranges(known):
            inside = np.zeros(COLUMNS, np.bool_)
            inside[: part.stop - part.start] = is_open[part] & (ordered[part] >= low) & (ordered[part] <= high)
            rest = np.zeros(COLUMNS, np.int64)
            rest[: part.stop - part.start] = high - ordered[part]
            members.append(inside)
            below.append(np.where(inside, rest, 0))
            ends.append((low, high))
        first.append(len(ends))
    highest = np.array([high for _, high in ends], np.int64)
    span = highest - np.array([low for low, _ in ends], np.int64)
    digits = np.array([int(one).bit_length() for one in span], np.int64)
    flags = np.array(members, np.bool_).reshape(len(ends), COLUMNS)
    return Bands(
        lowest=lowest,
        first_band=np.array(first, np.int64),
        band_planes=aligned(np.packbits(flags, axis=1, bitorder="little").view(np.uint64).reshape(-1, WIDTH)),
        price_planes=bit_planes(
            np.array(below, np.int64).ravel(), max(1, int(digits.max(initial=0))), COLUMNS * len(ends)
        ),
        digits=digits,
        highest=highest,
        range=span,
    )


def _ranges(prices: Integers) -> list[tuple[int, int]]:
    """Lowest and highest price of each band; `prices` ascending."""
    if not len(prices):
        return []
    most = int(prices[-1] - prices[0]).bit_length()
    best, parts = float(most), [prices]
    for digits in range(NARROWEST, most):
        ends = np.searchsorted(prices, prices + (1 << digits), side="left")
        start = int((ends - np.arange(len(prices))).argmax())
        stop = int(ends[start])
        cost = digits + OUTSIDE * (1 - (stop - start) / len(prices))
        if cost < best:
            best, parts = cost, [prices[start:stop], prices[:start], prices[stop:]]
    return [(int(part[0]), int(part[-1])) for part in parts if len(part)]
