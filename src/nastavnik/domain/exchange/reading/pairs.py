"""A list of pairs: who leads whom, in which format, from when until when."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nastavnik.domain.exchange.reading.book import open_book
from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, periods, text_of
from nastavnik.domain.exchange.reading.cells.formats import mentoring_format
from nastavnik.domain.exchange.reading.cells.several import Mentioned, people_in
from nastavnik.domain.exchange.reading.pair_columns import SIDES, resolve_pairs
from nastavnik.domain.exchange.reading.people import about_the_sheets, formulas_without_values
from nastavnik.domain.exchange.reading.person import Reader, read_person
from nastavnik.domain.exchange.reading.rows import pair_rows
from nastavnik.domain.exchange.reading.samples import with_samples
from nastavnik.domain.exchange.reading.table import table_of
from nastavnik.domain.exchange.records import (
    Cell,
    ColumnGuess,
    Issue,
    PairRecord,
    PairsReading,
    PersonRecord,
    Role,
    Table,
    TableRow,
)

SHARED = ("study_group", "position", "workplace", "mode")  # one value in a cell of several people is everybody's
BETWEEN_VALUES = re.compile(r"[\n;]|,\s+")


@dataclass(frozen=True, slots=True)
class Side:
    """The mentors' or the mentees' columns of a list."""

    role: Role
    reader: Reader

    @property
    def name(self) -> int:
        return self.reader.fields["name"][0]


def read_pairs(
    content: bytes,
    name: str,
    as_of: date,
    *,
    sheet: str | None = None,
    corrections: Mapping[str, str | None] | None = None,
) -> PairsReading:
    """Every pair of a file, one a row, with issues by row and column.

    A cell may hold several people, and a mentor's cell merged over several rows belongs to each of them. `corrections`
    (letter → field of `pair_columns.KNOWN` or None) outweigh the guessed columns; `as_of` is the day ages are counted
    on. Raises UnreadableFile for what is no table.
    """
    return pairs_of(table_of(open_book(content, name), sheet=sheet, role="pairs"), as_of, corrections)


def pairs_of(table: Table, as_of: date, corrections: Mapping[str, str | None] | None = None) -> PairsReading:
    """The same of a table that is there already. A reading that is blocked has no pairs."""
    columns, found = resolve_pairs(table.headings, table.rows, corrections)
    fields: dict[str, list[int]] = defaultdict(list)
    for index, column in enumerate(columns):
        if column.field:
            fields[column.field].append(index)
    names = [index for side in SIDES for index in fields.get(f"{side}.name", [])]
    kept, skipped = pair_rows(table, names, fields.get("number", []))
    columns = with_samples(columns, kept)
    issues = [*found, *about_the_sheets(table)]
    pairs: list[PairRecord] = []
    if len(names) == 2:
        issues += [] if kept else [Issue(None, None, None, "no_rows", {}, "error")]
        issues += formulas_without_values(table, [row.number for row in kept], columns)
        sides = [Side(role, Reader(columns, _of_side(fields, role), role, as_of)) for role in SIDES]
        pairs = _pairs(kept, sides, fields, columns, as_of, issues)
    issues.sort(key=lambda issue: (issue.row or 0, issue.column or ""))
    return PairsReading(tuple(pairs), tuple(issues), columns, table.sheet, table.sha256, len(kept), tuple(skipped))


def _of_side(fields: Mapping[str, list[int]], role: Role) -> dict[str, list[int]]:
    return {name.split(".")[1]: list(found) for name, found in fields.items() if name.startswith(f"{role}.")}


def _pairs(
    rows: Sequence[TableRow],
    sides: Sequence[Side],
    fields: Mapping[str, list[int]],
    columns: Sequence[ColumnGuess],
    as_of: date,
    issues: list[Issue],
) -> list[PairRecord]:
    pairs: list[PairRecord] = []
    mentors: tuple[PersonRecord, ...] = ()
    for row in rows:
        people = {side.role: _people(row, side, issues) for side in sides}
        if not people["mentor"] and mentors and people["mentee"]:
            people["mentor"] = tuple(replace(one, row=row.number) for one in mentors)
            params = {"text": ", ".join(one.name for one in mentors)[:80]}
            letter = columns[sides[0].name].letter
            issues.append(Issue(row.number, letter, "mentor.name", "mentor_from_above", params, "ask"))
        mentors = people["mentor"] or mentors
        letters = [columns[side.name].letter for side in sides]
        if not people["mentor"]:
            issues.append(Issue(row.number, letters[0], "mentor.name", "mentor_missing", {}, "error"))
        if not people["mentee"]:
            issues.append(Issue(row.number, letters[1], "mentee.name", "mentee_missing", {}, "error"))
        pairs.append(_pair(row, people, fields, columns, as_of, issues))
    return pairs


def _pair(
    row: TableRow,
    people: Mapping[Role, tuple[PersonRecord, ...]],
    fields: Mapping[str, list[int]],
    columns: Sequence[ColumnGuess],
    as_of: date,
    issues: list[Issue],
) -> PairRecord:
    def told(field: str, parse: Any, *given: Any) -> Any:
        index = next(iter(fields.get(field, [])), None)
        if index is None:
            return None
        parsed: Parsed = parse(row.cells[index], *given)
        if parsed.code:
            letter = columns[index].letter
            issues.append(Issue(row.number, letter, field, parsed.code, parsed.params, parsed.severity))
        return parsed.value

    starts_on, ends_on = told("period", periods.period, as_of) or (None, None)
    starts_on = told("starts_on", periods.start, as_of) or starts_on
    ends_on = told("ends_on", periods.end, as_of) or ends_on
    if starts_on and ends_on and ends_on < starts_on:
        text = f"{starts_on:%d.%m.%Y}–{ends_on:%d.%m.%Y}"
        issues.append(Issue(row.number, None, "period", "period_backwards", {"text": text}, "error"))
    code = told("format", mentoring_format)
    return PairRecord(row.number, people["mentor"], people["mentee"], code, starts_on, ends_on)


def _people(row: TableRow, side: Side, issues: list[Issue]) -> tuple[PersonRecord, ...]:
    """The people of one side of a row; their other cells are shared out among them."""
    cell = row.cells[side.name]
    mentioned = people_in(text_of(cell)) if not is_blank(cell) else ()
    found: list[PersonRecord] = []
    for place, one in enumerate(mentioned):
        cells = list(row.cells)
        cells[side.name] = one.name
        if len(mentioned) > 1:
            _share(cells, row, side, place, len(mentioned))
        record, of_person = read_person(TableRow(row.number, tuple(cells)), side.reader)
        found.append(_with_words(record, one))
        issues += [replace(issue, field=f"{side.role}.{issue.field}") for issue in of_person if issue not in issues]
    return tuple(found)


def _share(cells: list[Cell], row: TableRow, side: Side, place: int, count: int) -> None:
    """As many values as people: one each. One value: everybody's if it can be, nobody's if it is personal."""
    for field, indices in side.reader.fields.items():
        for index in indices:
            if field == "name" or is_blank(row.cells[index]):
                continue
            values = [value.strip() for value in BETWEEN_VALUES.split(text_of(row.cells[index])) if value.strip()]
            if len(values) == count:
                cells[index] = values[place]
            elif field not in SHARED:
                cells[index] = None


def _with_words(record: PersonRecord, one: Mentioned) -> PersonRecord:
    return replace(record, position=record.position or one.words) if one.words else record
