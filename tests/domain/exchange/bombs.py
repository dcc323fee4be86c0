"""Hostile files, made when they are needed: what each is, how it is built, how it may be refused."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from nastavnik.domain.exchange.reading import limits

from . import files
from .files import ANNA, HEADINGS

GOOD = files.xlsx([HEADINGS, ANNA])
PART = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
BILLION_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [' + LAUGHS + b"]><worksheet><sheetData/></worksheet>"
QUADRATIC = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + b"x" * 50_000 + b'">]><worksheet>&a;</worksheet>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'

Bomb = tuple[Callable[[], bytes], set[str]]


def sheet(rows: bytes, *, before: bytes = b"", behind: bytes = b"") -> bytes:
    """The good workbook with other rows, and with elements before and behind them."""
    head = b'<?xml version="1.0"?><worksheet xmlns="' + MAIN + b'">'
    whole = head + before + b"<sheetData>" + rows + b"</sheetData>" + behind + b"</worksheet>"
    return files.replaced(GOOD, {PART: whole})


def part_of(content: bytes) -> bytes:
    return files.replaced(GOOD, {PART: content})


def many_parts() -> bytes:
    return files.replaced(GOOD, {f"xl/media/{number}.bin": b"" for number in range(limits.ZIP_PARTS + 1)})


def nested() -> bytes:
    """A zip of zips of zips, each full of the next."""
    content = bytes(1_000_000)
    for _ in range(4):
        content = files.container({f"{number}.zip": content for number in range(10)})
    return files.replaced(GOOD, {"xl/42.zip": content})


def repeated(cell: str, row: str) -> bytes:
    """An .ods whose last row and cell are told to stand there again and again."""
    good = files.ods([HEADINGS, ANNA])
    added = (
        f'<table:table-row table:number-rows-repeated="{row}"><table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="{cell}"><text:p>а</text:p></table:table-cell></table:table-row></table:table>'
    )
    content = files.part(good, "content.xml").decode().replace("</table:table>", added)
    return files.replaced(good, {"content.xml": content.encode()})


def lying_size() -> bytes:
    """The directory says 100 bytes, the part unpacks to 40 MB."""
    content = part_of(b"<worksheet>" + b" " * 40_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo(PART).file_size
    return content.replace(struct.pack("<I", size), struct.pack("<I", 100))


def overlapping() -> bytes:
    """Every entry of the directory points at the same packed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b" " * 900_000) + packed.flush()
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(data), 900_000, 1, 0) + b"a" + data
    directory = b""
    for number in range(500):
        name = b"xl/workbook.xml" if number == 0 else b"xl/%d.xml" % number
        entry = struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(data), 900_000, len(name), 0, 0, 0, 0, 0, 0),
        )
        directory += entry + name
    return local + directory + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 500, 500, len(directory), len(local), 0)


def long_strings(length: int, cells: int) -> bytes:
    """One shared string shown in many cells."""
    shared = b'<sst xmlns="' + MAIN + b'"><si><t>' + b"a" * length + b"</t></si></sst>"
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, cells + 1))
    content = files.replaced(sheet(rows), {"xl/sharedStrings.xml": shared})
    link = (
        b'<Relationship Id="rId99" Target="sharedStrings.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
    )
    relations = files.part(content, "xl/_rels/workbook.xml.rels").replace(b"</Relationships>", link)
    return files.replaced(content, {"xl/_rels/workbook.xml.rels": relations})


def locked_zip() -> bytes:
    """Every entry says that it is encrypted."""
    content = bytearray(GOOD)
    for mark, at in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def old_workbook(damage: Callable[[bytearray], None]) -> bytes:
    content = bytearray(files.xls([HEADINGS, ANNA]))
    damage(content)
    return bytes(content)


def without_records(content: bytearray) -> None:
    """The records of the old format say that they are longer than the file."""
    at = content.find(b"\x09\x08")
    content[at + 2 : at + 4] = b"\xff\xff"
    content[at + 4 : at + 60] = b"\xff" * 56


def in_circles(content: bytearray) -> None:
    """The table of sectors leads from each sector to itself."""
    for at in range(512, min(len(content), 1536), 4):
        content[at : at + 4] = struct.pack("<I", (at - 512) // 4)


def endless() -> bytes:
    """The parser looks for the end of the table behind the end of the file, for ever."""
    good = files.ods([HEADINGS, ANNA])
    return files.replaced(good, {"content.xml": files.part(good, "content.xml").replace(b"</table:table>", b"")})


def macros() -> bytes:
    types = files.part(GOOD, "[Content_Types].xml").replace(b"spreadsheetml.sheet.main", b"macroEnabled.main")
    return files.replaced(GOOD, {"[Content_Types].xml": types, "xl/vbaProject.bin": COMPOUND + bytes(600)})


FAR_CELL = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
MERGED = b"<mergeCells>%s</mergeCells>"
TOO_MUCH = {"too_heavy", "swollen", "broken"}

ROW_LOST = TOO_MUCH | {"no_headings", "empty_sheet"}

ZIP_BOMBS: dict[str, Bomb] = {
    "spaces that unpack to 80 MB": (lambda: part_of(b" " * 80_000_000), {"swollen"}),
    "many parts of 8 MB": (
        lambda: files.replaced(GOOD, {f"xl/{n}.xml": b" " * 8_000_000 for n in range(8)}),
        {"swollen"},
    ),
    "a part packed 1000 times": (lambda: files.replaced(GOOD, {"xl/media/1.bin": bytes(5_000_000)}), {"swollen"}),
    "a directory of too many parts": (many_parts, {"swollen"}),
    "a size the directory lies about": (lying_size, TOO_MUCH),
    "entries that overlap": (overlapping, {"swollen", "broken", "unsafe"}),
    "zips in zips in zips": (nested, {"unsafe", "swollen"}),
    "a workbook inside the workbook": (lambda: files.replaced(GOOD, {"xl/inner.xlsx": GOOD}), {"unsafe"}),
    "a path out of the container": (lambda: files.replaced(GOOD, {"../../etc/x.xml": b"<a/>"}), {"unsafe"}),
    "a path from the root": (lambda: files.replaced(GOOD, {"/etc/cron.d/x.xml": b"<a/>"}), {"unsafe"}),
    "a path with backslashes": (lambda: files.replaced(GOOD, {"..\\..\\x.xml": b"<a/>"}), {"unsafe"}),
    "another compression": (lambda: files.container({"xl/workbook.xml": "<a/>"}, zipfile.ZIP_LZMA), {"unsafe"}),
    "entries that are encrypted": (locked_zip, {"encrypted"}),
    "macros": (macros, {"unsafe"}),
    "an end of the directory alone": (lambda: b"PK\5\6" + bytes(18), {"archive", "broken"}),
    "a directory beyond the file": (lambda: GOOD[:-6] + b"\xff\xff\xff\x7f\0\0", {"broken"}),
}
XML_BOMBS: dict[str, Bomb] = {
    "billion laughs": (lambda: part_of(BILLION_LAUGHS), {"unsafe"}),
    "billion laughs in UTF-16": (lambda: part_of(BILLION_LAUGHS.decode().encode("utf-16")), {"unsafe"}),
    "one long entity many times": (lambda: part_of(QUADRATIC), {"unsafe"}),
    "an entity that reads a file": (lambda: part_of(OUTSIDE), {"unsafe"}),
    "entities in the shared strings": (
        lambda: files.replaced(GOOD, {"xl/sharedStrings.xml": BILLION_LAUGHS}),
        {"unsafe"},
    ),
    "a declaration behind a long comment": (
        lambda: part_of(b"<!--" + b"x" * 70_000 + b"-->" + BILLION_LAUGHS),
        {"unsafe"},
    ),
    "one cell in the farthest corner": (lambda: sheet(FAR_CELL), {"too_heavy"}),
    "a row beyond all rows": (lambda: sheet(b'<row r="4294967297"><c r="A4294967297"><v>1</v></c></row>'), ROW_LOST),
    "rows beyond the limit": (
        lambda: sheet(b"".join(b'<row r="%d"><c><v>1</v></c></row>' % n for n in range(1, 21_000))),
        {"too_many_rows"},
    ),
    "columns beyond the limit": (
        lambda: sheet(b'<row r="1">' + b"<c><v>1</v></c>" * 300 + b"</row>"),
        {"too_many_columns"},
    ),
    "a million merged ranges": (
        lambda: sheet(
            b"", behind=MERGED % (100 * b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, 10_001)))
        ),
        {"swollen", "too_heavy", "empty_sheet"},
    ),
    "a string repeated to 640 MB": (lambda: long_strings(32_000, 20_000), {"too_heavy"}),
    "one string of 30 MB": (lambda: long_strings(30_000_000, 2), {"swollen", "too_heavy"}),
    "a string that is not there": (
        lambda: sheet(b'<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>'),
        {"broken", "empty_sheet", "no_headings"},
    ),
    "a deep nest of elements": (lambda: sheet(b"<row>" * 200_000), {"broken", "empty_sheet", "swollen"}),
    "no sheets": (lambda: files.replaced(GOOD, {PART: None}), {"broken", "empty_sheet"}),
    "a workbook of garbage": (lambda: files.replaced(GOOD, {"xl/workbook.xml": b"<a><b"}), {"broken", "empty_sheet"}),
    "an attribute of 20 MB": (lambda: part_of(b'<worksheet a="' + b"x" * 20_000_000 + b'"/>'), {"swollen", "unsafe"}),
}
OTHER_BOMBS: dict[str, Bomb] = {
    "repeated rows and columns": (lambda: repeated("16384", "1048576"), TOO_MUCH | {"too_many_columns"}),
    "columns repeated two milliard times": (lambda: repeated("2147483647", "1"), TOO_MUCH | {"too_many_columns"}),
    "rows repeated two milliard times": (lambda: repeated("1", "2147483647"), TOO_MUCH | {"too_many_rows"}),
    "a deep nest in an .ods": (
        lambda: files.replaced(files.ods([HEADINGS]), {"content.xml": b"<office:a>" * 200_000}),
        {"broken", "empty_sheet", "swollen"},
    ),
    "an .ods whose table never ends": (endless, {"broken"}),
    "an .xls of broken records": (lambda: old_workbook(without_records), {"broken", "empty_sheet"}),
    "an .xls in circles": (lambda: old_workbook(in_circles), ROW_LOST),
    "an .xls cut in half": (lambda: files.xls([HEADINGS, ANNA])[:2_000], {"broken", "not_a_table"}),
    "a workbook with a password": (
        lambda: COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        {"encrypted"},
    ),
    "garbage in an old container": (lambda: COMPOUND + bytes(range(256)) * 20, {"not_a_table", "broken"}),
    "text rows beyond the limit": (lambda: b"a;b\n" * 20_001, {"too_many_rows"}),
    "a million columns of text": (lambda: b";".join([b"a"] * 1_000_000), {"too_many_columns", "too_heavy"}),
    "five million columns of text": (lambda: b";".join([b"a"] * 5_000_000), {"too_many_columns", "too_heavy"}),
    "a million rows of separators": (lambda: b";;;;\n" * 1_000_000, {"empty_sheet", "too_heavy", "not_a_table"}),
    "a quote that never ends": (
        lambda: files.csv([HEADINGS, ANNA]) + b'"' + b"a" * 10_000_000,
        {"unclosed_quote", "too_heavy"},
    ),
    "ten million quotes": (lambda: b'"' * 10_000_000, {"unclosed_quote", "too_heavy", "not_a_table", "empty_sheet"}),
    "one line of 19 MB": (lambda: b"a" * 19_000_000, {"too_heavy", "unclosed_quote", "not_a_table"}),
    "noughts in a text": (lambda: "ФИО;Класс\n".encode() + bytes(100) + "а;б".encode(), {"not_a_table"}),
    "half a letter of UTF-16": (lambda: "ФИО;Класс".encode("utf-16") + b"\x04", {"unknown_encoding"}),
    "letters that are none": (lambda: "ФИО;Класс\n".encode() + b"\xff\xd0\x8f\xc0\xc1\xf5" * 99, {"unknown_encoding"}),
}
BOMBS = {**ZIP_BOMBS, **XML_BOMBS, **OTHER_BOMBS}
