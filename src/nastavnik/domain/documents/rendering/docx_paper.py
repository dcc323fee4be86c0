"""A paper as a DOCX: our base page (its parts lie in `templates/docx/base`, readable) and the blocks in its styles."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from nastavnik.domain.documents.rendering import docx_xml as xml
from nastavnik.domain.documents.rendering.archive import EARLIEST
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.docx_award import award
from nastavnik.domain.documents.rendering.docx_blocks import draw
from nastavnik.domain.documents.rendering.docx_picture import PICTURE, picture, relationship
from nastavnik.domain.documents.rendering.square import png
from nastavnik.domain.documents.rendering.text import cover_of, head_lines, requisites

BASE = Path(__file__).resolve().parent.parent / "templates" / "docx" / "base"
DOCUMENT, RELATIONSHIPS, CORE = "word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"
OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>'
)
FRAME = "".join(
    f'<w:{side} w:val="thinThickSmallGap" w:sz="18" w:space="24" w:color="2A4A96"/>'
    for side in ("top", "left", "bottom", "right")
)
STAMP = 70  # mm, at the right
COVER_ABOVE, COVER_BELOW = 'w:before="1700" w:after="160"', 'w:before="2800"'  # heading and last line of a title page
STYLES = {"full_name": "LetterheadName"}


@dataclass(frozen=True)
class Page:
    """A sheet in millimetres."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def column(self) -> float:
        return self.width - self.left - self.right


PORTRAIT = Page(210, 297, 30, 15, 20, 20)
LANDSCAPE = Page(297, 210, 20, 15, 20, 15)
AWARD = Page(297, 210, 28, 28, 22, 16)


def page_of(paper: Paper) -> Page:
    """The sheet that a paper is drawn on."""
    return AWARD if paper.decorated else LANDSCAPE if paper.landscape else PORTRAIT


def render_paper(paper: Paper) -> bytes:
    """The DOCX of a paper; the same paper gives the same bytes."""
    page, square = page_of(paper), png(paper.square)
    drawn = award(paper, page.column, bool(square)) if paper.decorated else _body(paper, page.column, bool(square))
    parts = dict(_base())
    parts[DOCUMENT] = f"{OPENING}{drawn}{_page(page, paper.decorated)}</w:body></w:document>".encode()
    parts[CORE] = parts[CORE].replace(b"{title}", _property(paper, "title")).replace(
        b"{author}", _property(paper, "author")
    )  # fmt: skip
    if square:
        parts[PICTURE] = square
        parts[RELATIONSHIPS] = relationship(parts[RELATIONSHIPS])
    return _packed(parts, paper.properties.get("day") or "")


def body_of(paper: Paper, width: float) -> str:
    """The sections of a paper one after another."""
    blocks = [block for section in paper.sections for block in section.blocks]
    cover = cover_of(paper)
    if not cover:
        return draw(blocks, width)
    foot = xml.paragraph(cover[-1].text, "BodyText", align="centre", indent='w:firstLine="0"', spacing=COVER_BELOW)
    return draw(cover[:-1], width) + foot + draw(blocks[len(cover) :], width)


def _body(paper: Paper, width: float, with_square: bool) -> str:
    pieces = [xml.paragraph(line, STYLES.get(name, "Letterhead")) for name, line in head_lines(paper)]
    pieces += [xml.paragraph("", "LetterheadRule")] if pieces else []
    if paper.stamp:
        indent = f'w:left="{xml.twips(width - STAMP)}"'
        pieces += [xml.paragraph("\n".join(paper.stamp.lines), "Stamp", indent=indent), xml.paragraph("", "Normal")]
    above = COVER_ABOVE if cover_of(paper) else ""
    pieces.append(xml.paragraph(paper.heading, "Heading1", spacing=above) if paper.heading else "")
    said = requisites(paper)
    line = _requisites(said, width) if said else ""
    if paper.is_order:
        pieces += [line, xml.paragraph(paper.title, "Subtitle", align="left", spacing='w:before="200" w:after="200"')]
    else:
        pieces += [xml.paragraph(paper.title, "Subtitle") if paper.title else "", line, xml.gap() if line else ""]
    pieces.append(body_of(paper, width))
    if paper.footnote or with_square:
        pieces += [xml.gap(), _foot(paper.footnote, width, with_square)]
    return "".join(pieces)


def _requisites(said: tuple[str, ...], width: float) -> str:
    widths = xml.shared(width, [60, 45, 60])
    aligns = ("", "centre", "right")
    if not said[-1]:
        said, widths, aligns = said[:2], xml.shared(width, [1, 1]), ("", "right", "")
    cells = (
        xml.cell(xml.paragraph(text, "Normal", align=align), size)
        for text, align, size in zip(said, aligns, widths, strict=False)
    )
    return xml.table(widths, [xml.row(cells)])


def _foot(footnote: str, width: float, with_square: bool) -> str:
    if not with_square:
        return xml.paragraph(footnote, "Small", indent='w:firstLine="0"', align="left")
    widths = [xml.twips(width - 30), xml.twips(30)]
    said = xml.cell(xml.paragraph(footnote, "Small", align="right"), widths[0], bottom=True)
    return xml.table(widths, [xml.row((said, xml.cell(picture(24), widths[1], bottom=True)))]) + xml.gap()


def _page(page: Page, decorated: bool) -> str:
    wide = ' w:orient="landscape"' if page.width > page.height else ""
    top, right, bottom, left = map(xml.twips, (page.top, page.right, page.bottom, page.left))
    borders = f'<w:pgBorders w:offsetFrom="page">{FRAME}</w:pgBorders>' if decorated else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{xml.twips(page.width)}" w:h="{xml.twips(page.height)}"{wide}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567" '
        f'w:gutter="0"/>{borders}<w:titlePg/></w:sectPr>'
    )


def _property(paper: Paper, name: str) -> bytes:
    return escape(str(paper.properties.get(name, ""))[:255]).encode()


@cache
def _base() -> tuple[tuple[str, bytes], ...]:
    """The parts of the base page in the order of the archive: the types of content first."""
    paths = sorted(path for path in BASE.rglob("*") if path.is_file())
    named = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in paths}
    return tuple(sorted(named.items(), key=lambda item: (item[0] != "[Content_Types].xml", item[0])))


def _packed(parts: dict[str, bytes], day: str) -> bytes:
    """The archive, stamped with the day of the paper inside and out, as `archive.repack` does."""
    stamp = max(date.fromisoformat(day) if day else EARLIEST, EARLIEST)
    parts[CORE] = parts[CORE].replace(EARLIEST.isoformat().encode(), stamp.isoformat().encode())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (stamp.year, stamp.month, stamp.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            packed.writestr(entry, content)
    return target.getvalue()
