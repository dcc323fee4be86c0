"""The steps before a list is accepted. Nothing is written about people here."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.core.lifecycle import advance
from nastavnik.domain.exchange.comparing import SAME
from nastavnik.domain.exchange.errors import ColumnsUnclear, NoSuchQuestion, TwoBirthDates
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import forget, guessed_columns, loaded_before, preview, reading_of, saved_mapping
from nastavnik.domain.exchange.queries.mappings import remembered_columns
from nastavnik.domain.exchange.queries.read_again import UNCLEAR
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.files import actions as files
from nastavnik.domain.files.queries import read
from nastavnik.domain.programmes.models import Module

CONTENT_TYPE = "application/octet-stream"


@transaction.atomic
def upload(module: Module, *, role: str, content: bytes, name: str, by: Any) -> PeopleImport:
    """Keep a list for checking. A file that is no table raises UnreadableFile before anything is stored.

    Columns and answers given for the very same file before are taken over, else the columns of a list that had the
    same headings.
    """
    table = read_table(content, name, role=role)  # type: ignore[arg-type]
    people_import = PeopleImport(
        organisation_id=module.organisation_id,
        module=module,
        role=role,
        file_name=name[-200:],
        sha256=table.sha256,
        uploaded_by=by,
    )
    _take_over(people_import, table.headings)
    people_import.file = files.store(module.organisation, title=name, content=content, content_type=CONTENT_TYPE, by=by)
    people_import.save(force_insert=True)
    audit.record("people_import.upload", people_import, by=by)
    return people_import


def _take_over(people_import: PeopleImport, headings: Sequence[str]) -> None:
    """What was said about this sheet before, or about another list with its headings."""
    people_import.columns, people_import.decisions = {}, {}
    before = loaded_before(people_import)
    if before:
        people_import.columns, people_import.decisions = before.columns, before.decisions
    saved = saved_mapping(people_import, headings)
    if saved and not people_import.columns:
        people_import.columns = remembered_columns(saved, headings)


@transaction.atomic
def choose_sheet(people_import: PeopleImport, sheet: str, *, version: int | None = None, by: Any) -> PeopleImport:
    """Read another sheet of the same file. Raises UnreadableFile where it holds no table."""
    people_import.lifecycle.check(people_import.state, "check")
    assert people_import.file is not None
    content = read(people_import.file)
    table = read_table(content, people_import.file_name, sheet=sheet, role=people_import.role)  # type: ignore[arg-type]
    forget(people_import)
    people_import.sheet = sheet
    _take_over(people_import, table.headings)
    changes = {name: getattr(people_import, name) for name in ("sheet", "columns", "decisions")}
    versions.save_changes(people_import, changes, version=version or people_import.version, by=by)
    return people_import


@transaction.atomic
def set_columns(
    people_import: PeopleImport, columns: Mapping[str, str | None], *, version: int | None = None, by: Any
) -> PeopleImport:
    """Say which column holds what (letter → field, None = leave out), and have the list checked.

    Answers about repeats are asked again where the columns changed: the rows may say something else now.
    """
    guessed, is_clear = guessed_columns(people_import)
    as_guessed = is_clear and all(guessed.get(letter) == field for letter, field in columns.items())
    said = {} if as_guessed else dict(columns)
    reading = reading_of(people_import, said)
    if any(issue.row is None and issue.code in UNCLEAR for issue in reading.issues):
        raise ColumnsUnclear
    changes: dict[str, Any] = {"columns": said}
    if changes["columns"] != people_import.columns:
        changes["decisions"] = {}
    versions.save_changes(people_import, changes, version=version or people_import.version, by=by)
    return check(people_import, by=by)


def check(people_import: PeopleImport, *, by: Any) -> PeopleImport:
    """The columns are right: show what was read."""
    advance(people_import, "check", by=by)
    return people_import


@transaction.atomic
def decide(people_import: PeopleImport, *, key: str, answer: str, version: int | None = None, by: Any) -> PeopleImport:
    """One person («same») or two («different»); an empty answer asks again."""
    people_import.lifecycle.check(people_import.state, "check")
    comparison = preview(people_import).comparison
    if key not in {question.key for question in comparison.questions}:
        raise NoSuchQuestion
    decisions = {name: value for name, value in people_import.decisions.items() if name != key}
    if answer:
        decisions[key] = answer
    if answer == SAME:
        _require_one_birth_date(people_import, decisions)
    versions.save_changes(people_import, {"decisions": decisions}, version=version or people_import.version, by=by)
    return people_import


def _require_one_birth_date(people_import: PeopleImport, decisions: dict[str, str]) -> None:
    """Answers one by one must not join rows with two birth dates."""
    people_import.decisions, kept = decisions, people_import.decisions
    try:
        after = preview(people_import)
    finally:
        people_import.decisions = kept
    births = {record.row: record.birth_date for record in after.reading.records}
    for rows in after.comparison.people:
        if len({births[row] for row in rows if births[row]}) > 1:
            raise TwoBirthDates


@transaction.atomic
def cancel(people_import: PeopleImport, *, by: Any) -> PeopleImport:
    """Not this list: the file goes, nothing was written about anybody."""
    advance(people_import, "cancel", by=by)
    drop_file(people_import)
    return people_import


def drop_file(people_import: PeopleImport) -> None:
    """The list itself is kept no longer than it is needed."""
    forget(people_import)
    file, people_import.file = people_import.file, None
    PeopleImport.objects.filter(pk=people_import.pk).update(file=None)
    if file:
        files.remove(file)
