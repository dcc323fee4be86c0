"""Small tables and hostile files, built where they are needed. All people are invented."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from openpyxl import Workbook

from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.exchange.records import ListReading

AS_OF = date(2026, 11, 23)
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
HEADINGS = ("ФИО", "Дата рождения", "Класс")
ANNA = ("Королёва Анна Ильинична", "14.03.2012", "8Б")
PETR = ("Носов Пётр Олегович", "01.09.2013", "7А")


def xlsx(rows: Iterable[Sequence[object]], *, merged: Sequence[str] = (), title: str = "Дети", top: int = 1) -> bytes:
    """A workbook of one sheet whose first row is Excel's row `top`."""
    return workbook({title: rows}, merged=merged, top=top)


def workbook(
    sheets: Mapping[str, Iterable[Sequence[object]]],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
    top: int = 1,
) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, top):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column, value)
        for cells in merged:
            sheet.merge_cells(cells)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(rows: Iterable[Sequence[object]]) -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Дети")
    day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value, *([day] if isinstance(value, date) else []))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: Iterable[Sequence[str | date | None]]) -> bytes:
    """An OpenDocument workbook written by hand: mimetype, manifest, content."""
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{OPEN_DOCUMENT}:office:1.0" xmlns:table="{OPEN_DOCUMENT}:table:1.0" '
        f'xmlns:text="{OPEN_DOCUMENT}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Дети">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return container(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OPEN_DOCUMENT}:manifest:1.0"/>',
            "content.xml": content,
        }
    )


def _ods_cell(value: str | date | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def container(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def replaced(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The container with some parts replaced, added or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        present = {name: archive.read(name) for name in archive.namelist()}
    return container({name: part for name, part in {**present, **parts}.items() if part is not None})


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def csv(rows: Iterable[Sequence[str]], *, separator: str = ";", encoding: str = "utf-8") -> bytes:
    return "".join(separator.join(row) + "\r\n" for row in rows).encode(encoding)


def read(content: bytes, role: str = "mentee", mapping: Mapping[str, str | None] | None = None) -> ListReading:
    """File → people, on the tests' day."""
    return read_people(read_table(content, "список", role=role), role, mapping, as_of=AS_OF)


def read_rows(*rows: Sequence[object], role: str = "mentee", **options: object) -> ListReading:
    return read(xlsx(rows, **options), role)
