"""Lists of pairs with the mentor in a row of its own: «Наставник: Иванова А. А.», the mentees below."""

import re
from collections.abc import Iterable, Sequence

from nastavnik.domain.exchange.mapping import looks_like_name
from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.reading.cells.several import people_in
from nastavnik.domain.exchange.reading.pair_columns import recognise_of_pairs
from nastavnik.domain.exchange.records import Cell, TableRow

TITLE = re.compile(
    r"(?:[Нн]аставни[кц]|НАСТАВНИ[КЦ]|[Тт]ьютор)[а-яА-Я]{0,3}\s*(?:[:.–—-]\s*|\s)(?P<people>[А-ЯЁ].*)", re.DOTALL
)
LONGEST = 300
HEADING = "Наставник"


def mentors_in_title(text: str) -> str:
    """«Иванова А. А., учитель физики» of «Наставник: Иванова А. А., учитель физики»; "" for any other text."""
    match = TITLE.fullmatch(text) if len(text) <= LONGEST else None
    people = people_in(match["people"]) if match else ()
    return match["people"] if match and people and all(looks_like_name(one.name) for one in people) else ""


def title_of(cells: Iterable[Cell]) -> str:
    """The mentors whom a row names, where it says nothing else; its running number may stand before."""
    texts = {text for cell in cells if (text := text_of(cell)) and not text.isdigit()}
    return mentors_in_title(texts.pop()) if len(texts) == 1 else ""


def with_mentors(
    headings: tuple[str, ...], rows: tuple[TableRow, ...], above: Iterable[Sequence[Cell]]
) -> tuple[tuple[str, ...], tuple[TableRow, ...]]:
    """The table with the mentors of the titles beside each mentee: in the column of mentors where its cell is empty,
    else in a column of their own. `above` are the rows over the headings: a sheet may be one mentor's."""
    mentors = next(filter(None, map(title_of, above)), "")
    if not mentors and not any(title_of(row.cells) for row in rows):
        return headings, rows
    fields = [recognise_of_pairs(heading)[0] for heading in headings]
    column = fields.index("mentor.name") if "mentor.name" in fields else len(headings)
    filled = []
    for row in rows:
        cells = [*row.cells] if column < len(headings) else [*row.cells, None]
        if title := title_of(row.cells):
            mentors = title
        elif mentors and not text_of(cells[column]):
            cells[column] = mentors
        filled.append(TableRow(row.number, tuple(cells)))
    return (headings if column < len(headings) else (*headings, HEADING)), tuple(filled)
