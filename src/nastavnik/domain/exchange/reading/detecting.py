"""What a file seems to be a list of: mentees, mentors or pairs, sheet by sheet, with how sure that is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from nastavnik.domain.exchange.mapping import plain_heading, recognise, resolve
from nastavnik.domain.exchange.reading import headings
from nastavnik.domain.exchange.reading.book import Book, open_book, open_book_whole
from nastavnik.domain.exchange.reading.mentor_titles import title_of
from nastavnik.domain.exchange.reading.pair_columns import recognise_of_pairs, resolve_pairs
from nastavnik.domain.exchange.reading.rows import pair_rows, people_rows
from nastavnik.domain.exchange.reading.table import table_of_sheet
from nastavnik.domain.exchange.records import Detected, ListRole, Role, SheetSummary, Table

OF_MENTORS = frozenset(
    {"competences", "places", "wish", "clearance", "clearance_on", "position", "workplace", "mastery"}
)
OF_MENTEES = frozenset(
    {"main_need", "needs", "guardian_name", "guardian_phones", "study_group", "category", "wanted_mentors"}
)
OF_A_REGISTER = (
    (OF_MENTORS - {"position", "workplace"})
    | (OF_MENTEES - {"study_group"})
    | {
        *("birth_date", "consent", "interests", "free_time", "day_time", "achievements"),
    }
)
NAMES: Mapping[ListRole, str] = {
    "pairs": r"\bпар[аы]?\b|закреплен|наставническ\w+ (?:пар|групп)",
    "mentor": r"наставник(?!-)|педагог|тьютор",
    "mentee": r"наставляем|подопечн|ученик|дет[ие]|обучающ|\bкласс",
}
WHOSE: Mapping[Role, str] = {"mentor": r"\bнаставник", "mentee": r"наставляем|подопечн|учени|обучающ|воспитанник|ребен"}
NAME = re.compile(r"\bфио\b|фамилия|\bимя\b|^(?:наставник|наставляем|подопечн|учени|обучающ)\w*$")
SURE_NAME, SAID_BY_NAME, SAID_BY_COLUMN = 3.0, 2.0, 1.0
LEAST = 0.2
SURE = 0.3


def detect(content: bytes, name: str = "", *, sheet: str | None = None) -> Detected:
    """The role of a file and the sheet it was told by. Raises UnreadableFile where no visible sheet is a list."""
    return detect_in(open_book(content, name), name, sheet=sheet)


def detect_in(book: Book, name: str = "", *, sheet: str | None = None) -> Detected:
    """The same of a file that is open already."""
    shown = [one for one in book.sheets if one["visible"] and one["rows"] and sheet in (None, one["name"])]
    weighed = [(weights(one, name), one) for one in shown]
    known = [(told, one) for told, one in weighed if told]
    if not known:
        # Nothing speaks for any of them: the reading itself says in its own words what is missing.
        return Detected("mentee", 0.0, shown[0]["name"] if shown else sheet or "")
    told, one = max(known, key=lambda pair: (_sureness(pair[0]) >= SURE, len(pair[1]["rows"])))
    role = max(told, key=lambda known_role: told[known_role])
    return Detected(role, _sureness(told), one["name"])


def sheets(content: bytes, name: str = "") -> tuple[SheetSummary, ...]:
    """Every sheet of a file: its name, whether it is hidden, how many rows of people it has, what they seem to be."""
    return sheets_in(open_book_whole(content, name), name)


def sheets_in(book: Book, name: str = "") -> tuple[SheetSummary, ...]:
    """The same of a file that is open already."""
    return tuple(_summary(book, one, name) for one in book.sheets)


def _summary(book: Book, sheet: dict[str, Any], name: str) -> SheetSummary:
    told = weights(sheet, name) if sheet["rows"] else {}
    if not told:
        return SheetSummary(sheet["name"], not sheet["visible"], len(sheet["rows"]), None)
    role = max(told, key=lambda known_role: told[known_role])
    rows = rows_of(table_of_sheet(book, sheet, role), role)
    return SheetSummary(sheet["name"], not sheet["visible"], rows, role, _sureness(told))


def rows_of(table: Table, role: ListRole) -> int:
    """How many rows of a table are people or pairs: what its reading calls `rows`."""
    resolved = (
        resolve_pairs(table.headings, table.rows) if role == "pairs" else resolve(table.headings, table.rows, role)
    )
    columns: dict[str, list[int]] = {}
    for index, column in enumerate(resolved[0]):
        if column.field:
            columns.setdefault(column.field, []).append(index)
    if role == "pairs":
        names = [index for side in ("mentor", "mentee") for index in columns.get(f"{side}.name", [])]
        return len(pair_rows(table, names, columns.get("number", []))[0])
    return len(people_rows(table, columns)[0])


def weights(sheet: dict[str, Any], file_name: str = "") -> dict[ListRole, float]:
    """What speaks for each role; empty where the sheet is no list of people."""
    as_pairs = headings.find(sheet["rows"], sheet["merged"], "pairs")
    texts = [text for text in as_pairs.texts if text] if as_pairs else []
    pair_fields = {recognise_of_pairs(text)[0] for text in texts}
    if {"mentor.name", "mentee.name"} <= pair_fields:
        own = {field.split(".")[-1] for field in pair_fields if field}
        own |= {recognise(text, "mentee")[0] or "" for text in texts}
        if len(own & OF_A_REGISTER) < 2:
            return {"pairs": SURE_NAME + len(pair_fields & {"format", "period", "starts_on", "ends_on"})}
    if as_pairs and any(title_of(cells) for number, cells in sheet["rows"] if number > as_pairs.rows[-1]):
        return {"pairs": SURE_NAME}
    found = {role: headings.find(sheet["rows"], sheet["merged"], role) for role in ROLES}
    if not any(heads and heads.score >= 1 for heads in found.values()):
        return {}
    told: dict[ListRole, float] = {role: LEAST if role == "mentee" else 0.0 for role in ROLES}
    for role, heads in found.items():
        told[role] += sum(SAID_BY_COLUMN for text in heads.texts if _is_of(text, role)) if heads else 0.0
    named = found["mentee"] or found["mentor"]
    if (whose := _told_by_names(named.texts if named else ())) is not None:
        told[whose] += SURE_NAME
    for role in ROLES:
        told[role] += SAID_BY_NAME * bool(re.search(NAMES[role], sheet["name"].lower()))
        told[role] += SAID_BY_NAME * bool(re.search(NAMES[role], file_name.lower()))
    return told


ROLES: tuple[Role, ...] = ("mentee", "mentor")


def _is_of(heading: str, role: Role) -> bool:
    return recognise(heading, role)[0] in (OF_MENTORS if role == "mentor" else OF_MENTEES)


def _told_by_names(texts: Sequence[str]) -> Role | None:
    """«ФИО наставника» is of mentors; behind a plain «ФИО» it names the mentor of a mentee."""
    is_plain = False
    for text in texts:
        plain = plain_heading(text)
        sided = next((role for role in ROLES if re.search(WHOSE[role], plain) and NAME.search(plain)), None)
        if sided:
            other: Role = "mentor" if sided == "mentee" else "mentee"
            return other if is_plain else sided
        is_plain = is_plain or recognise(text)[0] in ("name", "surname")
    return None


def _sureness(told: Mapping[ListRole, float]) -> float:
    """From 0 (nothing speaks for it more than for another) to 1."""
    ordered = sorted(told.values(), reverse=True)
    second = ordered[1] if len(ordered) > 1 else 0.0
    return round((ordered[0] - second) / (ordered[0] + 1.0), 2)
