"""A file with a table → the text that would have been pasted: .xlsx, .docx, .csv, .txt, by content and not by name."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_CELLS = 40_000
MOST_COLUMNS = 40
ZIP = b"PK\x03\x04"
ENCODINGS = ("utf-8-sig", "cp1251")


class CannotRead(ValueError):
    """The file holds no table for us. `code`: empty_file, too_big, not_a_table, broken, no_table."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text_of(content: bytes) -> str:
    """The table of a file as text with tabs, quoted where needed. Raises CannotRead."""
    if not content.strip():
        raise CannotRead("empty_file")
    if len(content) > MOST_BYTES:
        raise CannotRead("too_big")
    if content.startswith(ZIP):
        return _of_archive(content)
    return _of_text(content)


def _of_text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if b"\x00" in content[:4096] or content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        raise CannotRead("not_a_table")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotRead("not_a_table")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise CannotRead("broken") from None


def _of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise CannotRead("too_big")
        if "xl/workbook.xml" in names:
            return _as_text(_of_workbook(content))
        if "word/document.xml" in names:
            return _as_text(_of_document(content))
    except CannotRead:
        raise
    except Exception:  # noqa: BLE001 – a damaged file makes its readers raise whatever they like
        raise CannotRead("broken") from None
    raise CannotRead("not_a_table")


def _of_workbook(content: bytes) -> list[list[str]]:
    """The first sheet that has words in it."""
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in workbook.worksheets:
            rows: list[list[str]] = []
            for row in sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_CELLS // MOST_COLUMNS, values_only=True):
                rows.append([_said(value) for value in row])
            if any(any(row) for row in rows):
                return rows
    finally:
        workbook.close()
    raise CannotRead("no_table")


def _of_document(content: bytes) -> list[list[str]]:
    """All tables of a document as one: a roadmap of several pages is often cut into several."""
    from docx import Document

    found = [row for table in Document(io.BytesIO(content)).tables for row in table.rows]
    if not found:
        raise CannotRead("no_table")
    # Before the cells are asked for: one that says it spans a thousand million columns would come as often.
    if sum(cell.grid_span for row in found for cell in row._tr.tc_lst) > MOST_CELLS:
        raise CannotRead("too_big")
    return [_cells(row) for row in found]


def _cells(row: Any) -> list[str]:
    """A cell over several columns comes once for each of them: the words stand in the first."""
    seen: list[Any] = []
    words = []
    for cell in row.cells:
        is_new = not any(cell._tc is other for other in seen)
        seen.append(cell._tc)
        words.append(cell.text if is_new else "")
    return words


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _as_text(rows: Iterable[Sequence[str]]) -> str:
    """Tabs between cells, quotes where a spreadsheet would write them."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
