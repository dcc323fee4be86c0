"""The steps before a list is accepted. Nothing is written about people here."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.core.lifecycle import advance
from nastavnik.domain.exchange.comparing import SAME
from nastavnik.domain.exchange.errors import ColumnsUnclear, NoSuchQuestion, TwoBirthDates
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import loaded_before, preview, table_of, today_of
from nastavnik.domain.exchange.reading.people import read_people
from nastavnik.domain.exchange.reading.table import read_table
from nastavnik.domain.files import actions as files
from nastavnik.domain.programmes.models import Module

CONTENT_TYPE = "application/octet-stream"


@transaction.atomic
def upload(module: Module, *, role: str, content: bytes, name: str, by: Any) -> PeopleImport:
    """Keep a list for checking. A file that is no table raises UnreadableFile before anything is stored.

    Columns and answers given for the very same file before are taken over.
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
    before = loaded_before(people_import)
    if before:
        people_import.columns, people_import.decisions = before.columns, before.decisions
    people_import.file = files.store(module.organisation, title=name, content=content, content_type=CONTENT_TYPE, by=by)
    people_import.save(force_insert=True)
    audit.record("people_import.upload", people_import, by=by)
    return people_import


@transaction.atomic
def set_columns(
    people_import: PeopleImport, columns: Mapping[str, str | None], *, version: int | None = None, by: Any
) -> PeopleImport:
    """Say which column holds what (letter → field, None = leave out), and have the list checked.

    Answers about repeats are asked again where the columns changed: the rows may say something else now.
    """
    table = table_of(people_import)
    guessed = read_people(table, people_import.role, None, as_of=today_of(people_import)).mapping  # type: ignore[arg-type]
    corrected = {letter: field for letter, field in columns.items() if guessed.get(letter) != field}
    reading = read_people(table, people_import.role, columns, as_of=today_of(people_import))  # type: ignore[arg-type]
    if any(issue.row is None and issue.code in ("no_name_column", "ambiguous_column") for issue in reading.issues):
        raise ColumnsUnclear
    changes: dict[str, Any] = {"columns": dict(columns)} if corrected else {"columns": {}}
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
    file, people_import.file = people_import.file, None
    PeopleImport.objects.filter(pk=people_import.pk).update(file=None)
    if file:
        files.remove(file)
