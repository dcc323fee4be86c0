"""The first value of each column, by which a reader knows what it holds."""

from collections.abc import Sequence
from dataclasses import replace

from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.records import ColumnGuess, TableRow


def first_value(rows: Sequence[TableRow], index: int) -> str:
    """What stands in the first filled cell of a column, as a reader sees it."""
    return next((text for row in rows if (text := text_of(row.cells[index]))), "")[:60]


def with_samples(columns: Sequence[ColumnGuess], rows: Sequence[TableRow]) -> tuple[ColumnGuess, ...]:
    """The columns with their first values among these rows: those of people, not of section titles."""
    if not rows:
        return tuple(columns)
    return tuple(replace(column, sample=first_value(rows, index)) for index, column in enumerate(columns))
