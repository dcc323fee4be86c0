"""A pasted table → events with what was not understood. Whatever is pasted, an answer comes back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from nastavnik.domain.programmes.pasting import grid
from nastavnik.domain.programmes.pasting.broken import joined
from nastavnik.domain.programmes.pasting.columns import columns_of, fields_of, find_head
from nastavnik.domain.programmes.pasting.grid import Grid
from nastavnik.domain.programmes.pasting.rows import NUMBER, Reading, events, is_repeated, values_of
from nastavnik.domain.programmes.pasting.shape import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    Column,
    Field,
    Issue,
    Pasted,
    StageSpan,
)
from nastavnik.domain.programmes.terms import NotATerm, parse_term

MOSTLY = 0.6  # share of the cells of a column that read as terms or as numbers


def read(
    text: str,
    *,
    around: date,
    until: date | None = None,
    stages: Sequence[StageSpan] = (),
    columns: Mapping[int, Field | None] | None = None,
    mended: Mapping[int, Mapping[str, str]] | None = None,
) -> Pasted:
    """Read a table that was pasted as text.

    `around` and `until` are the first and last day of the programme. `columns` are fields chosen by hand for columns
    counted from 0. `mended` are words for rows (by `PastedRow.row`): title, term, responsible, task, result, document,
    stage (its number), and «leave_out» for a row that is not wanted.
    """
    if len(text) > MOST_LETTERS:
        return Pasted(issues=(Issue("too_long_text", value=str(len(text)), limit=MOST_LETTERS),))
    table = rows_of(text, stages)
    if not table:
        return Pasted(issues=(Issue("no_table"),))
    chosen, mended = columns or {}, mended or {}
    head = find_head(table)
    found = columns_of(table[head] if head is not None else [""] * len(table[0]), chosen)
    if head is None:
        found = _guessed(table, found, chosen, around, until)
    issues = _of_columns(found, has_head=head is not None)
    body = _body(table, head)
    if len(body) > MOST_ROWS:
        return Pasted(found, issues=(*issues, Issue("too_many_rows", value=str(len(body)), limit=MOST_ROWS)))
    left_out = {number for number, words in mended.items() if words.get("leave_out")}
    kept = [(number, cells) for number, cells in body if number not in left_out]
    rows = tuple(events(kept, Reading(found, stages, around, until, mended)))
    if not rows and not left_out:
        issues = (*issues, Issue("no_table"))
    shown = left_out | {row.row for row in rows}
    return Pasted(found, rows, issues, len(body) - len(kept), _called(body, found, shown))


def rows_of(text: str, stages: Sequence[StageSpan] = ()) -> Grid:
    """Rows of equal length; the delimiter is the one with which most heads are known."""
    text = grid.tidy(text)
    if grid.is_html(text):
        rows = grid.from_html(text)
    else:
        rows = max((_split(text, delimiter, stages) for delimiter in grid.DELIMITERS), key=_known)
    rows = [row[:MOST_COLUMNS] for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows] if width > 1 else []


def _split(text: str, delimiter: str, stages: Sequence[StageSpan]) -> Grid:
    lines = grid.lines_of(text, delimiter)
    if delimiter != "\t":
        return lines
    head = find_head(lines)
    return lines if head is None else lines[: head + 1] + joined(lines[head + 1 :], len(lines[head]), stages)


def _known(rows: Grid) -> tuple[int, int]:
    head = find_head(rows)
    known = 0 if head is None else sum(field is not None for field in fields_of(rows[head]))
    return known, sum(len(row) > 1 for row in rows)


def _body(table: Grid, head: int | None) -> list[tuple[int, list[str]]]:
    """Rows below the head with their numbers, without its repetitions."""
    if head is None:
        return list(enumerate(table, 1))
    heading = table[head]
    return [(number, row) for number, row in enumerate(table, 1) if number > head + 1 and not is_repeated(row, heading)]


def _called(body: Sequence[tuple[int, list[str]]], columns: Sequence[Column], shown: set[int]) -> dict[int, str]:
    """The № that rows have in the table; where it is not written or comes twice, their places below the head."""
    own = {number: values_of(cells, columns).get(Field.NUMBER, "").rstrip(".)") for number, cells in body}
    written = [own[number] for number in own if number in shown]
    if all(written) and len(set(written)) == len(written):
        return own
    return {number: str(place) for place, (number, _cells) in enumerate(body, 1)}


def _of_columns(columns: Sequence[Column], *, has_head: bool) -> tuple[Issue, ...]:
    issues = [] if has_head else [Issue("no_head", is_error=False)]
    if not any(column.field == Field.TITLE for column in columns):
        issues.append(Issue("no_title_column"))
    unknown = (column.title for column in columns if column.field is None and column.title)
    return (*issues, *(Issue("unknown_column", column=title, is_error=False) for title in unknown))


def _guessed(
    table: Grid, columns: list[Column], chosen: Mapping[int, Field | None], around: date, until: date | None
) -> list[Column]:
    """Without heads: the column of terms, the one of numbers, and of the others the one with the longest words."""
    places = [place for place in range(len(columns)) if place not in chosen]
    free = {Field.TERM, Field.NUMBER, Field.TITLE} - {column.field for column in columns if column.field}
    cells = {place: [row[place] for row in table if row[place]] for place in places}
    terms = {place: _share(cells[place], lambda cell: _is_term(cell, around, until)) for place in places}
    numbers = {place: _share(cells[place], lambda cell: NUMBER.fullmatch(cell) is not None) for place in places}
    guess: dict[int, Field] = {}
    for field, shares in ((Field.NUMBER, numbers), (Field.TERM, terms)):
        likely = [place for place in places if shares[place] >= MOSTLY and place not in guess]
        if likely and field in free:
            guess[max(likely, key=lambda place: shares[place])] = field
    rest = [place for place in places if place not in guess and cells[place]]
    if rest and Field.TITLE in free:
        guess[max(rest, key=lambda place: sum(map(len, cells[place])))] = Field.TITLE
    return [replace(column, field=guess.get(place, column.field)) for place, column in enumerate(columns)]


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells) if cells else 0


def _is_term(cell: str, around: date, until: date | None) -> bool:
    try:
        parse_term(cell, around, until)
    except NotATerm:
        return False
    return True
