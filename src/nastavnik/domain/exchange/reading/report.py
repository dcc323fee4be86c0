"""A reading as plain JSON, for `nastavnik people import … --dry-run --json`."""

from collections.abc import Iterable
from typing import Any

from nastavnik.domain.exchange.messages import sentence
from nastavnik.domain.exchange.records import Issue, ListReading, PairRecord, PairsReading, PersonRecord, SheetSummary


def to_json(reading: ListReading) -> dict[str, Any]:
    """{"rows", "people", "duplicates", "issues", "records"} with Excel's own row numbers; one record a data row."""
    return {
        "rows": reading.rows,
        "people": reading.people,
        "duplicates": [{"rows": list(one.rows), "certain": one.certain} for one in reading.duplicates],
        "issues": [_issue(issue) for issue in reading.issues],
        "records": [_record(record) for record in reading.records],
    }


def pairs_to_json(reading: PairsReading) -> dict[str, Any]:
    """The same keys as `to_json`, with `pairs`: names as they were read, the format's code, days as ISO."""
    names = {person.name for pair in reading.pairs for person in (*pair.mentors, *pair.mentees) if person.name}
    return {
        "rows": reading.rows,
        "people": len(names),
        "duplicates": [],
        "issues": [_issue(issue) for issue in reading.issues],
        "records": [],
        "pairs": [_pair(pair) for pair in reading.pairs],
    }


def sheets_to_json(sheets: Iterable[SheetSummary]) -> list[dict[str, Any]]:
    """[{"name", "hidden", "rows", "role"}] in the order of the file."""
    return [{"name": one.name, "hidden": one.hidden, "rows": one.rows, "role": one.role} for one in sheets]


def _pair(pair: PairRecord) -> dict[str, Any]:
    return {
        "row": pair.row,
        "mentors": [person.name for person in pair.mentors],
        "mentees": [person.name for person in pair.mentees],
        "format": pair.mentoring_format,
        "starts_on": _iso(pair.starts_on),
        "ends_on": _iso(pair.ends_on),
    }


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "row": issue.row,
        "column": issue.column,
        "code": issue.code,
        "severity": issue.severity,
        "message": sentence(issue),
    }


def _record(record: PersonRecord) -> dict[str, Any]:
    return {
        "row": record.row,
        "name": record.name,
        "birth_date": _iso(record.birth_date),
        "class": record.study_group,
        "phones": list(record.phones),
        "consent": record.consent,
        "email": record.email,
        "guardian": record.guardian_name,
        "guardian_phones": list(record.guardian_phones),
        "workplace": record.workplace,
        "position": record.position,
        "main_need": record.main_need,
        "needs": list(record.needs),
        "competences": list(record.competences),
        "interests": list(record.interests),
        "achievements": record.achievements,
        "free_time": None if record.free_time is None else [list(interval) for interval in record.free_time],
        "modes": None if record.modes is None else sorted(record.modes),
        "places": record.places,
        "age_wish": None if record.age_wish is None else list(record.age_wish),
        "grade_wish": None if record.grade_wish is None else list(record.grade_wish),
        "any_age": record.any_age,
        "clearance": record.clearance,
        "clearance_on": _iso(record.clearance_on),
        "former_surname": record.former_surname,
        "joined_on": _iso(record.joined_on),
        "category": record.category,
        "values": list(record.values),
        "ways": list(record.ways),
        "openness": record.openness,
        "level": record.level,
        "mastery": record.mastery,
        "building": record.building,
        "district": record.district,
        "languages": None if record.languages is None else sorted(record.languages),
        "wanted_mentors": record.wanted_mentors,
        "shift": record.shift,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
