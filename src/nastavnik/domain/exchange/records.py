"""What a list of people becomes: a table of cells, then records with issues. Plain values, no Django."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal

Role = Literal["mentee", "mentor"]
ListRole = Literal["mentee", "mentor", "pairs"]
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
    unvalued: frozenset[tuple[int, int]] = frozenset()  # (Excel's row, column): a formula without its saved value


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
    former_surname: str | None = None  # «Петрова (Сидорова) Анна»
    joined_on: date | None = None
    category: str | None = None  # of a mentee, in the words of the list
    values: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    openness: Literal["at_once", "with_time", "with_few"] | None = None
    level: int | None = None  # 0–5, standing in the subject
    mastery: int | None = None  # 0–3, experience of mentoring
    building: str | None = None
    district: str | None = None
    languages: frozenset[str] | None = None  # lower case: «русский», «татарский»
    wanted_mentors: int | None = None
    shift: Literal[1, 2] | None = None


@dataclass(frozen=True, slots=True)
class PairRecord:
    """One row of a list of pairs: who leads whom, in which format (code of `programmes`), from when until when."""

    row: int
    mentors: tuple[PersonRecord, ...] = ()
    mentees: tuple[PersonRecord, ...] = ()
    mentoring_format: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet of a file: `rows` are those under its headings; `role` is None where it is no list of people."""

    name: str
    hidden: bool
    rows: int
    role: ListRole | None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Detected:
    """What a file seems to be a list of, and how sure that is (0 to 1)."""

    role: ListRole
    confidence: float
    sheet: str


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


@dataclass(frozen=True, slots=True)
class PairsReading:
    """All that was understood of a list of pairs. `columns[i].field` is «mentor.name», «mentee.phones», «format», …"""

    pairs: tuple[PairRecord, ...]
    issues: tuple[Issue, ...]
    columns: tuple[ColumnGuess, ...]
    sheet: str
    sha256: str
    rows: int
    skipped: tuple[SkippedRow, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Nothing can be taken before the whole-list error is answered."""
        return any(issue.row is None and issue.severity == "error" for issue in self.issues)

    @property
    def refused_rows(self) -> frozenset[int]:
        """Excel's numbers of the rows with an error."""
        return frozenset(i.row for i in self.issues if i.severity == "error" and i.row is not None)

    @property
    def accepted(self) -> tuple[PairRecord, ...]:
        """The pairs of all rows without an error."""
        if self.is_blocked:
            return ()
        refused = self.refused_rows
        return tuple(pair for pair in self.pairs if pair.row not in refused)

    @property
    def mapping(self) -> dict[str, str]:
        """Column letter → field, as it was read; can be corrected and given back to `read_pairs`."""
        return {column.letter: column.field for column in self.columns if column.field}
