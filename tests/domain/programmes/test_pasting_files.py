"""A roadmap in a file: the same rows as pasted, and no file breaks the reading."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from nastavnik.domain.programmes.pasting import CannotRead, StageSpan, read, text_of
from nastavnik.domain.programmes.terms import said
from tests.effort import examples

AROUND, UNTIL = date(2026, 9, 1), date(2027, 5, 31)
STAGES = (StageSpan(1, "Подготовка условий", AROUND, date(2026, 9, 21)),)


def paste(text):
    return read(text, around=AROUND, until=UNTIL, stages=STAGES)


HEAD = ["№", "Мероприятие", "Срок", "Ответственный"]
BODY = [["Этап 1", "", "", ""], ["1", 'Сбор "Старт"\nи план', "10.09.2026", "куратор"]]


def workbook():
    book = Workbook()
    for row in (HEAD, *BODY):
        book.active.append([date(2026, 9, 10) if cell == "10.09.2026" else cell for cell in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def document():
    paper = Document()
    table = paper.add_table(rows=0, cols=4)
    for row in (HEAD, *BODY):
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    cells = table.rows[1].cells
    cells[0].merge(cells[3])
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def csv_of_windows():
    return '№;Мероприятие;Срок;Ответственный\nЭтап 1;;;\n1;"Сбор ""Старт""\nи план";10.09.2026;куратор'.encode("cp1251")


@pytest.mark.parametrize("make", [workbook, document, csv_of_windows])
def test_files_are_read_like_what_is_pasted(make):
    pasted = paste(text_of(make()))

    assert [(row.title, row.stage, said(row.term), row.responsible) for row in pasted.rows] == [
        ('Сбор "Старт" и план', 1, "10.09.2026", ("куратор",))
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"MZ\x90\x00" + bytes(100), "not_a_table"),
        (b"%PDF-1.7", "not_a_table"),
        (b"PK\x03\x04broken", "broken"),
        (b"x" * (5 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_other_files_are_refused(content, code):
    with pytest.raises(CannotRead) as refusal:
        text_of(content)

    assert refusal.value.code == code


@settings(max_examples=examples(200), deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\x9c"]))
def test_no_file_breaks_the_reading(content, start):
    try:
        text = text_of(start + content)
    except CannotRead:
        return

    assert paste(text).rows or paste(text).issues


WHOLE = {"workbook": workbook(), "document": document()}


@settings(max_examples=examples(100), deadline=None)
@given(st.sampled_from(list(WHOLE)), st.data())
def test_no_damaged_file_breaks_the_reading(name, data):
    content = bytearray(WHOLE[name])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        text = text_of(bytes(content))
    except CannotRead:
        return

    assert isinstance(paste(text).rows, tuple)


def test_a_cell_over_more_columns_than_a_table_has_is_refused_at_once():
    wide = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document())) as source, zipfile.ZipFile(wide, "w") as packed:
        for entry in source.infolist():
            content = source.read(entry)
            packed.writestr(
                entry.filename, content.replace(b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="2000000000"/>', 1)
            )

    with pytest.raises(CannotRead) as refused:
        text_of(wide.getvalue())

    assert refused.value.code == "too_big"
