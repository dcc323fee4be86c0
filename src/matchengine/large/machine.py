"""The compiled search: for one mentee all mentors, thousands at once, by arithmetic on planes of bits.

For every mentee the rules and points become a short list of steps (`steps`): planes that forbid, planes that must be
met, and planes that are added up, each at the binary places of its points, by carry-save adders. The steps run over a
block of mentors (`running`) and leave the score of each as binary digits in planes. Price planes are added, the sum is
compared with what is asked for, and only mentors that pass are weighed one by one, exactly (`weighing`). Points that
are no whole number are rounded up in the planes, so nobody is missed. Imports numba: load it only when needed.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from matchengine.large import adders as a
from matchengine.large import tables as t
from matchengine.large.adders import Work
from matchengine.large.running import BYTES, VECTOR_BYTES, held, is_held, limit_of, pass_limit, run, with_prices
from matchengine.large.steps import Asked, write_steps
from matchengine.large.vector import both, compiled, compiled_to_disk
from matchengine.large.weighing import by_column, keep_marked, keep_passed

Array = Any
Number = Any
SECOND_CACHE = 1_600_000
"""Bytes of planes that stay near the processor: the steps of a mentee are written once for so many blocks."""
ROOM = 8
"""Mentors above the number asked for from which it is worth to look for a higher limit first."""
SOURCES = ("vector", "tables", "adders", "steps", "running", "weighing", "machine")


@compiled
def _is_empty(tables: t.Tables, row: Number, block: Number) -> Any:
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


@compiled
def _search_block(
    work: Work, tables: t.Tables, asked: Asked, row: Number, block: Number, found: Number, columns: Array, values: Array
) -> Any:
    """Look at one block of mentors for one mentee, band after band. Answers how many pairs are kept now."""
    needed = _needed(tables, asked, row, found, values)
    if needed + asked.lowest[block] > work.state[a.MOST] or _is_empty(tables, row, block):
        return found
    size = asked.words[block] * 8
    at = np.int64(tables.planes[block].ctypes.data)
    open_at = np.int64(asked.open_planes[block].ctypes.data)
    scratch = np.int64(work.scratch.ctypes.data)
    for byte in range(0, size, VECTOR_BYTES):
        both(byte, (open_at, open_at, scratch + a.POSSIBLE * BYTES))
    if not run(work.steps, work.state[a.STEPS], work.scratch[a.POSSIBLE], at, size):
        return found
    for band in range(asked.first_band[block], asked.first_band[block + 1]):
        limit = _needed(tables, asked, row, found, values) + asked.highest[band]
        if limit > work.state[a.MOST] + asked.range[band]:
            continue
        band_at = np.int64(asked.band_planes[band].ctypes.data)
        for byte in range(0, size, VECTOR_BYTES):
            both(byte, (band_at, scratch + a.POSSIBLE * BYTES, scratch + a.IN_BAND * BYTES))
        if is_held(work.scratch[a.IN_BAND], size):
            found = _search_band(work, tables, asked, row, block, band, limit, found, columns, values)
    return found


@compiled
def _needed(tables: t.Tables, asked: Asked, row: Number, found: Number, values: Array) -> Any:
    """What score, above the lowest points of a mentor, less price a mentor must reach to be among the best."""
    lowest_value = asked.u[row] + 1
    if found == asked.most:
        lowest_value = max(lowest_value, values[found - 1])
    return lowest_value - asked.base - asked.factor * tables.column_floor


@compiled
def _search_band(
    work: Work,
    tables: t.Tables,
    asked: Asked,
    row: Number,
    block: Number,
    band: Number,
    limit: Number,
    found: Number,
    columns: Array,
    values: Array,
) -> Any:
    """Of the mentors IN_BAND weigh those who can be among the best."""
    size = asked.words[block] * 8
    at = np.int64(tables.planes[block].ctypes.data)
    digits = with_prices(work, asked, band, at, size)
    pass_limit(work, at, digits, limit, size)
    passed = held(work.scratch[a.PASSED], size)
    if passed == 0:
        return found
    doubtful = asked.marked_start[row + 1] - asked.marked_start[row]
    doubtful += asked.banned_start[row + 1] - asked.banned_start[row]
    # the best by rounded points may all lie below the threshold: then no higher limit is sure
    is_sure = work.state[a.ERROR] == 0 or asked.threshold <= asked.lowest_score
    if is_sure and passed > asked.most + doubtful + ROOM:
        raised = limit_of(work, digits, asked.most + doubtful, size) - work.state[a.ERROR]
        if raised > max(limit, 0):
            pass_limit(work, at, digits, raised, size)
    return keep_passed(work, tables, asked, row, block, size, found, columns, values)


@cache
def prepared_search() -> Callable[[t.Tables], tuple[Callable[..., bool], Work]]:
    """From tables to the compiled search (see `_search_with`) and room for one thread to work in."""
    search = compiled_to_disk(_search_with(_version()))
    return lambda tables: (search, a.work_for(tables))


def _version() -> str:
    """A digest of the sources: what was compiled from others must not be taken from the cache on disk."""
    digest = hashlib.sha256()
    for name in SOURCES:
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return digest.hexdigest()


def _search_with(version: str) -> Callable[..., bool]:
    """The search; its version is part of it, so that the cache on disk knows one from another."""

    def search(tables: Any, asked: Any, work: Any, rows: Array, found: Array, columns: Array, weights: Array) -> Any:
        """Fill `found`, `columns` and `weights` (rows × most) for these mentees. Answers False if room ran out."""
        if len(version) == 0:
            return False
        for k in range(len(rows)):
            found[k] = keep_marked(tables, asked, rows[k], columns[k], weights[k]) if asked.open_rows[rows[k]] else 0
        together = max(1, SECOND_CACHE // (tables.planes.shape[1] * BYTES))
        for first in range(0, len(tables.planes), together):
            for k in range(len(rows)):
                row = rows[k]
                if not asked.open_rows[row] or not write_steps(work, tables, asked, row):
                    continue
                if work.state[a.FAILED]:
                    return False
                for block in range(first, min(first + together, len(tables.planes))):
                    found[k] = _search_block(work, tables, asked, row, block, found[k], columns[k], weights[k])
        for k in range(len(rows)):
            by_column(found[k], columns[k], weights[k])
            for at in range(found[k]):
                weights[k, at] += asked.p[columns[k, at]]
        return True

    return search
