"""Tables out, as .xlsx. A cell's text is never a formula, whatever it begins with."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from nastavnik.domain.documents.rendering.archive import repack
from nastavnik.domain.documents.rendering.words import NOT_FOR_XML

CellValue = str | int | float | bool | date | datetime | None
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_TITLE = 31
LONGEST_TEXT = 32_767
HEADER_FONT = Font(bold=True)
HEADER_FILL = PatternFill("solid", fgColor="EEEBE3")
HEADER_BORDER = Border(bottom=Side("thin", color="7A828E"))
WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Column:
    title: str
    width: float = 16  # in characters, as Excel counts them


@dataclass(frozen=True)
class Sheet:
    """One sheet: its columns and rows of equal length."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[CellValue]]


def render_table(sheets: Sequence[Sheet], *, day: date | None = None) -> bytes:
    """The sheets as one .xlsx with bold heads that stay in sight; the same input gives the same bytes.

    Raises ValueError for a row of another length than the columns.
    """
    tables = [_checked(sheet) for sheet in sheets]
    workbook = Workbook(write_only=True)
    for title, sheet, rows in zip(_titles(sheets), sheets, tables, strict=True):
        _write(workbook.create_sheet(title), sheet.columns, rows)
    target = io.BytesIO()
    workbook.save(target)
    return repack(target.getvalue(), day)


def _checked(sheet: Sheet) -> list[Sequence[CellValue]]:
    rows = list(sheet.rows)
    for row in rows:
        if len(row) != len(sheet.columns):
            raise ValueError(f"a row of {len(row)} cells under {len(sheet.columns)} columns")
    return rows


def _write(target: Any, columns: Sequence[Column], rows: list[Sequence[CellValue]]) -> None:
    target.freeze_panes = "A2"
    for position, column in enumerate(columns, 1):
        target.column_dimensions[get_column_letter(position)].width = column.width
    target.print_title_rows = "1:1"
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = 9
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.append([_head(target, column.title) for column in columns])
    for row in rows:
        target.append([_cell(target, value) for value in row])


def _head(target: Any, title: str) -> WriteOnlyCell:
    cell = _cell(target, title)
    cell.font, cell.fill, cell.border, cell.alignment = HEADER_FONT, HEADER_FILL, HEADER_BORDER, WRAPPED
    return cell


def _cell(target: Any, value: CellValue) -> WriteOnlyCell:
    if isinstance(value, str):
        return _text(target, value)
    cell = WriteOnlyCell(target, value)
    if isinstance(value, date):
        cell.number_format = "DD.MM.YYYY HH:MM" if isinstance(value, datetime) else "DD.MM.YYYY"
    return cell


def _text(target: Any, value: str) -> WriteOnlyCell:
    """Text stays text: the type is set by us, and the quote keeps Excel from reading it anew on editing."""
    cell = WriteOnlyCell(target)
    cell.value = NOT_FOR_XML.sub("", value)[:LONGEST_TEXT]
    cell.data_type = "s"
    cell.alignment = WRAPPED
    if value.startswith(FORMULA_STARTS):
        cell._style.quotePrefix = 1
    return cell


def _titles(sheets: Sequence[Sheet]) -> list[str]:
    taken: list[str] = []
    for sheet in sheets:
        title = base = NOT_IN_TITLES.sub(" ", sheet.title).strip(" '")[:LONGEST_TITLE] or "Лист"
        number = 2
        while title.lower() in (other.lower() for other in taken):
            title = f"{base[: LONGEST_TITLE - 4]} {number}"
            number += 1
        taken.append(title)
    return taken
