"""Which rows under the headings are people and which are totals, repeated headings, section titles, signatures."""

import re
from collections.abc import Iterator, Sequence

from nastavnik.domain.exchange.mapping import looks_like_name, plain_heading
from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.reading.cells.groups import school_class
from nastavnik.domain.exchange.reading.cells.names import is_probably_name
from nastavnik.domain.exchange.reading.mentor_titles import mentors_in_title
from nastavnik.domain.exchange.records import Cell, SkippedKind, SkippedRow, Table, TableRow

TOTAL = re.compile(
    r"(?:итого|всего|общее (?:количество|число)|количество)(?!-)\b\s*"
    r"(?:[:\-–—.(\d]|по\b|чел|учащ|детей|участ|настав|$)"
)
FOOTER = re.compile(
    r"(?:директор|руководител|зам\.|заместител|исполнител|составил|подготовил|подпись|утвержд|согласован|м\.\s?п\.|"
    r"примечани|куратор|ответственн|председател)",
)

Kept = tuple[TableRow, str | None]  # a person's row and the class named by the section title above it


def people_rows(table: Table, columns: dict[str, list[int]]) -> tuple[list[Kept], list[SkippedRow]]:
    """The rows with people and the rows left out, each with its kind. `columns`: field → column indices."""
    kept: list[Kept] = []
    skipped: list[SkippedRow] = []
    section: str | None = None
    headings = [plain_heading(heading) for heading in table.headings]
    names = [index for field in ("name", "surname", "given_name") for index in columns.get(field, [])]
    for row, filled in _filled(table, columns):
        kind = _kind(headings, row, filled, names, bool(kept))
        if kind is None:
            kept.append((row, section))
            continue
        text = text_of(row.cells[filled[0]])
        skipped.append(SkippedRow(row.number, kind, text[:80]))
        if kind == "section":
            found = school_class(text)
            section = found[0] if found else None
    return kept, skipped


def pair_rows(table: Table, names: Sequence[int], numbers: Sequence[int]) -> tuple[list[TableRow], list[SkippedRow]]:
    """The rows of a list of pairs, where a row of a mentee alone continues the one above. `names`: both columns."""
    headings = [plain_heading(heading) for heading in table.headings]
    kept: list[TableRow] = []
    skipped: list[SkippedRow] = []
    for row, filled in _filled(table, {"number": list(numbers)}):
        kind = _kind(headings, row, filled, names, bool(kept))
        people = [index for index in names if index in filled and looks_like_name(row.cells[index])]
        if kind is None or (people and kind in ("section", "stray")):
            kept.append(row)
        else:
            skipped.append(SkippedRow(row.number, kind, text_of(row.cells[filled[0]])[:80]))
    return kept, skipped


def _filled(table: Table, columns: dict[str, list[int]]) -> Iterator[tuple[TableRow, list[int]]]:
    """Rows with more than their running number, and the indices of their filled cells without it."""
    numbers = set(columns.get("number", []))
    for row in table.rows:
        filled = [i for i, cell in enumerate(row.cells) if i not in numbers and text_of(cell)]
        if filled:
            yield row, filled


def _kind(
    headings: Sequence[str], row: TableRow, filled: Sequence[int], names: Sequence[int], begun: bool
) -> SkippedKind | None:
    texts = [text_of(row.cells[index]) for index in filled]
    if _is_heading(headings, row, filled):
        return "heading"
    if not begun and is_numbering(row.cells):
        return "numbering"
    # A total may be written in the column of the running numbers, which is not among the filled ones.
    first = next((text_of(cell) for cell in row.cells if text_of(cell)), "").lower().replace("ё", "е")
    if TOTAL.match(first) or TOTAL.match(texts[0].lower()):
        return "total"
    named = any(text_of(row.cells[index]) for index in names)
    if len(filled) <= 3 and FOOTER.match(first) and not (named and _is_whole_name(row.cells[names[0]])):
        return "footer"
    if len(set(texts)) == 1 and mentors_in_title(texts[0]):
        return "section"
    if len(set(texts)) > 1 or any(_may_be_name(row.cells[index]) for index in names):
        return None
    return _lonely(texts[0], named, filled, names)


def _is_whole_name(cell: Cell) -> bool:
    """A name with its given name in full; whoever signs a list stands there with initials."""
    return looks_like_name(cell) and re.search(r"\b[А-ЯЁ]\.", text_of(cell)) is None


def _may_be_name(cell: Cell) -> bool:
    return looks_like_name(cell) or is_probably_name(cell)


def _lonely(text: str, named: bool, filled: Sequence[int], names: Sequence[int]) -> SkippedKind | None:
    """A row with one text: a section title, a stray remark, or a person of whom only the name is known."""
    if school_class(text):
        return "section"
    if named and len(text.split()) <= 4 and not re.search(r"\d", text) and filled[0] in names and filled[0] > 0:
        return None
    return "section" if filled[0] <= 1 else "stray"


def _is_heading(headings: Sequence[str], row: TableRow, filled: Sequence[int]) -> bool:
    """The headings again (each printed page may have them)."""
    allowed, equal = len(filled) // 2, 0
    for index in filled:
        if headings[index] and _is_text(row.cells[index], headings[index]):
            equal += 1
        elif allowed == 0:
            return False
        else:
            allowed -= 1
    return equal >= 2


def _is_text(cell: Cell, plain: str) -> bool:
    """Whether a cell says what a plain heading says; most cells differ in their first letter already."""
    text = text_of(cell)
    return text[:1].lower() in (plain[0], "ё", "№", "«", '"') and plain_heading(text) == plain


def is_numbering(cells: Sequence[Cell]) -> bool:
    """1, 2, 3, … under the headings, as in official forms."""
    numbers = [text_of(cell) for cell in cells if text_of(cell)]
    if len(numbers) < 3 or numbers[0] not in ("0", "1"):
        return False
    first = int(numbers[0])
    return numbers == [str(number) for number in range(first, first + len(numbers))]
