"""What is read from a pasted table: its columns, its rows, and what was not understood, as codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from enum import StrEnum

from nastavnik.domain.programmes.enums import ResourceKind
from nastavnik.domain.programmes.terms import Term

MOST_LETTERS = 300_000
MOST_ROWS = 500
MOST_COLUMNS = 40


class Field(StrEnum):
    """What a column holds. Resources have one field a kind."""

    NUMBER = "number"
    STAGE = "stage"
    TITLE = "title"
    TASK = "task"
    TERM = "term"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    DOCUMENT = "document"
    PEOPLE = "people"
    METHODS = "methods"
    INFORMATION = "information"
    TECHNICAL = "technical"
    OTHER = "other"


RESOURCES = {Field(kind.value): kind for kind in ResourceKind}
# As many letters as a row of the roadmap has room for.
ROOM = {Field.TITLE: 500, Field.TASK: 1000, Field.RESULT: 1000, Field.DOCUMENT: 300, Field.RESPONSIBLE: 300}


@dataclass(frozen=True)
class StageSpan:
    """A stage of the programme that rows may belong to."""

    number: int
    title: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Issue:
    """Something that was not understood, or not in full. `column` is its heading; row 0 is the whole table.

    Errors keep a row from being added: no_title, no_term, unclear_term, no_such_day, ends_before_start, too_long.
    Of a table: no_table, no_title_column, too_many_rows, too_long_text.
    Notices: unknown_column, unknown_stage, no_head.
    """

    code: str
    row: int = 0
    column: str = ""
    value: str = ""
    limit: int = 0
    is_error: bool = True
    field: Field | None = None  # where the words that mend it belong


@dataclass(frozen=True)
class Column:
    """A column as it was headed, and what it was taken for."""

    title: str
    field: Field | None


@dataclass(frozen=True)
class PastedRow:
    """One event. `row` counts the rows of the table as a person does, the head included."""

    row: int
    title: str
    stage: int  # number of a stage of the programme
    stage_text: str = ""
    task: str = ""
    result: str = ""
    document: str = ""
    responsible: tuple[str, ...] = ()
    resources: Mapping[ResourceKind, str] = made(default_factory=dict)
    term_text: str = ""
    term: Term | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def is_right(self) -> bool:
        return not any(issue.is_error for issue in self.issues)


@dataclass(frozen=True)
class Pasted:
    """A table as it was understood."""

    columns: Sequence[Column] = ()
    rows: Sequence[PastedRow] = ()
    issues: Sequence[Issue] = ()
    left_out: int = 0  # rows that a person said to leave out
    called: Mapping[int, str] = made(default_factory=dict)  # row → how a person finds it: its own № or its place

    @property
    def wrong(self) -> list[PastedRow]:
        return [row for row in self.rows if not row.is_right]

    @property
    def can_be_added(self) -> bool:
        return bool(self.rows) and not self.wrong and not any(issue.is_error for issue in self.issues)
