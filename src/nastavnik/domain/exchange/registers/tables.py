"""Tables out. What a cell holds is text for every program that opens it, and the same text for our own reader."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from nastavnik.domain.exchange.formulas import guarded
from nastavnik.domain.exchange.registers.cells import Cell
from nastavnik.domain.exchange.registers.columns import Column
from nastavnik.domain.exchange.registers.records import RegisterRow

MARK = "\ufeff"  # so that Excel reads UTF-8


def headings(columns: Sequence[Column]) -> list[str]:
    return [str(column.title) for column in columns]


def values(row: RegisterRow, columns: Sequence[Column]) -> list[Cell]:
    """The cells of one row; an empty text is an empty cell."""
    found = (column.value(row) for column in columns)
    return [None if cell == "" else cell for cell in found]


def as_text(cell: Cell) -> str:
    """A cell as it is read by people: dates as 23.11.2026."""
    if cell is None:
        return ""
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else str(cell)


def harmless(cell: Cell) -> str:
    """A cell of a text table: what looks like a formula is guarded, `reading.delimited` takes the guard off again."""
    return guarded(cell) if isinstance(cell, str) else as_text(cell)


def as_csv(columns: Sequence[Column], rows: Iterable[RegisterRow]) -> bytes:
    """Semicolons and UTF-8 with a mark: what Excel in Russian opens by a double click."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings(columns))
    writer.writerows([harmless(cell) for cell in values(row, columns)] for row in rows)
    return (MARK + target.getvalue()).encode()
