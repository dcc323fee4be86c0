"""For every mentee the pairs that gain most over given prices, among all pairs: the engine's look at everything."""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matchengine import kernels
from matchengine.large.arcs import Arcs
from matchengine.large.bands import bands_of
from matchengine.large.tables import COLUMNS, WIDTH, Tables, aligned, part_of, tables_of
from matchengine.pairs import SHIFT, BitPoints, Integers, Objective, PackedPairs

if TYPE_CHECKING:
    from matchengine.large.steps import Asked

ROWS = 256
"""Mentees whose best pairs one call of the kernel keeps."""
LARGEST = 2**61
"""Prices and weights above this are refused; lower limits below −LARGEST are as good as −LARGEST."""

Found = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def best_pairs(
    pairs: PackedPairs,
    objective: Objective,
    u: Integers,
    p: Integers,
    most: int,
    *,
    rows: Integers | None = None,
    columns: Integers | None = None,
    threads: int | None = None,
) -> Arcs:
    """For every mentee (or those of `rows`) up to `most` allowed pairs with the largest weight − u[i] − p[j] > 0.

    `columns`: only pairs with these mentors; a few of them cost a few hundredths of all.

    `u`: n, `p`: m, integers. Of pairs that gain the same the lower column comes first. An empty answer for all rows
    proves u[i] + p[j] ≥ weight of every allowed pair. The answer does not depend on the number of `threads` (default:
    as many as the process may use). Raises OverflowError where a price or weight passes 2**61.
    """
    n, m = pairs.shape
    chosen = np.arange(n) if rows is None else np.unique(np.asarray(rows, np.int64))
    if not len(chosen) or not m or most < 1:
        return _arcs([])
    tables = tables_of(pairs)
    if columns is not None:
        tables = part_of(tables, np.unique(np.asarray(columns, np.int64)))
        if not len(tables.order):
            return _arcs([])
    asked = asked_of(pairs, objective, u, p, most, tables)
    parts = [chosen[k : k + ROWS] for k in range(0, len(chosen), ROWS)]
    workers = min(threads or _processors(), len(parts))
    if workers == 1:
        return _arcs([_search(tables, asked, parts)])
    with ThreadPoolExecutor(workers) as pool:  # equal shares in turn; the kernel holds no lock
        shares = pool.map(lambda k: _search(tables, asked, parts[k::workers]), range(workers))
        return _arcs(list(shares))


def _processors() -> int:
    """How many the process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _search(tables: Tables, asked: "Asked", parts: list[NDArray[np.int64]]) -> Found:
    """What one thread finds: row, column, weight of its parts, in any order of the parts."""
    kernel, work = kernels.compiled_search()(tables)
    most = asked.most
    columns, weights, found = (
        np.empty((ROWS, most), np.int64),
        np.empty((ROWS, most), np.int64),
        np.empty(ROWS, np.int64),
    )
    answers: list[Found] = []
    for part in parts:
        if not kernel(tables, asked, work, part, found, columns, weights):
            raise OverflowError("the rules and points of a mentee need more steps than there is room for")
        kept = np.arange(most) < found[: len(part), None]
        row = np.repeat(part, found[: len(part)])
        answers.append((row, columns[: len(part)][kept], weights[: len(part)][kept], found[: len(part)].copy()))
    return tuple(np.concatenate(one) for one in zip(*answers, strict=True))  # type: ignore[return-value]


def _arcs(shares: list[Found]) -> Arcs:
    empty = np.zeros(0, np.int64)
    mentee, mentor, weight = (np.concatenate([empty, *(share[k] for share in shares)]) for k in range(3))
    if len(shares) > 1:
        order = np.argsort(mentee, kind="stable")
        mentee, mentor, weight = mentee[order], mentor[order], weight[order]
    return Arcs(mentee.astype(np.int32), mentor.astype(np.int32), weight)


def asked_of(pairs: PackedPairs, objective: Objective, u: Integers, p: Integers, most: int, tables: Tables) -> "Asked":
    """Prices, gates, marks and bans in the form the kernel takes."""
    from matchengine.large.steps import Asked

    n, m = pairs.shape
    price = np.array(p, np.int64)
    open_columns = pairs.open_columns & (pairs.places > 0)
    largest = max(int(np.abs(price[open_columns]).max(initial=0)), abs(objective.base))
    if largest > LARGEST or objective.score * _highest_score(pairs) > LARGEST >> 4:
        raise OverflowError("a price or a weight is too large to be compared exactly")
    looked_at = np.zeros(m, np.bool_)
    looked_at[tables.order] = True
    bands = bands_of(price, open_columns, tables)
    start, column, points, bonus, exempt = _marked(pairs, objective, open_columns & looked_at)
    banned = pairs.banned
    used = np.minimum(np.maximum(len(tables.order) - np.arange(len(tables.planes)) * COLUMNS, 0), COLUMNS)
    return Asked(
        u=np.clip(np.array(u, np.int64), -LARGEST, LARGEST),
        p=price,
        most=int(most),
        base=int(objective.base),
        factor=int(objective.score),
        threshold=int(objective.threshold),
        lowest_score=tables.column_floor + sum(min(0, getattr(term, "points", 0)) for term in pairs.points),
        open_rows=np.array(pairs.open_rows, np.bool_),
        open_planes=_open_planes(open_columns, tables),
        **bands._asdict(),
        marked_start=start,
        marked_column=column,
        marked_points=points,
        marked_bonus=bonus,
        marked_exempt=exempt,
        banned_start=np.searchsorted(banned.rows, np.arange(n + 1)).astype(np.int64),
        banned_column=banned.columns.astype(np.int64),
        words=(-(-used // 512) * 8).astype(np.int64),
    )


def _highest_score(pairs: PackedPairs) -> int:
    """No unmarked pair scores more."""
    total = 0 if pairs.mentor_points is None else int(np.abs(pairs.mentor_points).max(initial=0))
    for term in pairs.points:
        if isinstance(term, BitPoints):
            total += min(term.most, 64 * term.left.shape[1]) * (int(term.factor.max(initial=0)) + 1) >> SHIFT
        else:
            total += abs(term.points)
    return total


def _open_planes(open_columns: NDArray[np.bool_], tables: Tables) -> NDArray[np.uint64]:
    padded = np.zeros(len(tables.planes) * COLUMNS, np.bool_)
    padded[: len(tables.order)] = open_columns[tables.order]
    return aligned(np.packbits(padded, bitorder="little").view(np.uint64).reshape(-1, WIDTH))


def _marked(
    pairs: PackedPairs, objective: Objective, open_columns: NDArray[np.bool_]
) -> tuple[Integers, Integers, Integers, Integers, NDArray[np.bool_]]:
    """Cells with points or a mark of their own, not closed or banned: start per row, column, points, bonus, exempt."""
    n, m = pairs.shape

    def keys(cells: object) -> Integers:
        return cells.rows * m + cells.columns  # type: ignore[attr-defined, no-any-return]

    every = np.unique(np.concatenate([keys(c) for c in (pairs.extra, pairs.mutual, pairs.pinned, pairs.current)]))
    every = every[~np.isin(every, keys(pairs.banned)) & open_columns[every % m]]
    points, bonus = np.zeros(len(every), np.int64), np.zeros(len(every), np.int64)
    exempt = np.zeros(len(every), np.bool_)
    for cells, worth in (
        (pairs.mutual, objective.mutual),
        (pairs.pinned, objective.pin),
        (pairs.current, objective.keep),
    ):
        marked = np.isin(every, keys(cells))
        bonus[marked] += worth
        if cells is not pairs.current:
            exempt |= marked
    extra = keys(pairs.extra)
    if len(extra) and len(every):
        place = np.minimum(np.searchsorted(extra, every), len(extra) - 1)
        points = np.where(extra[place] == every, pairs.extra.points[place], 0)
    start = np.searchsorted(every // m, np.arange(n + 1)).astype(np.int64)
    return start, every % m, points, bonus, exempt
