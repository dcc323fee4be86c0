"""What is no readable table gets a clear sentence, in time, and nothing is half done."""

import io
import re
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from nastavnik.domain.exchange import reading
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import REFUSALS, refusal
from nastavnik.domain.exchange.reading import limits
from nastavnik.domain.exchange.reading.table import read_table

from . import files
from .files import ANNA, HEADINGS

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = files.xlsx([HEADINGS, ANNA])
PART = "xl/worksheets/sheet1.xml"
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>'
)


def code_of(content: bytes, name: str = "список.xlsx") -> str:
    """The code of the refusal, which must come within a second and have a sentence."""
    started = time.perf_counter()
    with pytest.raises(UnreadableFile) as caught:
        read_table(content, name)
    assert time.perf_counter() - started < 1 or caught.value.code == "too_heavy"
    assert refusal(caught.value).endswith(".")
    assert "%(" not in refusal(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture"),
        (b"GIF89a" + b"\0" * 50, "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "picture"),
        (b"%PDF-1.7\n" + b"\xe2\xe3" * 20, "pdf"),
        (b"Rar!\x1a\x07\x01\0", "archive"),
        (b"\x1f\x8b\x08\0" + b"\0" * 50, "archive"),
        (b"{\\rtf1\\ansi}", "word_document"),
        (b"<html><table><tr><td>\xd4\xc8\xce</td></tr></table></html>", "web_page"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html></html>", "web_page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "xml_table"),
        (b"MZ\x90\0\x03" + bytes(range(256)), "not_a_table"),
        (bytes(range(256)) * 4, "not_a_table"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "word_document"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "broken"),
        (COMPOUND, "not_a_table"),
        (b"PK\x03\x04" + b"\0" * 100, "broken"),
        (GOOD[:-40], "broken"),
        (GOOD[: len(GOOD) // 2], "broken"),
        (files.container({"word/document.xml": "<w/>"}), "word_document"),
        (files.container({"ppt/presentation.xml": "<p/>"}), "presentation"),
        (files.container({"xl/workbook.bin": b"\1"}), "binary_workbook"),
        (files.container({"Index/Document.iwa": b"\1"}), "numbers_document"),
        (files.container({"readme.txt": "список"}), "archive"),
        (files.container({"дети.xlsx": GOOD}), "archive_of_tables"),
        (files.container({"mimetype": "application/vnd.oasis.opendocument.text"}), "word_document"),
        (files.xlsx([]), "empty_sheet"),
        (files.xlsx([(None, "  ")]), "empty_sheet"),
        (files.workbook({"Лист": [], "Дети": [HEADINGS, ANNA]}, hidden=["Дети"]), "hidden_only"),
        (files.xlsx([ANNA, ANNA]), "no_headings"),
    ],
)
def test_what_is_no_table_is_named(content, code):
    assert code_of(content) == code


def test_the_name_of_the_file_decides_nothing():
    assert read_table(GOOD, "фото.png").kind == "xlsx"
    assert code_of(b"\x89PNG\r\n\x1a\n", "список.xlsx") == "picture"


def test_two_hundred_megabytes_are_refused_unread():
    assert code_of(bytes(200 * 1024 * 1024)) == "too_big"


def test_sentences_name_the_next_step():
    assert refusal(UnreadableFile("too_big", limit=20)) == (
        "Файл больше 20 МБ. Сохраните один лист отдельным файлом и загрузите снова."
    )
    assert refusal(UnreadableFile("picture")) == ("Это не таблица, а картинка. Нужен файл .xlsx, .xls, .ods или .csv.")


def sheet(rows: bytes, dimension: bytes = b"") -> bytes:
    head = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return files.replaced(GOOD, {PART: head + dimension + b"<sheetData>" + rows + b"</sheetData></worksheet>"})


def many_parts() -> bytes:
    return files.replaced(GOOD, {f"xl/media/{number}.bin": b"" for number in range(limits.ZIP_PARTS + 1)})


def repeated_ods() -> bytes:
    good = files.ods([HEADINGS, ANNA])
    content = files.part(good, "content.xml").decode()
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16384"><text:p>а</text:p></table:table-cell></table:table-row></table:table>'
    )
    return files.replaced(good, {"content.xml": content.replace("</table:table>", row).encode()})


def lying_size() -> bytes:
    """The directory says 100 bytes, the part unpacks to 80 MB."""
    content = bytearray(files.replaced(GOOD, {PART: b"<worksheet>" + b" " * 80_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        size = archive.getinfo(PART).file_size
    return bytes(content).replace(struct.pack("<I", size), struct.pack("<I", 100))


def long_strings() -> bytes:
    """One string of 32 kB shown in 20,000 cells: 640 MB of text from 200 kB."""
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"a" * 32_000
        + b"</t></si></sst>"
    )
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 20_001))
    content = files.replaced(sheet(cells), {"xl/sharedStrings.xml": shared})
    relations = files.part(content, "xl/_rels/workbook.xml.rels")
    link = (
        b'<Relationship Id="rId99" Target="sharedStrings.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    return files.replaced(
        content,
        {"xl/_rels/workbook.xml.rels": relations.replace(b"</Relationships>", link)},
    )


FAR_CELL = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
HOSTILE = {
    "spaces that unpack to 80 MB": (lambda: files.replaced(GOOD, {PART: b" " * 80_000_000}), {"swollen"}),
    "many parts of 8 MB": (
        lambda: files.replaced(GOOD, {f"xl/{n}.xml": b" " * 8_000_000 for n in range(8)}),
        {"swollen"},
    ),
    "a part packed 1000 times": (lambda: files.replaced(GOOD, {"xl/media/1.bin": bytes(5_000_000)}), {"swollen"}),
    "a directory of too many parts": (many_parts, {"swollen"}),
    "a size the directory lies about": (lying_size, {"swollen", "broken", "too_heavy"}),
    "billion laughs": (lambda: files.replaced(GOOD, {PART: BILLION_LAUGHS}), {"unsafe"}),
    "billion laughs in UTF-16": (
        lambda: files.replaced(GOOD, {PART: BILLION_LAUGHS.decode().encode("utf-16")}),
        {"unsafe"},
    ),
    "entities in the shared strings": (
        lambda: files.replaced(GOOD, {"xl/sharedStrings.xml": BILLION_LAUGHS}),
        {"unsafe"},
    ),
    "a declaration behind a long comment": (
        lambda: files.replaced(GOOD, {PART: b"<!--" + b"x" * 70_000 + b"-->" + BILLION_LAUGHS}),
        {"unsafe"},
    ),
    "a workbook inside the workbook": (lambda: files.replaced(GOOD, {"xl/inner.xlsx": GOOD}), {"unsafe"}),
    "a path out of the container": (lambda: files.replaced(GOOD, {"../../etc/x.xml": b"<a/>"}), {"unsafe"}),
    "another compression": (lambda: files.container({"xl/workbook.xml": "<a/>"}, zipfile.ZIP_LZMA), {"unsafe"}),
    "one cell in the farthest corner": (lambda: sheet(FAR_CELL), {"too_heavy"}),
    "rows beyond the limit": (
        lambda: sheet(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % n for n in range(1, 21_000))),
        {"too_many_rows"},
    ),
    "columns beyond the limit": (
        lambda: sheet(b'<row r="1">' + b"<c><v>1</v></c>" * 300 + b"</row>"),
        {"too_many_columns"},
    ),
    "a string repeated to 640 MB": (long_strings, {"too_heavy"}),
    "repeated rows and columns": (repeated_ods, {"too_heavy", "too_many_columns", "broken"}),
    "text rows beyond the limit": (lambda: b"a;b\n" * 20_001, {"too_many_rows"}),
    "text columns beyond the limit": (lambda: b";".join([b"a"] * 5_000_000), {"too_many_columns", "too_heavy"}),
    "a deep nest of elements": (lambda: sheet(b"<row>" * 200_000), {"broken", "empty_sheet", "swollen"}),
    "no sheets": (lambda: files.replaced(GOOD, {PART: None}), {"broken", "empty_sheet"}),
    "a workbook of garbage": (lambda: files.replaced(GOOD, {"xl/workbook.xml": b"<a><b"}), {"broken", "empty_sheet"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_a_second(name):
    build, codes = HOSTILE[name]
    content = build()

    assert code_of(content) in codes


def test_a_file_of_the_largest_allowed_size_is_read_within_the_limits():
    rows = [HEADINGS, *[(f"Королёва Анна {number}", "14.03.2012", "8Б") for number in range(19_999)]]

    assert len(read_table(files.csv(rows)).rows) == 19_999


def test_every_refusal_of_the_code_has_a_sentence():
    sources = "\n".join(path.read_text() for path in Path(reading.__file__).parent.rglob("*.py"))
    raised = set(re.findall(r'UnreadableFile\(\s*"(\w+)"', sources)) | set(re.findall(r'else "(\w+)"\)', sources))
    raised |= {"too_heavy"} & set(re.findall(r'"refusal": "(\w+)"', sources))

    assert raised == set(REFUSALS)


def test_reading_needs_no_django():
    program = (
        "import sys; sys.path.insert(0, 'src')\n"
        "from nastavnik.domain.exchange.reading import people, table\n"
        "from nastavnik.domain.exchange.reading.report import to_json\n"
        "from datetime import date\n"
        "content = open('tests/data/mentees.xlsx', 'rb').read()\n"
        "reading = people.read_people(table.read_table(content), 'mentee', {'B': None}, as_of=date(2026, 11, 23))\n"
        "print(to_json(reading)['issues'][0]['message'])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
    )

    assert done.stdout.startswith("Нет столбца с именем. Есть: № п/п, ФИО наставляемого")
