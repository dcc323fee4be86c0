"""Blocks of a paper as WordprocessingML, in the styles of our base page."""

import re
from collections.abc import Sequence
from itertools import repeat

from nastavnik.domain.documents.rendering import docx_xml as xml
from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Columns,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Point,
    Points,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.text import SHORT_LIST, SIGNING_DAY, held_to_signatures, label

NARROW = 100  # mm: below it a signature stands in two lines
MANY_COLUMNS = 7
BETWEEN_COLUMNS = 8  # mm
FIELD_SHARES, NARROW_SHARES = (38, 62), (32, 68)
HEIGHT_TO_FILL = 9  # mm of a row that holds nothing but its number
Signing = tuple[str, str, bool]
FIRST_LINE = re.compile(r'^(<w:p><w:pPr><w:pStyle w:val="\w+"/>(?:<w:keepNext/>)?)')
# By itself it takes a line, and a page where the one before it is full: a paragraph after it breaks by its own mark.
PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'


def draw(blocks: Sequence[Block], width: float) -> str:
    """The blocks one after another in a column of so many millimetres."""
    kept = held_to_signatures(blocks)
    pieces = [_block(block, width, keep=position in kept) for position, block in enumerate(blocks)]
    for position, piece in enumerate(pieces[1:], 1):
        if pieces[position - 1] == PAGE_BREAK and FIRST_LINE.match(piece):
            pieces[position - 1 : position + 1] = "", FIRST_LINE.sub(r"\1<w:pageBreakBefore/>", piece)
    return "".join(pieces)


def _block(block: Block, width: float, *, keep: bool) -> str:
    match block:
        case Heading(text, level):
            return xml.paragraph(text, f"Heading{min(level, 3) + 1}")
        case Paragraph():
            return _paragraph(block, keep=keep or block.text.endswith(":"))
        case Points(items):
            return _points(items, keep)
        case Bullets(items):
            free = 0 if len(items) <= SHORT_LIST else len(items) - 1
            return "".join(xml.paragraph(item, "ListBullet", keep=keep and i >= free) for i, item in enumerate(items))
        case Table():
            return _table(block, width)
        case Fields(rows):
            return _fields(rows, width)
        case Blank(lines):
            return xml.paragraph("", "FormLine", keep=keep) * lines + ("" if keep else xml.gap())
        case Signatures():
            return _signatures(block, width)
        case Columns(left, right):
            return _columns(left, right, width)
        case PageBreak():
            return PAGE_BREAK
    raise TypeError(f"no such block: {type(block).__name__}")


def _paragraph(block: Paragraph, *, keep: bool) -> str:
    style = "Lead" if block.bold and not block.indent else "Small" if block.small else "BodyText"
    usual = "left" if style == "Lead" else "justify"
    return xml.paragraph(
        block.text,
        style,
        keep=keep,
        align=block.align if block.align != usual and not (style == "Lead" and block.align == "justify") else "",
        indent='w:firstLine="0"' if not block.indent and style != "Lead" else "",
        look="<w:b/><w:bCs/>" if block.bold and style != "Lead" else "",
    )


def _points(items: Sequence[Point], keep: bool) -> str:
    lines = [line for item in items for line in _point(item)]
    last = len(lines) - 1
    return "".join(
        xml.paragraph(line, "Point", keep=line.endswith(":") or (keep and position == last))
        for position, line in enumerate(lines)
    )


def _point(point: Point) -> list[str]:
    return [f"{point.number} {point.text}", *(line for part in point.parts for line in _point(part))]


def _table(block: Table, width: float) -> str:
    widths = xml.shared(width, [column.width for column in block.columns])
    look = '<w:sz w:val="18"/><w:szCs w:val="18"/>' if len(block.columns) > MANY_COLUMNS else ""
    titles = (xml.paragraph(column.title, "TableHead", look=look) for column in block.columns)
    head = xml.row(map(xml.cell, titles, widths), head=True)
    aligns = [column.align if column.align in ("centre", "right") else "" for column in block.columns]
    rows = [
        xml.row(
            (xml.cell(_cell(one, align, look), size) for one, align, size in zip(row, aligns, widths, strict=True)),
            height=0 if any(row[1:]) else HEIGHT_TO_FILL,
        )
        for row in block.rows
    ]
    caption = xml.paragraph(block.caption, "Caption") if block.caption else ""
    return caption + xml.table(widths, [head, *rows], style="TableGrid") + xml.gap()


def _cell(said: str | Cell, align: str, look: str) -> str:
    text, note = (said.text, said.note) if isinstance(said, Cell) else (said, "")
    return xml.paragraph(text, "TableText", align=align, look=look) + (xml.paragraph(note, "TableNote") if note else "")


def _fields(rows: Sequence[tuple[str, str]], width: float) -> str:
    widths = xml.shared(width, FIELD_SHARES)
    drawn = [
        xml.row(
            (
                xml.cell(xml.paragraph(label(name), "FormLabel"), widths[0], bottom=True),
                xml.cell(xml.paragraph(value, "FormLabel"), widths[1], line_below=True, bottom=True),
            )
        )
        for name, value in rows
    ]
    return xml.table(widths, drawn) + xml.gap()


def _columns(left: Sequence[Block], right: Sequence[Block], width: float) -> str:
    half = (width - BETWEEN_COLUMNS) / 2
    widths = [xml.twips(half), xml.twips(BETWEEN_COLUMNS), xml.twips(half)]
    sides = (_closed(draw(left, half)), xml.paragraph("", "Normal"), _closed(draw(right, half)))
    return xml.table(widths, [xml.row(map(xml.cell, sides, widths))]) + xml.gap()


def _closed(content: str) -> str:
    """A cell ends with a paragraph."""
    return content if content.endswith("</w:p>") else content + xml.gap()


def _signatures(block: Signatures, width: float) -> str:
    title = xml.paragraph(block.title, "Signature", keep=True, spacing='w:before="240" w:after="60"')
    return (title if block.title else xml.gap()) + signature_table(block, width) + xml.gap()


def signature_table(block: Signatures, width: float) -> str:
    """Post, line and name; in a narrow column the post stands above them."""
    if width < NARROW:
        return "".join(_narrow(post, name, block.dated, width) for post, name in block.rows)
    with_posts = any(post for post, _ in block.rows)
    shares = (42, 18, 40) if not block.dated else (24, 2, 14, 2, 24, 34) if with_posts else (38, 2, 20, 40)
    widths = xml.shared(width, shares)
    last = len(block.rows) - 1
    return xml.table(
        widths,
        [
            xml.row(map(_signing, _signature(post, name, block.dated, with_posts), widths, repeat(place != last)))
            for place, (post, name) in enumerate(block.rows)
        ],
    )


def _signature(post: str, name: str, dated: bool, with_posts: bool) -> tuple[Signing, ...]:
    """The cells of one row: (words, place, whether a line is ruled under them)."""
    line, between, day = ("", "", True), ("", "", False), (SIGNING_DAY, "right", False)
    if not dated:
        return (post, "", False), line, (name, "right", not name)
    if with_posts:
        return (post, "", False), between, line, between, (name, "", not name), day
    return (name, "", not name), between, line, day


def _signing(said: Signing, width: int, keep: bool) -> str:
    words, align, ruled = said
    drawn = xml.paragraph(words, "Signature", align=align, keep=keep)
    return xml.cell(drawn, width, line_below=ruled, bottom=True)


def _narrow(post: str, name: str, dated: bool, width: float) -> str:
    widths = xml.shared(width, NARROW_SHARES)
    cells = map(_signing, (("", "", True), (name, "right", not name)), widths, repeat(dated))
    above = xml.paragraph(post, "Signature", keep=True) if post else ""
    below = xml.paragraph(SIGNING_DAY, "Signature") if dated else xml.gap()
    return above + xml.table(widths, [xml.row(cells)]) + below
