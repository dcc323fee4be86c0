"""One row of a list into one record, with what is wrong in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nastavnik.domain.exchange.reading.cells import Parsed, answers, dates, groups, is_blank, names, text_of, topics
from nastavnik.domain.exchange.reading.cells.free_time import free_time
from nastavnik.domain.exchange.records import Cell, ColumnGuess, Issue, PersonRecord, Role, TableRow
from nastavnik.domain.people.normal import phones, tidy

PLAIN_TEXTS = ("workplace", "achievements", "guardian_name")
TOPIC_FIELDS = ("needs", "competences", "interests")


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read any row: where the fields are, for whom, and the day ages are counted on."""

    columns: Sequence[ColumnGuess]
    fields: dict[str, list[int]]
    role: Role
    as_of: date


def read_person(row: TableRow, reader: Reader, section: str | None = None) -> tuple[PersonRecord, list[Issue]]:
    """The record of a row and its issues. `section` is the class named by a title row above it."""
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for step in (_name, _birth, _group, _contacts, _texts, _topics, _work, _clearance, _wish):
        step(row, reader, values, issues)
    for field, key, parse in SIMPLE:
        values[key] = _parsed(row, reader, field, parse, issues)
    record = PersonRecord(row=row.number, **values)
    if section and record.study_group is None and not reader.fields.get("study_group"):
        group, grade = groups.school_class(section) or (None, None)
        record = replace(record, study_group=group, grade=grade)
    return record, issues


def _cell(row: TableRow, reader: Reader, field: str) -> tuple[Cell, str | None]:
    """The cell of a field with one value, and the letter of its column."""
    index = next(iter(reader.fields.get(field, [])), None)
    return (None, None) if index is None else (row.cells[index], reader.columns[index].letter)


def _note(issues: list[Issue], row: TableRow, letter: str | None, field: str, parsed: Parsed) -> None:
    if parsed.code:
        issues.append(Issue(row.number, letter, field, parsed.code, parsed.params, parsed.severity))


def _parsed(row: TableRow, reader: Reader, field: str, parse: Callable[..., Parsed], issues: list[Issue]) -> Any:
    cell, letter = _cell(row, reader, field)
    parsed = parse(cell, reader.as_of) if parse is answers.yes_or_no else parse(cell)
    _note(issues, row, letter, field, parsed)
    return parsed.value


SIMPLE: tuple[tuple[str, str, Callable[..., Parsed]], ...] = (
    ("consent", "consent", answers.yes_or_no),
    ("free_time", "free_time", free_time),
    ("mode", "modes", answers.modes),
    ("places", "places", answers.places),
    ("email", "email", answers.email),
)


def _name(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    if reader.fields.get("name"):
        cell, letter = _cell(row, reader, "name")
        parsed = names.whole_name(cell)
    else:
        (surname, letter), (given, _), (patronymic, _) = (
            _cell(row, reader, field) for field in ("surname", "given_name", "patronymic")
        )
        parsed = names.from_parts(surname, given, patronymic)
    _note(issues, row, letter, "name", parsed)
    surname, given_name, patronymic = parsed.value
    whole = " ".join(part for part in parsed.value if part) or tidy(text_of(_cell(row, reader, "name")[0]))
    values.update(surname=surname, given_name=given_name, patronymic=patronymic, name=whole)


def _birth(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell, letter = _cell(row, reader, "birth_date")
    parsed = dates.birth_date(cell, reader.as_of)
    _note(issues, row, letter, "birth_date", parsed)
    values["birth_date"] = parsed.value


def _group(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    index = next(iter(reader.fields.get("study_group", [])), None)
    parsed = Parsed((None, None))
    if index is not None:
        parsed = groups.study_group(row.cells[index], reader.columns[index].heading)
        _note(issues, row, reader.columns[index].letter, "study_group", parsed)
    values["study_group"], values["grade"] = parsed.value


def _contacts(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in ("phones", "guardian_phones"):
        found: dict[str, None] = {}
        for index in reader.fields.get(field, []):
            cell = row.cells[index]
            numbers, understood = phones(text_of(cell))
            found.update(dict.fromkeys(numbers))
            if not understood and not is_blank(cell) and text_of(cell).lower() != "нет":
                unknown = Parsed(None, "phone_unknown", {"text": text_of(cell)[:40]})
                _note(issues, row, reader.columns[index].letter, field, unknown)
        values[field] = tuple(found)


def _texts(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in PLAIN_TEXTS:
        cell, _ = _cell(row, reader, field)
        values[field] = None if is_blank(cell) else tidy(text_of(cell))


def _topics(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in TOPIC_FIELDS:
        cells = (row.cells[index] for index in reader.fields.get(field, []))
        values[field] = topics.distinct(topic for cell in cells for topic in topics.topics(cell))
    main = topics.topics(_cell(row, reader, "main_need")[0])
    values["main_need"] = main[0] if main else None
    others = topics.distinct((*main, *values["needs"]))
    values["needs"] = others[1:] if main else others


def _work(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    """«Должность / класс»: a pupil's class stands where an adult has a post."""
    cell, _ = _cell(row, reader, "position")
    text = tidy(text_of(cell))
    found = groups.school_class(text) if text and not text.isdigit() else None
    values["position"] = None if is_blank(cell) or found else text
    if found and values["study_group"] is None:
        values["study_group"], values["grade"] = found


def _clearance(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell, letter = _cell(row, reader, "clearance")
    parsed = answers.clearance(cell, reader.as_of)
    _note(issues, row, letter, "clearance", parsed)
    values["clearance"], checked = parsed.value
    dated, _ = _cell(row, reader, "clearance_on")
    values["clearance_on"] = checked or (dates.any_date(text_of(dated), reader.as_of) if dated is not None else None)


def _wish(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell, letter = _cell(row, reader, "wish")
    parsed = answers.wish(cell)
    _note(issues, row, letter, "wish", parsed)
    values["age_wish"], values["grade_wish"], values["any_age"] = parsed.value
