"""What a list of people becomes: a table of cells, then records with issues. Plain values, no Django."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal

Role = Literal["mentee", "mentor"]
Severity = Literal["error", "ask", "note"]
SkippedKind = Literal["total", "heading", "numbering", "section", "footer", "stray"]
Mode = Literal["in_person", "online"]
Cell = str | float | int | bool | date | datetime | time | None
Interval = tuple[int, int, int]  # weekday 1..7, start minute, end minute


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row under the headings, with the number Excel shows for it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet that looks most like a list of people. `headings[i]` belongs to column `i` (0 = A)."""

    kind: str
    sheet: str
    headings: tuple[str, ...]
    heading_rows: tuple[int, ...]
    rows: tuple[TableRow, ...]
    sha256: str
    other_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column and the field it seems to hold; `field` is None where it is not read."""

    letter: str
    heading: str
    field: str | None
    confidence: float
    sample: str = ""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One row of a list. None means "not given"; an empty tuple in a list field means the same."""

    row: int
    name: str = ""
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    birth_date: date | None = None
    study_group: str | None = None
    grade: int | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    guardian_name: str | None = None
    guardian_phones: tuple[str, ...] = ()
    workplace: str | None = None
    position: str | None = None
    main_need: str | None = None
    needs: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    achievements: str | None = None
    free_time: tuple[Interval, ...] | None = None
    modes: frozenset[Mode] | None = None
    places: int | None = None
    age_wish: tuple[int, int] | None = None
    grade_wish: tuple[int, int] | None = None
    any_age: bool = False  # «любой»: known to be any, unlike an empty cell
    consent: bool | None = None
    clearance: bool | None = None
    clearance_on: date | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to mend, to decide or to know. `row` is Excel's, `column` its letter; None = the whole list."""

    row: int | None
    column: str | None
    field: str | None
    code: str
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    severity: Severity = "note"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Rows of one human being (certain) or perhaps of one (to be asked, never merged unasked)."""

    rows: tuple[int, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no person: a total, a repeated heading, a section title, a signature, …"""

    row: int
    kind: SkippedKind
    text: str


@dataclass(frozen=True, slots=True)
class ListReading:
    """All that was understood of a list. `records` has one record per data row, refused ones included."""

    role: Role
    records: tuple[PersonRecord, ...]
    issues: tuple[Issue, ...]
    duplicates: tuple[Duplicate, ...]
    rows: int
    people: int
    columns: tuple[ColumnGuess, ...]
    sheet: str
    sha256: str
    skipped: tuple[SkippedRow, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Nothing can be taken before the whole-list error or question about the name is answered."""
        whole = (issue for issue in self.issues if issue.row is None)
        return any(issue.severity == "error" or issue.code == "ambiguous_column" for issue in whole)

    @property
    def refused_rows(self) -> frozenset[int]:
        """Excel's numbers of the rows with an error."""
        return frozenset(i.row for i in self.issues if i.severity == "error" and i.row is not None)

    @property
    def accepted(self) -> tuple[PersonRecord, ...]:
        """The records of all rows without an error, repeats included."""
        if self.is_blocked:
            return ()
        refused = self.refused_rows
        return tuple(record for record in self.records if record.row not in refused)

    @property
    def mapping(self) -> dict[str, str]:
        """Column letter → field, as it was read; can be corrected and given back to `read_people`."""
        return {column.letter: column.field for column in self.columns if column.field}
