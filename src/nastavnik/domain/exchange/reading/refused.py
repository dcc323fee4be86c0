"""The refused rows as a workbook to be mended and loaded again."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from nastavnik.domain.exchange.messages import parts
from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.records import ListReading, TableRow

NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # XML cannot carry these
CELL_CHARACTERS = 32_767
ROW_HEADING = "Строка в Excel"
ISSUE_HEADING = "Что случилось и что сделать"


def errors_workbook(reading: ListReading, rows: Iterable[TableRow]) -> bytes:
    """An .xlsx with the refused rows of `rows` (the table the reading came from): Excel's number, cells, what to do.

    Every cell is text, so nothing typed by a stranger can become a formula. Under the same headings the mended file
    can be loaded again.
    """
    from openpyxl import Workbook

    problems = _problems(reading)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Исправить")
    headings = [column.heading for column in reading.columns]
    sheet.append(_texts(sheet, [ROW_HEADING, *headings, ISSUE_HEADING]))
    for row in rows:
        if row.number in problems:
            cells = [text_of(cell) for cell in row.cells[: len(headings)]]
            sheet.append(_texts(sheet, [str(row.number), *cells, "\n".join(problems[row.number])]))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _problems(reading: ListReading) -> dict[int, list[str]]:
    """Everything that was noticed in a refused row, errors first: the mended file must not come back again."""
    problems: dict[int, list[str]] = defaultdict(list)
    refused = reading.refused_rows
    for issue in sorted(reading.issues, key=lambda one: one.severity != "error"):
        if issue.row is not None and issue.row in refused:
            what, _, mend = parts(issue)
            problems[issue.row].append(f"{what} {mend}")
    return problems


def _texts(sheet: Any, values: Sequence[str]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell

    cells = []
    for value in values:
        cell = WriteOnlyCell(sheet, value="")
        cell.value = NOT_ALLOWED.sub("", value)[:CELL_CHARACTERS]
        cell.data_type = "s"
        cells.append(cell)
    return cells
