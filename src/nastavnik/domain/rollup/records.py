"""What a table of counts says, and what is wrong with it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that contradicts. `row` is Excel's, `column` its letter; None = the whole table."""

    row: int | None
    column: str | None
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Institution:
    """One row: `counts` by code, without those that are not known; `left_out` are shares its own numbers deny."""

    row: int
    name: str
    kind: str
    counts: Mapping[str, int]
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sums:
    """`totals` by code; `shares` by code as (numerator, denominator) over the institutions that know both."""

    institutions: int
    totals: Mapping[str, int]
    shares: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class CountsTable:
    """A municipal table read: its institutions, their sums, the same by kind of institution, what contradicts."""

    sheet: str
    institutions: tuple[Institution, ...]
    sums: Sums
    by_kind: Mapping[str, Sums]
    flags: tuple[Flag, ...]
