"""A section as lines that a person can edit, and back.

`# heading`, `## heading 2`, `1. point`, `1.1. point`, `- bullet`, `**bold paragraph**`; a blank line separates
paragraphs. A backslash at the head of a line takes such a mark literally. What comes from rows (tables, lines to fill
in, signatures) stands as a mark of its own, `[таблица]`, and is put back in its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nastavnik.domain.documents.rendering import blocks
from nastavnik.domain.documents.rendering.blocks import Block, Bullets, Heading, Paragraph, Point, Points

HEADING = re.compile(r"^(#{1,3}) +(.+)$")
POINT = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3}\.) +(.+)$")
BULLET = re.compile(r"^[-–—•] +(.+)$")
BOLD, LITERAL = "**", "\\"
MARKED = re.compile(r"^(?:\\|#{1,3} |\d{1,2}(?:\.\d{1,2}){0,3}\. |[-–—•] |\*\*|\[)")
KEPT = {
    blocks.Table: "[таблица]",
    blocks.Fields: "[поля]",
    blocks.Blank: "[место для записей]",
    blocks.Signatures: "[подписи]",
    blocks.Columns: "[две колонки]",
    blocks.PageBreak: "[новая страница]",
}
MARKS = {mark: kind for kind, mark in KEPT.items()}


def to_text(section: Sequence[Block]) -> str:
    """The blocks as lines; looks of paragraphs other than bold are not kept."""
    return "\n\n".join(filter(None, map(_block_lines, section)))


def from_text(text: str, kept: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The lines as blocks. `kept` are the blocks of the section as the rows give it: marks stand for those of them that
    are no words, in their order, and one whose mark is gone comes last."""
    waiting = [block for block in kept if type(block) in KEPT]
    found: list[Block] = []
    for block in _read(text):
        if isinstance(block, str):
            there = next((one for one in waiting if isinstance(one, MARKS[block])), None)
            if there is not None:
                waiting.remove(there)
                found.append(there)
        else:
            _add(found, block)
    return (*found, *waiting)


def _block_lines(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * min(level, 3)} {_one_line(text)}"
        case Points(items):
            return "\n".join(line for item in items for line in _point_lines(item))
        case Bullets(items):
            return "\n".join(f"- {_tidy(item)}" for item in items)
        case Paragraph(text, bold=bold):
            tidy = _tidy(text)
            return f"{BOLD}{_literal(tidy)}{BOLD}" if bold and tidy else tidy
    return KEPT[type(block)]


def _point_lines(point: Point) -> Iterator[str]:
    yield f"{point.number} {_tidy(point.text)}"
    for part in point.parts:
        yield from _point_lines(part)


def _tidy(text: str) -> str:
    """Lines without spaces around and without empty ones; a mark at the head of a line is taken literally."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(f"\\{line}" if MARKED.match(line) else line for line in lines if line)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _read(text: str) -> Iterator[Block | str]:
    """Blocks in order; a mark of what is kept comes as itself."""
    open_block: Block | None = None
    for line in map(str.strip, text.splitlines()):
        if line and not _stars_are_open(open_block) and (begun := _begun(line)) is not None:
            if open_block is not None:
                yield open_block
            open_block = None
            if isinstance(begun, str | Heading):
                yield begun
            else:
                open_block = begun
        elif not line:
            if open_block is not None:
                yield open_block
            open_block = None
        else:
            open_block = _continued(open_block, _literal(line))
    if open_block is not None:
        yield open_block


def _stars_are_open(block: Block | None) -> bool:
    """A bold paragraph goes on to its closing stars or to an empty line, whatever stands between."""
    return isinstance(block, Paragraph) and block.bold and (block.text == BOLD or not block.text.endswith(BOLD))


def _begun(line: str) -> Block | str | None:
    """The block that this line begins; None where the line goes on with words."""
    if line in MARKS:
        return line
    if found := HEADING.match(line):
        return Heading(found[2].strip(), len(found[1]))
    if found := POINT.match(line):
        return Points((Point(found[1], _literal(found[2])),))
    if found := BULLET.match(line):
        return Bullets((_literal(found[1]),))
    if line.startswith(BOLD):
        return Paragraph(line, bold=True)
    return None


def _literal(text: str) -> str:
    """Without the backslash that takes a mark literally; another backslash is a sign like any."""
    rest = text.strip().removeprefix(LITERAL)
    return rest if MARKED.match(rest) else text.strip()


def _continued(block: Block | None, line: str) -> Block:
    match block:
        case Paragraph(text):
            return replace(block, text=f"{text}\n{line}")
        case Points((point,)):
            return Points((replace(point, text=f"{point.text}\n{line}"),))
        case Bullets((item,)):
            return Bullets((f"{item}\n{line}",))
    return Paragraph(line)


def _add(found: list[Block], block: Block) -> None:
    """Append, going on with the list that is open."""
    last = found[-1] if found else None
    if isinstance(block, Bullets) and isinstance(last, Bullets):
        found[-1] = Bullets(last.items + block.items)
    elif isinstance(block, Points) and isinstance(last, Points):
        found[-1] = Points(_with_point(last.items, block.items[0]))
    elif isinstance(block, Paragraph) and block.bold:
        found.append(_weighed(block.text))
    else:
        found.append(block)


def _weighed(text: str) -> Paragraph:
    """Bold where the stars stand on both sides of some words."""
    inside = text.removeprefix(BOLD)
    inside = inside.removesuffix(BOLD).strip() if inside.endswith(BOLD) else ""
    return Paragraph(inside, bold=True) if inside else Paragraph(text)


def _with_point(items: tuple[Point, ...], point: Point) -> tuple[Point, ...]:
    """Under the last point whose number its own begins with, else beside it."""
    last = items[-1]
    if point.number.startswith(last.number) and point.number != last.number:
        parts = _with_point(last.parts, point) if last.parts else (point,)
        return (*items[:-1], replace(last, parts=parts))
    return (*items, point)
