"""What a paper is made of. Pure data: one description, from which DOCX, PDF and the page are made alike.

A paper has requisites (letterhead, heading, number, date, place), sections of blocks, and signatures. A section that
is `editable` can be written anew by hand before the paper is issued; tables and signatures come from the rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

Align = Literal["left", "centre", "right", "justify"]


class Piece:
    """A block tells templates what it is."""

    @property
    def piece(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True)
class Heading(Piece):
    """A heading inside the text; level 1 is the largest. Numbers («1.», «2.3.») are part of the words."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph(Piece):
    text: str
    align: Align = "justify"
    bold: bool = False
    indent: bool = True  # first line
    small: bool = False


@dataclass(frozen=True)
class Point:
    """One numbered point, with its own number, and points under it."""

    number: str  # «1.», «1.2.»
    text: str
    parts: tuple["Point", ...] = ()


@dataclass(frozen=True)
class Points(Piece):
    items: tuple[Point, ...]


@dataclass(frozen=True)
class Bullets(Piece):
    """Items of one list; each already ends with «;» or «.»."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    title: str
    width: float  # share of the width of the table, any unit
    align: Align = "left"


@dataclass(frozen=True)
class Cell:
    """A cell whose second line is smaller: a name with a class or post under it."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Table(Piece):
    """The head row is repeated on every page. A cell is words, or words with a note under them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    caption: str = ""

    @property
    def told(self) -> tuple[tuple[tuple[str, Cell], ...], ...]:
        """Rows of (title of the column, cell)."""
        titles = [column.title for column in self.columns]
        return tuple(
            tuple(
                (title, cell if isinstance(cell, Cell) else Cell(cell)) for title, cell in zip(titles, row, strict=True)
            )
            for row in self.rows
        )


@dataclass(frozen=True)
class Fields(Piece):
    """«Label: value» lines of a form. An empty value is a line to be filled in by hand."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Blank(Piece):
    """Empty ruled lines for writing by hand."""

    lines: int = 3


@dataclass(frozen=True)
class Signatures(Piece):
    """A post on the left, a line, a name on the right; `dated` leaves room for the day of signing."""

    rows: tuple[tuple[str, str], ...]
    title: str = ""  # «С приказом ознакомлены:»
    dated: bool = False


@dataclass(frozen=True)
class Columns(Piece):
    """Two columns side by side: the parties of an agreement."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


@dataclass(frozen=True)
class PageBreak(Piece):
    pass


Block = Heading | Paragraph | Points | Bullets | Table | Fields | Blank | Signatures | Columns | PageBreak


@dataclass(frozen=True)
class Section:
    """A named part of a paper. `code` is stable: words written by hand are kept under it."""

    code: str
    title: str  # for who edits it; printed only where a Heading block says so
    blocks: tuple[Block, ...]
    is_editable: bool = True


@dataclass(frozen=True)
class Stamp:
    """«УТВЕРЖДЕНО приказом … от … № …» or «Приложение 1 к приказу …»: lines at the top right of an appendix."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """One paper, ready to be drawn.

    `heading` is the word in capitals («ПРИКАЗ», «ПОЛОЖЕНИЕ»), `title` what it is about. `number`, `date` and `city`
    stand in one line where given. In a `decorated` paper the first heading is whom it is given to, the first paragraph
    after it what for, small paragraphs are its quiet lines. `named` are single values for an institution's own
    template, beside those that every paper has.
    """

    heading: str
    title: str
    sections: tuple[Section, ...]
    letterhead: dict[str, str] | None = None
    stamp: Stamp | None = None
    number: str = ""
    date: str = ""
    city: str = ""
    properties: dict[str, str] = field(default_factory=dict)  # title, author, day
    named: dict[str, str] = field(default_factory=dict)
    landscape: bool = False
    is_order: bool = False  # the requisites stand above the title, the title at the left
    decorated: bool = False  # one framed landscape page: certificates, letters of thanks
    square: str = ""  # what the square code says: a link
    footnote: str = ""  # small words at the foot of the last page: where the code is checked

    @property
    def top_level(self) -> int:
        """The level of its largest headings; an outline begins with them."""
        blocks = [block for section in self.sections for block in section.blocks]
        return min((block.level for block in blocks if isinstance(block, Heading)), default=1)

    def section(self, code: str) -> Section:
        """The section of this code; KeyError where there is none."""
        return {section.code: section for section in self.sections}[code]

    def with_section(self, code: str, blocks: Sequence[Block]) -> "Paper":
        """The same paper with other words in one section."""
        sections = tuple(
            replace(section, blocks=tuple(blocks)) if section.code == code else section for section in self.sections
        )
        return replace(self, sections=sections)
