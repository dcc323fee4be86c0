"""A municipal table of counts: institutions, their sums, and what in it contradicts itself. Pure.

Totals are counted from the rows of institutions and shares from the totals; what somebody typed as a total or as a
percentage is compared and never used.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.mapping import letter_of
from nastavnik.domain.exchange.reading.book import Book, open_book
from nastavnik.domain.exchange.reading.cells import text_of
from nastavnik.domain.exchange.reading.rows import is_numbering
from nastavnik.domain.rollup.cells import contradicts, count, kind_of
from nastavnik.domain.rollup.columns import SHARES, Column, recognise
from nastavnik.domain.rollup.records import CountsTable, Flag, Institution, Sums

SEARCHED_ROWS = 30
HEADING_ROWS = 3
TOTAL = re.compile(r"^\W*(?:итого|всего|в целом|общ(?:ий|ее) (?:итог|количество|число)|свод)\b")
FOOTER = re.compile(r"^\W*(?:исполнител|составил|руководител|начальник|директор|подпись|примечани|тел\b|дата)")
OTHER = "other"

Row = tuple[int, list[Any]]


def read_counts(content: bytes, file_name: str = "", *, sheet: str | None = None) -> CountsTable:
    """The table of the sheet that says most, or of the named one.

    Raises:
        UnreadableFile: no such sheet, no headings that say what is counted, no institution, or names
            where numbers are due.
    """
    return counts_of(open_book(content, file_name), sheet=sheet)


def counts_of(book: Book, *, sheet: str | None = None) -> CountsTable:
    """The same of a file that is open already."""
    sheets = [one for one in book.sheets if one["rows"] and (sheet is None or one["name"] == sheet)]
    if not sheets:
        names = [f"«{one['name']}»" for one in book.sheets if one["name"]]
        raise (
            UnreadableFile("no_such_sheet", sheet=sheet or "", sheets=names) if sheet else UnreadableFile("empty_sheet")
        )
    found = max(((_headings(one), one) for one in sheets), key=lambda pair: _weight(pair[0][1]))
    (last, columns), chosen = found
    if not any(column.meaning == "count" for column in columns):
        raise UnreadableFile("no_counts", seen=_seen(chosen["rows"]))
    return _table(chosen, last, columns)


def sums(institutions: Sequence[Institution]) -> Sums:
    """Numbers added up; a share over those institutions that know both its numbers."""
    codes = list(dict.fromkeys(code for one in institutions for code in one.counts))
    totals = {code: sum(one.counts.get(code, 0) for one in institutions) for code in codes}
    shares = {}
    for share, (numerator, denominator) in SHARES.items():
        both = [
            one
            for one in institutions
            if numerator in one.counts and denominator in one.counts and share not in one.left_out
        ]
        if both:
            shares[share] = sum(one.counts[numerator] for one in both), sum(one.counts[denominator] for one in both)
    return Sums(len(institutions), totals, shares)


def _table(sheet: Mapping[str, Any], last: int, columns: list[Column]) -> CountsTable:
    flags: list[Flag] = []
    institutions: list[Institution] = []
    names: dict[str, int] = {}
    section, block = "", 0
    for number, cells in (row for row in sheet["rows"] if row[0] > last):
        counted = [column for column in columns if column.meaning == "count" and text_of(_at(cells, column))]
        name, first = _name(columns, cells), next((text_of(cell) for cell in cells if text_of(cell)), "")
        if not first or is_numbering(cells) or _is_repeated(cells, columns) or FOOTER.match(first.lower()):
            continue
        if TOTAL.match(first.lower()) or TOTAL.match(name.lower()):
            flags += _check_total(number, cells, columns, (institutions, institutions[block:]))
            block = len(institutions)
        elif not counted:
            section = kind_of(first) or section
        elif name:
            institution = _institution(number, cells, columns, name, section, flags)
            before = names.setdefault(re.sub(r"\W+", " ", name.lower()).strip(), number)
            if before != number:
                flags.append(Flag(number, None, "twice", {"name": name, "before": before}))
            institutions.append(institution)
    if not institutions:
        raise UnreadableFile("no_institutions")
    if sum(flag.code == "not_a_number" for flag in flags) > sum(len(one.counts) for one in institutions):
        raise UnreadableFile("no_numbers")  # a list of people, whose names are no contradictions to be told
    kinds = sorted({one.kind for one in institutions})
    by_kind = {kind: sums([one for one in institutions if one.kind == kind]) for kind in kinds}
    return CountsTable(sheet["name"], tuple(institutions), sums(institutions), by_kind, tuple(flags))


def _institution(
    number: int, cells: Sequence[Any], columns: list[Column], name: str, section: str, flags: list[Flag]
) -> Institution:
    counts: dict[str, int] = {}
    for column in columns:
        if column.meaning == "count":
            value, wrong = count(_at(cells, column))
            if wrong:
                flags.append(Flag(number, letter_of(column.place), wrong, {"typed": text_of(_at(cells, column))[:40]}))
            if value is not None:
                counts[column.code] = value
    places = {column.code: column for column in columns}
    denied = set()
    for share, (numerator, denominator) in SHARES.items():
        if counts.get(numerator, 0) > counts.get(denominator, counts.get(numerator, 0)):
            denied.add(share)
            told = {"part": counts[numerator], "whole": counts[denominator]}
            flags.append(Flag(number, letter_of(places[numerator].place), "more_than_whole", told))
    flags += _check_shares(number, cells, columns, counts, skipped=denied)
    kind = next((text_of(_at(cells, column)) for column in columns if column.meaning == "kind"), "")
    return Institution(number, name, kind_of(kind) or section or kind_of(name) or OTHER, counts, frozenset(denied))


def _check_shares(
    number: int, cells: Sequence[Any], columns: list[Column], counts: Mapping[str, int], *, skipped: set[str]
) -> list[Flag]:
    """Typed percentages that the numbers beside them deny."""
    flags = []
    for column in columns:
        if column.meaning != "share" or column.code in skipped:
            continue
        numerator, denominator = (counts.get(code) for code in SHARES[column.code])
        if numerator is None or not denominator:
            continue
        if contradicts(_at(cells, column), numerator, denominator):
            told = {"typed": text_of(_at(cells, column))[:40], "true": numerator / denominator}
            flags.append(Flag(number, letter_of(column.place), "share_contradicts", told))
    return flags


def _check_total(
    number: int, cells: Sequence[Any], columns: list[Column], scopes: tuple[list[Institution], list[Institution]]
) -> list[Flag]:
    """A typed total is that of all institutions so far, or of those since the last total."""
    flags = []
    true = [sums(scope).totals for scope in scopes]
    fitting = [0, 0]
    typed: dict[str, int] = {}
    for column in columns:
        if column.meaning == "count":
            value, _ = count(_at(cells, column))
            if value is not None:
                typed[column.code] = value
                for place in (0, 1):
                    fitting[place] += true[place].get(column.code) == value
    scope = 0 if fitting[0] >= fitting[1] else 1
    for column in columns:
        if column.code in typed and column.meaning == "count" and true[scope].get(column.code, 0) != typed[column.code]:
            told = {"typed": typed[column.code], "true": true[scope].get(column.code, 0)}
            flags.append(Flag(number, letter_of(column.place), "total_contradicts", told))
    pairs = sums(scopes[scope]).shares
    known = {code: number for share, both in pairs.items() for code, number in zip(SHARES[share], both, strict=True)}
    return [*flags, *_check_shares(number, cells, columns, known, skipped=set())]


def _headings(sheet: Mapping[str, Any]) -> tuple[int, list[Column]]:
    """The last row of the headings (one to three of them) and what its columns mean."""
    rows: list[Row] = sheet["rows"][:SEARCHED_ROWS]
    best: tuple[float, int, list[Column]] = (-1.0, 0, [])
    for first in range(len(rows)):
        for height in range(1, HEADING_ROWS + 1):
            chosen = rows[first : first + height]
            if len(chosen) < height or any(_has_numbers(cells) for _, cells in chosen):
                break
            columns = recognise(_joined(chosen, sheet["merged"]))
            score = _weight(columns) - 0.1 * height
            if score > best[0]:
                best = (score, chosen[-1][0], columns)
    return best[1], best[2]


def _weight(columns: list[Column]) -> float:
    return sum(2 if column.meaning == "name" else 1 for column in columns)


def _joined(rows: Sequence[Row], merged: Sequence[Sequence[int]]) -> list[str]:
    """The texts of several rows of headings, one under another, merged cells spread over what they cover."""
    width = max(len(cells) for _, cells in rows)
    grid = {number: [*cells, *[None] * (width - len(cells))] for number, cells in rows}
    for top, left, bottom, right in merged:
        if top in grid and left < width:
            for number in range(top, bottom + 1):
                for column in range(left, min(right + 1, width)):
                    if number in grid:
                        grid[number][column] = grid[top][left]
    texts = []
    for column in range(width):
        parts = dict.fromkeys(text_of(cells[column]) for cells in grid.values())
        texts.append(" ".join(part for part in parts if part))
    return texts


def _name(columns: list[Column], cells: Sequence[Any]) -> str:
    """The name of the institution: its column or, without one, the first text of the row."""
    named = [column for column in columns if column.meaning == "name"]
    if named:
        return text_of(_at(cells, named[0]))
    known = {column.place for column in columns}
    free = (text_of(cell) for place, cell in enumerate(cells) if place not in known and isinstance(cell, str))
    return next((text for text in free if re.search(r"[^\W\d]{2}", text)), "")


def _at(cells: Sequence[Any], column: Column) -> Any:
    return cells[column.place] if column.place < len(cells) else None


def _has_numbers(cells: Sequence[Any]) -> bool:
    return any(isinstance(cell, int | float) for cell in cells)


def _is_repeated(cells: Sequence[Any], columns: list[Column]) -> bool:
    """The headings again, as every printed page has them."""
    again = {(column.meaning, column.code) for column in recognise([text_of(cell) for cell in cells])}
    return not _has_numbers(cells) and len(again & {(one.meaning, one.code) for one in columns}) > 1


def _seen(rows: Sequence[Row]) -> str:
    """The first texts of a sheet without headings, to show what was found instead."""
    texts = [text_of(cell)[:40] for _, cells in rows[:3] for cell in cells if text_of(cell)]
    return ", ".join(f"«{text}»" for text in texts[:6])
