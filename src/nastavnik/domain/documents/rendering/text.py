"""What a paper says, line by line in its order: what stands in every drawing of it."""

from collections.abc import Iterator, Sequence

from nastavnik.domain.documents.rendering.blocks import (
    Blank,
    Block,
    Bullets,
    Cell,
    Columns,
    Fields,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Point,
    Points,
    Signatures,
    Table,
)
from nastavnik.domain.documents.rendering.words import joined

LETTERHEAD = ("founder", "full_name", "short_name", "address", "contacts")
AWARD_LETTERHEAD = ("founder", "full_name")
SIGNING_DAY = "«___» __________ 20___ г."
SEAL = "М. П."
SHORT_LIST = 4  # items that stand on one page with the signatures after them


def text_of(paper: Paper) -> list[str]:
    """The lines of a paper: letterhead, stamp, heading, requisites, blocks, foot. Empty ones are left out; marks that
    a drawing adds (dashes of lists, ruled lines, page numbers) are not words."""
    return [line for line in _lines(paper) if line.strip()]


def head_lines(paper: Paper) -> list[tuple[str, str]]:
    """The lines of the letterhead with the names they have."""
    wanted = AWARD_LETTERHEAD if paper.decorated else LETTERHEAD
    found = [(name, (paper.letterhead or {}).get(name, "")) for name in wanted]
    return [(name, line) for name, line in found if line]


def requisites(paper: Paper) -> tuple[str, ...]:
    """Date, place and number as they stand in one line; nothing where all are missing."""
    if paper.decorated:
        return tuple(filter(None, (joined(paper.number, paper.date, by=" от "),)))
    return (paper.date, paper.city, paper.number) if paper.date or paper.number or paper.city else ()


def label(text: str) -> str:
    """The label of a line to fill in."""
    return text if text.endswith((":", "?", ".")) else f"{text}:"


def blocks_text(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of blocks in their order."""
    for block in blocks:
        yield from _block(block)


def held_to_signatures(blocks: Sequence[Block]) -> set[int]:
    """Places of the blocks that no page break tears from the signatures: a short list and its opening line go along
    with the words before them."""
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if not isinstance(block, Signatures):
            continue
        for before in range(place - 1, -1, -1):
            kept.add(before)
            if not _goes_along(blocks[before]):
                break
    return kept


def cover_of(paper: Paper) -> tuple[Paragraph, ...]:
    """The lines of a title page: what is centred up to a page break; nothing where there is none."""
    lines: list[Paragraph] = []
    for block in paper.sections[0].blocks if paper.sections else ():
        if isinstance(block, PageBreak):
            return tuple(lines)
        if not isinstance(block, Paragraph) or block.align != "centre":
            break
        lines.append(block)
    return ()


def _goes_along(block: Block) -> bool:
    short = isinstance(block, Bullets) and len(block.items) <= SHORT_LIST
    return short or isinstance(block, Blank) or (isinstance(block, Paragraph) and block.text.endswith(":"))


def _lines(paper: Paper) -> Iterator[str]:
    yield from (line for _, line in head_lines(paper))
    yield from paper.stamp.lines if paper.stamp else ()
    yield paper.heading
    if paper.is_order or paper.decorated:
        yield from requisites(paper)
        yield paper.title
    else:
        yield paper.title
        yield from requisites(paper)
    for section in paper.sections:
        yield from blocks_text(section.blocks)
    if paper.decorated:
        yield from (SEAL, paper.city)
    yield paper.footnote


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text):
            yield text
        case Points(items):
            for item in items:
                yield from _point(item)
        case Bullets(items):
            yield from items
        case Table(columns, rows, caption):
            yield caption
            yield from (column.title for column in columns)
            for row in rows:
                yield from (line for cell in row for line in _cell(cell))
        case Fields(rows):
            yield from (joined(label(name), value, by=" ") for name, value in rows)
        case Signatures(rows, title, dated):
            yield title
            for post, name in rows:
                yield from (post, name, SIGNING_DAY if dated else "")
        case Columns(left, right):
            yield from blocks_text(left)
            yield from blocks_text(right)


def _point(point: Point) -> Iterator[str]:
    yield f"{point.number} {point.text}"
    for part in point.parts:
        yield from _point(part)


def _cell(cell: str | Cell) -> tuple[str, ...]:
    return (cell.text, cell.note) if isinstance(cell, Cell) else (cell,)
