"""Pieces of WordprocessingML as text. Everything of a paper's words is escaped here and nowhere else."""

from collections.abc import Iterable, Sequence
from typing import Literal
from xml.sax.saxutils import escape

TWIPS = 1440 / 25.4  # in a millimetre
JUSTIFICATION = {"left": "left", "centre": "center", "right": "right", "justify": "both"}
Borders = Literal["grid", "none"]


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)


def run(text: str, look: str = "") -> str:
    """Words with their line breaks and tabs; `look` is the inside of rPr."""
    pieces = "<w:br/>".join(
        "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split("\t"))
        for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{pieces}</w:r>"


def paragraph(
    text: str, style: str, *, align: str = "", keep: bool = False, spacing: str = "", indent: str = "", look: str = ""
) -> str:
    """One paragraph of a style; the rest departs from it. `keep` holds it to the next one."""
    properties = f'<w:pStyle w:val="{style}"/>'
    properties += "<w:keepNext/>" if keep else ""
    properties += f"<w:spacing {spacing}/>" if spacing else ""
    properties += f"<w:ind {indent}/>" if indent else ""
    properties += f'<w:jc w:val="{JUSTIFICATION[align]}"/>' if align else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, look) if text else ''}</w:p>"


def cell(content: str, width: int, *, line_below: bool = False, bottom: bool = False) -> str:
    """A cell of paragraphs; `line_below` is a ruled line to write on, `bottom` sets the words down on it."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if line_below:
        border = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        properties += f"<w:tcBorders>{border}</w:tcBorders>"
    properties += '<w:vAlign w:val="bottom"/>' if bottom else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, head: bool = False, height: float = 0) -> str:
    """A row that no page break cuts, at least so many millimetres high; a head is repeated on every page."""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    properties = f"<w:cantSplit/>{least}{'<w:tblHeader/>' if head else ''}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], *, style: str = "TableNormal") -> str:
    """A table of fixed widths, in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def shared(width: float, shares: Sequence[float]) -> list[int]:
    """Millimetres divided by shares, in twentieths of a point."""
    total = sum(shares)
    return [twips(width * share / total) for share in shares]


def gap() -> str:
    """A small space after a table, and what keeps two tables apart."""
    return paragraph("", "Gap")
