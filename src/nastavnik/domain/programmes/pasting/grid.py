"""Text from a clipboard → rows of cells: tabs of Excel and Word, «;», «|», or a table of a web page."""

import re
from html.parser import HTMLParser

Grid = list[list[str]]
DELIMITERS = ("\t", "|", ";")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff]")
LINE_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
RULE = frozenset(" \t\x0b|:+=-")  # signs of the line under the head of a table drawn with «|»


def tidy(text: str) -> str:
    """One kind of line break, no control characters; Word's line break inside a cell is kept apart as \\x0b."""
    return CONTROL.sub("", LINE_BREAKS.sub("\n", text))


def lines_of(text: str, delimiter: str) -> Grid:
    """Lines split at the delimiter. A cell in quotes may hold line breaks, quotes («""») and delimiters."""
    rows: Grid = [[]]
    position, end = 0, len(text)
    while position <= end:
        cell, position = _cell(text, position, delimiter)
        rows[-1].append(cell)
        if position >= end:
            break
        if text[position] == "\n":
            rows.append([])
        position += 1
    if delimiter == "|":
        rows = [_without_frame(row) for row in rows if not _is_rule("".join(row))]
    return [[clean(cell) for cell in row] for row in rows]


def _cell(text: str, start: int, delimiter: str) -> tuple[str, int]:
    """The cell that begins at `start`, and the place of the delimiter or line break after it."""
    if text.startswith('"', start) and (quoted := _quoted(text, start, delimiter)):
        return quoted
    position = start
    while position < len(text) and text[position] not in (delimiter, "\n"):
        position += 1
    return text[start:position], position


def _quoted(text: str, start: int, delimiter: str) -> tuple[str, int] | None:
    """A cell in quotes; None where the quotes are simply part of the words."""
    parts, position = [], start + 1
    while (close := text.find('"', position)) >= 0:
        parts.append(text[position:close])
        if text.startswith('""', close):
            parts.append('"')
            position = close + 2
            continue
        if close + 1 < len(text) and text[close + 1] not in (delimiter, "\n"):
            return None
        content = "".join(parts)
        # A spreadsheet quotes a cell of its clipboard only when it must: «"Школа"» alone is a name.
        if delimiter == "\t" and not any(sign in content for sign in '\t\n"'):
            return None
        return content, close + 1
    return None


def _is_rule(line: str) -> bool:
    return "-" in line and RULE.issuperset(line)


def _without_frame(row: list[str]) -> list[str]:
    """«| a | b |»: the bars at both ends draw a frame."""
    if len(row) > 1 and not row[0].strip():
        row = row[1:]
    if len(row) > 1 and not row[-1].strip():
        row = row[:-1]
    return row


def clean(cell: str) -> str:
    """Words with single spaces; lines of a cell are kept, empty ones are not."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in re.split(r"[\n\x0b\x0c]", cell))
    return "\n".join(line for line in lines if line)


def from_html(text: str) -> Grid:
    """The first table of a page or of what Word and Excel put into the clipboard as HTML."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return [[clean(cell) for cell in row] for row in reader.rows]


def is_html(text: str) -> bool:
    """Whether the text is markup with a table in it."""
    return re.search(r"<table\b", text, re.IGNORECASE) is not None


class _TableReader(HTMLParser):
    """Cells of the tables as they come; a cell over several columns leaves the others empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Grid = []
        self._is_in_cell = False
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 40) if span.isdecimal() and len(span) < 4 else 1
            self.rows[-1].append("")
            self._is_in_cell = True
        elif tag in ("br", "p", "li", "div") and self._is_in_cell:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._is_in_cell:
            self.rows[-1].extend([""] * (self._span - 1))
            self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        if self._is_in_cell and self.rows and self.rows[-1]:
            # Line breaks of the markup are spaces; only <br> and <p> begin a line.
            self.rows[-1][-1] += re.sub(r"\s+", " ", data)
