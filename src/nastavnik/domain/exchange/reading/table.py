"""Which sheet, where the list begins, which rows it has: the bytes of a file become a `Table`."""

from collections.abc import Sequence
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.reading import headings
from nastavnik.domain.exchange.reading.book import Book, open_book
from nastavnik.domain.exchange.reading.mentor_titles import with_mentors
from nastavnik.domain.exchange.reading.pair_columns import recognise_of_pairs
from nastavnik.domain.exchange.records import Cell, ListRole, Table, TableRow

PEOPLE_SCORE = 4  # a name and two more known columns
SHEET_WORDS = {
    "mentee": ("наставляем", "ученик", "дети", "обучающ", "подопечн"),
    "mentor": ("наставник", "педагог"),
    "pairs": ("пары", "пара", "закреплен"),
}


def read_table(content: bytes, file_name: str = "", *, sheet: str | None = None, role: ListRole | None = None) -> Table:
    """The list of people in a file: the visible sheet that looks most like one, or the named `sheet`.

    Row numbers are Excel's own. Hidden sheets are never read (hidden rows are: the formats do not tell them apart
    for us). `role` helps to choose among sheets. Raises UnreadableFile; costs some 40 ms for a list of 400.
    """
    return table_of(open_book(content, file_name), sheet=sheet, role=role)


def table_of(book: Book, *, sheet: str | None = None, role: ListRole | None = None) -> Table:
    """The same of a file that is open already."""
    visible = [one for one in book.sheets if one["visible"] and one["rows"]]
    hidden = tuple(one["name"] for one in book.sheets if not one["visible"])
    if sheet is not None:
        _check_name(book, sheet)
    if not visible:
        raise UnreadableFile("hidden_only" if hidden else "empty_sheet")
    found = [(one, headings.find(one["rows"], one["merged"], role)) for one in visible]
    chosen, heads = _chosen(found, sheet, role)
    alike = [one["name"] for one, other in found if one is not chosen and _is_list(other, role)]
    others = tuple(alike) if sheet is None else ()  # a sheet that was named leaves no question about the others
    return _table(book, chosen, heads, others, hidden, role)


def _is_list(heads: headings.Headings | None, role: ListRole | None) -> bool:
    if heads is None or heads.score < PEOPLE_SCORE:
        return False
    return role != "pairs" or {"mentor.name", "mentee.name"} <= {recognise_of_pairs(text)[0] for text in heads.texts}


def table_of_sheet(book: Book, sheet: dict[str, Any], role: ListRole | None) -> Table:
    """The table of one sheet of `book.sheets`, a hidden one too: to count its rows, never to read its people."""
    return _table(book, sheet, headings.find(sheet["rows"], sheet["merged"], role), (), (), role)


def _table(
    book: Book,
    chosen: dict[str, Any],
    heads: Any,
    others: tuple[str, ...],
    hidden: tuple[str, ...],
    role: ListRole | None,
) -> Table:
    kind = book.kind
    if heads is None:
        raise UnreadableFile("no_headings", seen=_seen(chosen["rows"]))
    if kind == "csv" and heads.score == 0 and len(heads.texts) < 2:
        raise UnreadableFile("not_a_table")
    rows = _rows(chosen, heads)
    texts = _padded(heads.texts, rows)
    if role == "pairs":
        above = [cells for number, cells in chosen["rows"] if number < heads.rows[0]]
        texts, rows = with_mentors(texts, rows, above)
    unvalued = frozenset((row, column) for row, column in chosen["unvalued"])
    return Table(kind, chosen["name"], texts, heads.rows, rows, book.sha256, others, hidden, unvalued)


def _check_name(book: Book, sheet: str) -> None:
    """A sheet that is not there is refused with the names of those that are; a hidden one stays unread."""
    one = next((one for one in book.sheets if one["name"] == sheet), None)
    if one is None:
        names = [one["name"] for one in book.sheets if one["visible"]]
        quoted = [f"«{name}»" for name in names if name]
        raise UnreadableFile("no_such_sheet", sheet=sheet, sheets=quoted or ["только один, без имени"])
    if not one["visible"]:
        raise UnreadableFile("hidden_only")
    if not one["rows"]:
        raise UnreadableFile("empty_sheet")


def _chosen(found: Sequence[tuple[dict[str, Any], Any]], sheet: str | None, role: ListRole | None) -> tuple[Any, Any]:
    if sheet is not None:
        return next(pair for pair in found if pair[0]["name"] == sheet)

    def rank(pair: tuple[dict[str, Any], Any]) -> tuple[float, int]:
        one, heads = pair
        named = role is not None and any(word in one["name"].lower() for word in SHEET_WORDS[role])
        return (heads.score if heads else -1.0) + (3 if named and heads else 0), len(one["rows"])

    return max(found, key=rank)


def _seen(rows: Sequence[Sequence[Any]]) -> list[str]:
    """The first texts of a sheet without headings, to show what was found instead."""
    return [str(cell)[:40] for cell in rows[0][1] if cell is not None][:6]


def _rows(sheet: dict[str, Any], heads: headings.Headings) -> tuple[TableRow, ...]:
    """The rows below the headings, all of one width, with cells merged downwards filled in."""
    body = [(number, list(cells)) for number, cells in sheet["rows"] if number > heads.rows[-1]]
    width = max([len(heads.texts), *(len(cells) for _, cells in body)])
    by_number = {number: cells + [None] * (width - len(cells)) for number, cells in body}
    for top, left, bottom, _ in sheet["merged"]:
        if top < bottom and left < width and top in by_number:
            _fill_down(by_number, by_number[top][left], range(top + 1, bottom + 1), left)
    return tuple(TableRow(number, tuple(cells)) for number, cells in by_number.items())


def _fill_down(rows: dict[int, list[Cell]], value: Cell, numbers: range, column: int) -> None:
    """Blank rows stay blank: they are not among `rows`."""
    if len(numbers) > len(rows):
        numbers_in_use = [number for number in rows if number in numbers]
    else:
        numbers_in_use = [number for number in numbers if number in rows]
    for number in numbers_in_use:
        if rows[number][column] is None:
            rows[number][column] = value


def _padded(texts: tuple[str, ...], rows: Sequence[TableRow]) -> tuple[str, ...]:
    width = len(rows[0].cells) if rows else len(texts)
    return texts + ("",) * (width - len(texts))
