"""One row of a list into one record, with what is wrong in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nastavnik.domain.exchange.mapping import given_name_first
from nastavnik.domain.exchange.reading.cells import (
    Parsed,
    answers,
    bells,
    dates,
    groups,
    is_blank,
    names,
    periods,
    profile,
    text_of,
    timetable,
    topics,
)
from nastavnik.domain.exchange.reading.cells.asides import Aside, set_aside
from nastavnik.domain.exchange.reading.cells.free_time import free_time
from nastavnik.domain.exchange.reading.cells.telephones import telephones
from nastavnik.domain.exchange.records import Cell, ColumnGuess, Issue, PersonRecord, Role, TableRow
from nastavnik.domain.people.normal import tidy

PLAIN_TEXTS = ("workplace", "achievements", "guardian_name", "building", "district", "category")
TOPIC_FIELDS = ("needs", "competences", "interests", "values", "ways")
SCHOOL_DAYS = range(1, 6)


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
    for step in STEPS:
        step(row, reader, values, issues)
    for field, key, parse in SIMPLE:
        if field in reader.fields:
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
    ("mode", "modes", answers.modes),
    ("places", "places", answers.places),
    ("email", "email", answers.email),
    ("openness", "openness", profile.openness),
    ("level", "level", profile.level),
    ("mastery", "mastery", profile.mastery),
    ("wanted_mentors", "wanted_mentors", profile.wanted_mentors),
)


def _name(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell: Cell
    if reader.fields.get("name"):
        cell, letter = _cell(row, reader, "name")
        aside = set_aside(text_of(cell))
        parsed = names.whole_name(aside.name, given_first=given_name_first(_heading(reader, "name")))
    else:
        (cell, letter), (given, _), (patronymic, _) = (
            _cell(row, reader, field) for field in ("surname", "given_name", "patronymic")
        )
        aside = set_aside(text_of(cell))
        parsed = names.from_parts(aside.name, given, patronymic)
    _note(issues, row, letter, "name", parsed)
    if parsed.code != "two_people":
        _note(issues, row, letter, "name", _beside(aside))
    surname, given_name, patronymic = parsed.value
    whole = " ".join(part for part in parsed.value if part) or tidy(text_of(cell))
    values.update(surname=surname, given_name=given_name, patronymic=patronymic, name=whole)
    values["former_surname"] = aside.former_surname
    values["study_group"], values["grade"] = aside.study_group or (None, None)


def _beside(aside: Aside) -> Parsed:
    if aside.former_surname:
        return Parsed(None, "name_former", {"text": aside.former_surname})
    return Parsed(None, "name_remark", {"text": aside.remark}) if aside.remark else Parsed(None)


def _heading(reader: Reader, field: str) -> str:
    return reader.columns[reader.fields[field][0]].heading


def _birth(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell, letter = _cell(row, reader, "birth_date")
    parsed = dates.birth_date(cell, reader.as_of)
    _note(issues, row, letter, "birth_date", parsed)
    values["birth_date"] = parsed.value


def _joined(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    cell, letter = _cell(row, reader, "joined_on")
    if is_blank(cell):
        return
    parsed = periods.start(cell, reader.as_of)
    _note(issues, row, letter, "joined_on", parsed)
    values["joined_on"] = parsed.value


def _group(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    index = next(iter(reader.fields.get("study_group", [])), None)
    if index is None:
        return
    parsed = groups.study_group(row.cells[index], reader.columns[index].heading)
    _note(issues, row, reader.columns[index].letter, "study_group", parsed)
    if parsed.value != (None, None) or parsed.code:
        values["study_group"], values["grade"] = parsed.value


def _contacts(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in ("phones", "guardian_phones"):
        found: dict[str, None] = {}
        for index in reader.fields.get(field, []):
            cell = row.cells[index]
            numbers, understood = telephones(cell)
            found.update(dict.fromkeys(numbers))
            if not understood and not is_blank(cell) and text_of(cell).lower() != "нет":
                unknown = Parsed(None, "phone_unknown", {"text": text_of(cell)[:40]})
                _note(issues, row, reader.columns[index].letter, field, unknown)
        values[field] = tuple(found)


def _texts(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in PLAIN_TEXTS:
        if field in reader.fields:
            values[field] = profile.text(_cell(row, reader, field)[0])


def _topics(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    for field in TOPIC_FIELDS:
        if field in reader.fields:
            cells = (row.cells[index] for index in reader.fields[field])
            values[field] = topics.distinct(topic for cell in cells for topic in topics.topics(cell))
    if "main_need" in reader.fields:
        main = topics.topics(_cell(row, reader, "main_need")[0])
        values["main_need"] = main[0] if main else None
        others = topics.distinct((*main, *values.get("needs", ())))
        values["needs"] = others[1:] if main else others
    if "languages" in reader.fields:
        known = (profile.languages(row.cells[index]) for index in reader.fields["languages"])
        values["languages"] = frozenset().union(*known) or None


def _time(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    """The text about time, else the grid of days, else what the shift leaves free."""
    known: tuple[Any, ...] | None = None
    if "free_time" in reader.fields:
        known = _parsed(row, reader, "free_time", free_time, issues)
    if known is None and "day_time" in reader.fields:
        known = _week(row, reader, issues)
    if "shift" in reader.fields:
        values["shift"] = number = _parsed(row, reader, "shift", profile.shift, issues)
        if number and known is None:
            known = tuple((day, *hours) for day in SCHOOL_DAYS for hours in bells.free_of(number))
            letter = _cell(row, reader, "shift")[1]
            text = text_of(_cell(row, reader, "shift")[0])[:60]
            _note(issues, row, letter, "shift", Parsed(None, "time_by_bells", {"text": text}))
    values["free_time"] = known


def _week(row: TableRow, reader: Reader, issues: list[Issue]) -> tuple[Any, ...] | None:
    indices = reader.fields["day_time"]
    slots = [(index, timetable.slot_of(reader.columns[index].heading)) for index in indices]
    cells = [(index, timetable.interval_of(row.cells[index], slot)) for index, slot in slots if slot]
    parsed = timetable.week_of(one for _, one in cells)
    told = next((index for index, one in cells if one.code == parsed.code), indices[0])
    _note(issues, row, reader.columns[told].letter, "day_time", parsed)
    week: tuple[Any, ...] | None = parsed.value
    return week


def _work(row: TableRow, reader: Reader, values: dict[str, Any], issues: list[Issue]) -> None:
    """«Должность / класс»: a pupil's class stands where an adult has a post."""
    if "position" not in reader.fields:
        return
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
    if "wish" not in reader.fields:
        return
    cell, letter = _cell(row, reader, "wish")
    parsed = answers.wish(cell)
    _note(issues, row, letter, "wish", parsed)
    values["age_wish"], values["grade_wish"], values["any_age"] = parsed.value


Step = Callable[[TableRow, Reader, dict[str, Any], list[Issue]], None]
STEPS: tuple[Step, ...] = (
    *(_name, _birth, _group, _contacts, _texts, _topics, _time, _joined, _work, _clearance, _wish),
)
