"""Certificates and letters of thanks as DOCX: one framed landscape page, sizes chosen by the length of the words."""

from collections.abc import Iterator

from nastavnik.domain.documents.rendering import docx_xml as xml
from nastavnik.domain.documents.rendering.blocks import Block, Heading, Paper, Paragraph, Signatures
from nastavnik.domain.documents.rendering.docx_blocks import draw, signature_table
from nastavnik.domain.documents.rendering.docx_picture import picture
from nastavnik.domain.documents.rendering.text import SEAL, head_lines, requisites

# Up to so many letters → half-points.
NAME_SIZES = ((24, 60), (34, 52), (48, 44), (10_000, 38))
DEED_SIZES = ((90, 34), (160, 30), (260, 26), (10_000, 22))
HEADING_SIZES = ((14, 76), (24, 56), (10_000, 44))


def award(paper: Paper, width: float, with_square: bool) -> str:
    """The page without its frame."""
    pieces = [
        xml.paragraph(line, "LetterheadName" if name == "full_name" else "Letterhead")
        for name, line in head_lines(paper)
    ]
    pieces.append(xml.paragraph(paper.heading, "AwardHeading", look=_size(paper.heading, HEADING_SIZES)))
    pieces += [xml.paragraph(line, "AwardQuiet") for line in requisites(paper)]
    pieces += [xml.paragraph(paper.title, "AwardText")] if paper.title else []
    blocks = [block for section in paper.sections for block in section.blocks]
    pieces += _text([block for block in blocks if not isinstance(block, Signatures)], width)
    for block in blocks:
        if isinstance(block, Signatures):
            above = xml.paragraph(block.title, "Signature", spacing=f'w:before="{480 if with_square else 1400}"')
            pieces += [above, signature_table(block, width)]
    pieces += [xml.gap(), _foot(paper, width, with_square), xml.gap()]
    return "".join(pieces)


def _text(blocks: list[Block], width: float) -> Iterator[str]:
    """Who leads up to the name, the name, what for, and the rest."""
    place = next((i for i, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    deed = next((i for i, block in enumerate(blocks) if i >= place and _is_plain(block)), -1)
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            yield xml.paragraph(block.text, "AwardName", look=_size(block.text, NAME_SIZES))
        elif isinstance(block, Paragraph) and block.small:
            yield xml.paragraph(block.text, "AwardQuiet")
        elif isinstance(block, Paragraph) and position < place:
            yield xml.paragraph(block.text, "AwardLead")
        elif isinstance(block, Paragraph) and position == deed:
            yield xml.paragraph(block.text, "AwardDeed", look=_size(block.text, DEED_SIZES))
        elif isinstance(block, Paragraph):
            yield xml.paragraph(block.text, "AwardText")
        else:
            yield draw([block], width)


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.small


def _foot(paper: Paper, width: float, with_square: bool) -> str:
    widths = xml.shared(width, [40, 80, 90, 30])
    cells = [
        xml.cell(xml.paragraph(SEAL, "AwardQuiet", align="left"), widths[0], bottom=True),
        xml.cell(xml.paragraph(paper.city, "AwardQuiet", align="left"), widths[1], bottom=True),
        xml.cell(xml.paragraph(paper.footnote, "AwardCode"), widths[2], bottom=True),
        xml.cell(picture(24) if with_square else xml.paragraph("", "Normal"), widths[3], bottom=True),
    ]
    return xml.table(widths, [xml.row(cells)])


def _size(text: str, sizes: tuple[tuple[int, int], ...]) -> str:
    size = next(size for longest, size in sizes if len(text) <= longest)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
