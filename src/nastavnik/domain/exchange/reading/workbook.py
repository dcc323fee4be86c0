"""Workbooks (.xlsx, .xls, .ods) into plain sheets. Runs inside the limited process of `isolated`."""

import io
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers import expat

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import formulas, limits


def sheets_of(content: bytes, *, hidden: bool = False) -> list[dict[str, Any]]:
    """Every worksheet: {"name", "visible", "rows": [[Excel's row number, [cells from A on]]], "merged", "unvalued"}.

    Only rows that are not blank are given, those of hidden sheets only with `hidden`. `unvalued` holds [row, column] of
    formulas without a saved value. `merged` holds [first row, first column, last row, last column], rows
    counted from 1, columns from 0. Cells are JSON values; dates and times are one-key dictionaries.
    """
    import python_calamine as calamine

    _require_whole(content)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [_sheet(book, index, meta, hidden) for index, meta in enumerate(book.sheets_metadata[: limits.SHEETS])]
    except calamine.PasswordError as error:
        raise UnreadableFile("encrypted") from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise UnreadableFile("broken") from error
    for sheet, cells in zip(sheets, formulas.without_values(content), strict=False):
        sheet["unvalued"] = cells if sheet["rows"] else []
    return sheets


def _require_whole(content: bytes) -> None:
    """The rows of an OpenDocument file must be well-formed: over an element that never ends calamine never ends."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.namelist():
                with archive.open("content.xml") as part:
                    expat.ParserCreate().ParseFile(part)
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise UnreadableFile("broken") from error


def _sheet(book: Any, index: int, meta: Any, hidden: bool) -> dict[str, Any]:
    is_table = str(meta.typ).endswith(".WorkSheet")
    visible = is_table and str(meta.visible).endswith(".Visible")
    answer: dict[str, Any] = {"name": meta.name, "visible": visible, "rows": [], "merged": [], "unvalued": []}
    if not visible and not (hidden and is_table):
        return answer
    sheet = book.get_sheet_by_index(index)
    if sheet.start is None:
        return answer
    answer["rows"] = _rows(sheet)
    answer["merged"] = [[a + 1, b, c + 1, d] for (a, b), (c, d) in (sheet.merged_cell_ranges or [])[:10_000]]
    return answer


def _rows(sheet: Any) -> list[list[Any]]:
    """Rows that are not blank, from column A on: calamine drops the empty columns before the first filled one."""
    left = sheet.start[1]
    rows: list[list[Any]] = []
    budget = limits.TEXT_CHARACTERS
    for number, cells in enumerate(sheet.iter_rows(), 1):  # iter_rows keeps empty rows above, not columns before
        plain = _without_empty_end([_plain(cell) for cell in cells])
        if not plain:
            continue
        if len(plain) + left > limits.COLUMNS:
            raise UnreadableFile("too_many_columns", limit=limits.COLUMNS)
        if len(rows) >= limits.ROWS:
            raise UnreadableFile("too_many_rows", limit=limits.ROWS)
        budget -= sum(len(cell) for cell in plain if isinstance(cell, str))
        if budget < 0:
            raise UnreadableFile("too_heavy")
        rows.append([number, [None] * left + plain])
    return rows


def _plain(cell: Any) -> Any:
    """A cell as JSON can carry it; an empty one is None."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else _finite(cell)
    if isinstance(cell, datetime):
        return {"moment": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    if isinstance(cell, time):
        return {"time": cell.isoformat()}
    return str(cell) if isinstance(cell, timedelta) else cell


def _finite(number: float) -> float | str:
    return number if number == number and abs(number) != float("inf") else str(number)


def _without_empty_end(cells: list[Any]) -> list[Any]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells
