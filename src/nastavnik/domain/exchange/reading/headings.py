"""Where the headings of a sheet are: below titles, in one row or in two, under merged cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from nastavnik.domain.exchange.mapping import looks_like_name, recognise
from nastavnik.domain.exchange.reading.cells.groups import school_class
from nastavnik.domain.exchange.reading.cells.names import is_probably_name
from nastavnik.domain.exchange.reading.cells.timetable import slot_of
from nastavnik.domain.exchange.reading.pair_columns import recognise_of_pairs
from nastavnik.domain.exchange.records import Cell, ListRole
from nastavnik.domain.people.normal import tidy

SEARCHED_ROWS = 40
LONGEST_TEXT = 300
PEOPLE_APART = re.compile(r"[\n;]")
SURE_OF_TWO = 0.1
NAME_FIELDS = ("name", "surname", "given_name", "mentor.name", "mentee.name")

Row = tuple[int, list[Cell]]  # Excel's number, cells from column A on
Merged = Sequence[Sequence[int]]  # first row, first column, last row, last column; rows from 1, columns from 0


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings found: their texts by column, their row numbers, and how many known fields they name."""

    texts: tuple[str, ...]
    rows: tuple[int, ...]
    score: float


def find(rows: Sequence[Row], merged: Merged, role: ListRole | None) -> Headings | None:
    """The row (or two rows) that name most fields. None where the sheet begins with data or holds no table."""
    width = max((len(cells) for _, cells in rows), default=0)
    head = [(number, cells + [None] * (width - len(cells))) for number, cells in rows[:SEARCHED_ROWS]]
    filled = [(number, _spread(number, cells, merged)) for number, cells in head]
    best: Headings | None = None
    for index in range(len(head)):
        for candidate in _candidates(filled, head, index, role):
            if best is None or candidate.score > best.score:
                best = candidate
    return best if best and best.score >= 1 else _unknown_headings(filled)


def _candidates(filled: Sequence[Row], head: Sequence[Row], index: int, role: ListRole | None) -> list[Headings]:
    number, cells = filled[index]
    if not _may_be_headings(cells):
        return []
    single = tuple(_text(cell) for cell in cells)
    candidates = [Headings(single, (number,), _score(single, role))]
    if index + 1 < len(filled) and filled[index + 1][0] == number + 1 and not _is_title(head[index][1], cells):
        below = filled[index + 1]
        if _may_be_headings(below[1]) and _known(tuple(map(_text, below[1])), role):
            joined = _joined(cells, below[1])
            score = _score(joined, role) + (SURE_OF_TWO if _all_known(below[1], role) else 0.0)
            candidates.append(Headings(joined, (number, below[0]), score))
    return candidates


def _spread(number: int, cells: list[Cell], merged: Merged) -> list[Cell]:
    """Merged cells of the row filled with the value of their first cell, where that is in this row."""
    answer = list(cells)
    for top, left, _, right in merged:
        if top == number and left < len(answer):
            for column in range(left, min(right + 1, len(answer))):
                answer[column] = cells[left]
    return answer


def _is_title(cells: Sequence[Cell], spread: Sequence[Cell]) -> bool:
    """One text alone in its row, over at least half of the table or over nothing."""
    filled = [cell for cell in cells if cell is not None]
    covered = sum(1 for cell in spread if cell is not None)
    return len(filled) == 1 and (covered == 1 or covered * 2 >= len(spread))


def _may_be_headings(cells: Sequence[Cell]) -> bool:
    """Texts only, none of them a person's name."""
    filled = [cell for cell in cells if cell is not None]
    if not filled or any(isinstance(cell, (date, time)) for cell in filled):
        return False
    words = [cell for cell in filled if isinstance(cell, str) and any(char.isalpha() for char in cell)]
    if len(words) * 2 < len(filled) or any(_is_name(cell) for cell in words):
        return False
    return not all(school_class(str(cell)) for cell in filled)  # «5А класс» stands over the rows of a class


def _is_name(cell: str) -> bool:
    """Is it a name, or several in one cell, one a line or behind a semicolon?"""
    parts = [part for part in PEOPLE_APART.split(cell) if part.strip()]
    return any((looks_like_name(part) or is_probably_name(part)) and not recognise(part)[0] for part in parts)


def _joined(above: Sequence[Cell], below: Sequence[Cell]) -> tuple[str, ...]:
    """«Родитель» over «ФИО» and «Телефон» reads «Родитель ФИО», «Родитель Телефон»."""
    texts: list[str] = []
    group = ""
    for upper, lower in zip(map(_text, above), map(_text, below), strict=True):
        group = upper or (group if lower else "")
        whole = group if group == lower else f"{group} {lower}".strip()
        # A day says all by itself, whatever stands over it.
        texts.append(lower if slot_of(lower) and not slot_of(whole) else whole)
    return tuple(texts)


def _all_known(cells: Sequence[Cell], role: ListRole | None) -> bool:
    """Every text of a row names a field: it is a second row of headings, told or not by merged cells above it."""
    texts = [text for text in map(_text, cells) if text]
    return len(texts) > 1 and all(_known([text], role) for text in texts)


def _known(texts: Sequence[str], role: ListRole | None) -> set[str]:
    fields = (recognise_of_pairs(text)[0] if role == "pairs" else recognise(text, role)[0] for text in texts if text)
    return {field for field in fields if field}


def _score(texts: Sequence[str], role: ListRole | None) -> float:
    """Known fields count one each, a name two more; long sentences are titles, not headings."""
    known = _known([text for text in texts if len(text) <= 120], role)
    distinct = len({text for text in texts if text})
    if distinct < 2 and known.isdisjoint(NAME_FIELDS):
        return 0.0
    if distinct < 2 and len(texts) > 1:
        return 0.5  # one merged title that happens to hold a known word
    repeats = sum(1 for text in texts if text) - distinct
    return len(known) + (2 if known & set(NAME_FIELDS) else 0) - 0.4 * repeats


def _unknown_headings(rows: Sequence[Row]) -> Headings | None:
    """No heading is known: the first row of several texts stands for the headings, unless it holds names."""
    for number, cells in rows:
        if sum(cell is not None for cell in cells) < 2:
            continue
        return Headings(tuple(map(_text, cells)), (number,), 0.0) if _may_be_headings(cells) else None
    return None


def _text(cell: Cell) -> str:
    return "" if cell is None else tidy(str(cell)[:LONGEST_TEXT])
