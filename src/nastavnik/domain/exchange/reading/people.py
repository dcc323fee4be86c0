"""A table becomes a list of people: columns, rows, records, repeats."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from nastavnik.domain.exchange import mapping as columns_of
from nastavnik.domain.exchange.reading import duplicates as repeats
from nastavnik.domain.exchange.reading.person import Reader, read_person
from nastavnik.domain.exchange.reading.rows import Kept, people_rows
from nastavnik.domain.exchange.reading.samples import with_samples
from nastavnik.domain.exchange.records import ColumnGuess, Issue, ListReading, PersonRecord, Role, Table


def read_people(
    table: Table, role: Role, mapping: Mapping[str, str | None] | None = None, *, as_of: date
) -> ListReading:
    """Every person of `table`, with issues by row and column.

    `mapping` corrects the guessed columns (letter → field of `mapping.FIELDS`, None = leave out); `as_of` is the day
    ages are counted on. A reading without a name column is blocked: it has rows and issues but no records.
    """
    columns, issues = columns_of.resolve(table.headings, table.rows, role, mapping)
    fields: dict[str, list[int]] = defaultdict(list)
    for index, column in enumerate(columns):
        if column.field:
            fields[column.field].append(index)
    kept, skipped = people_rows(table, fields)
    columns = with_samples(columns, [row for row, _section in kept])
    found = [*issues, *_about_the_file(table, role, len(kept))]
    records: list[PersonRecord] = []
    if fields.get("name") or fields.get("surname") or fields.get("given_name"):
        records = _records(kept, Reader(columns, dict(fields), role, as_of), found)
    found += formulas_without_values(table, [row.number for row, _ in kept], columns)
    same = repeats.find(records)
    found += repeats.differences(records, same)
    found.sort(key=lambda issue: (issue.row or 0, issue.column or ""))
    people = len(records) - sum(len(one.rows) - 1 for one in same if one.certain)
    return ListReading(
        role, tuple(records), tuple(found), same, len(kept), people, columns, table.sheet, table.sha256, tuple(skipped)
    )


def _records(kept: Sequence[Kept], reader: Reader, issues: list[Issue]) -> list[PersonRecord]:
    records = []
    for row, section in kept:
        record, of_row = read_person(row, reader, section)
        records.append(record)
        issues += of_row
    return records


def formulas_without_values(table: Table, rows: Sequence[int], columns: Sequence[ColumnGuess]) -> list[Issue]:
    """Cells that are read and hold a formula whose value the file does not bring."""
    if not table.unvalued:
        return []
    read = {index: column for index, column in enumerate(columns) if column.field}
    cells = ((number, index) for number in rows for index in read if (number, index) in table.unvalued)
    return [
        Issue(number, read[index].letter, read[index].field, "formula_without_value", {}, "ask")
        for number, index in cells
    ]


def _about_the_file(table: Table, role: Role, rows: int) -> list[Issue]:
    issues = [*about_the_sheets(table)]
    if not rows:
        issues.append(Issue(None, None, None, "no_rows", {}, "error"))
    if _looks_like_other_role(table.headings, role):
        issues.append(Issue(None, None, None, "other_role", {"role": role}, "ask"))
    return issues


def about_the_sheets(table: Table) -> list[Issue]:
    """Other sheets like the one that is read, and hidden ones that are not."""
    issues = []
    if table.other_sheets:
        params = {"sheet": table.sheet, "others": list(table.other_sheets)}
        issues.append(Issue(None, None, None, "other_sheets", params, "ask"))
    if table.hidden_sheets:
        issues.append(Issue(None, None, None, "hidden_sheets", {"sheets": list(table.hidden_sheets)}, "note"))
    return issues


def _looks_like_other_role(headings: Sequence[str], role: Role) -> bool:
    """Competences and places belong to mentors, needs to mentees."""
    known = {columns_of.recognise(heading, "mentor")[0] for heading in headings}
    if role == "mentee":
        return {"competences", "places"} <= known and not known & {"main_need", "needs"}
    return bool(known & {"main_need", "needs"}) and not known & {"competences", "places"}
