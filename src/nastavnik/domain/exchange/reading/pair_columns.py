"""Which column of a list of pairs holds what: «mentor.name», «mentee.study_group», «format», «period», …"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from nastavnik.domain.exchange.mapping import (
    FIELDS,
    LONGEST_HEADING,
    index_of,
    letter_of,
    looks_like_name,
    plain_heading,
    recognise,
)
from nastavnik.domain.exchange.reading.samples import first_value
from nastavnik.domain.exchange.records import ColumnGuess, Issue, Role, TableRow

SIDES: tuple[Role, ...] = ("mentor", "mentee")
MENTOR = r"\bнаставник(?!-наставляем)\w*|\bтьютор\w*|\bкуратор\w*"
MENTEE = (
    r"\bнаставляем\w*|\bподопечн\w*|\bучени[кцч]\w*|\bобучающ\w*|\bучащ\w*|\bвоспитанник\w*|\bреб[её]н\w*|"
    r"\bмолод\w+ (?:педагог|специалист|учител)\w*|\bстудент\w*|\bучастник\w*|\bдет(?:и|ей)\b"
)
WHOLE = (
    ("number", r"^(?:n|n п п|п п|номер п п|порядковый номер|номер(?: пары)?|n пары)$"),
    (None, r"приказ|примечан|комментар|подпис|результат|отзыв|кейс|ссылк|отметк"),
    ("starts_on", r"\bначал|(?:дата|день) (?:закреп|создан|вхожд|образ|формир)|^(?:с|от)(?: даты)?$"),
    ("ends_on", r"окончан|заверш|\bконец\b|\bконца\b|^(?:по|до)(?: даты)?$"),
    ("period", r"период|\bсрок|учебн\w* год|\bуч год\b|продолжительн"),
    ("format", r"^форм[аы]\b|формат|ролев\w* модел"),
)
OF_THE_PAIR = ("number", "starts_on", "ends_on", "period", "format")
OF_SOMEBODY = (
    *("study_group", "birth_date", "phones", "position", "workplace", "email", "guardian_name", "guardian_phones"),
    "main_need",
)
KNOWN = frozenset(OF_THE_PAIR) | frozenset(f"{side}.{field}" for side in SIDES for field in FIELDS)
ONE_COLUMN = ("number", "starts_on", "ends_on", "period", "format", "mentor.name", "mentee.name")


@lru_cache(maxsize=4096)
def recognise_of_pairs(heading: str) -> tuple[str | None, float]:
    """The field a heading of a list of pairs names and the confidence; a field without a side stands beside a name."""
    plain = plain_heading(heading[: 2 * LONGEST_HEADING])
    if not plain or len(plain) > LONGEST_HEADING:
        return None, 0.0
    for field, pattern in WHOLE:
        if re.search(pattern, plain):
            return field, 1.0 if field else 0.0
    # «Наставник (ученик)» says in brackets who that is, not whose column it is.
    plain = plain_heading(re.sub(r"\([^)]*\)", " ", heading[: 2 * LONGEST_HEADING])) or plain
    is_mentor, is_mentee = re.search(MENTOR, plain), re.search(MENTEE, plain)
    if is_mentor and is_mentee:
        return None, 0.0
    if not is_mentor and not is_mentee:
        field, confidence = recognise(heading, "mentee")
        return (field, confidence) if field in OF_SOMEBODY else (None, 0.0)
    side: Role = "mentor" if is_mentor else "mentee"
    return _of_side(plain, side)


def _of_side(plain: str, side: Role) -> tuple[str | None, float]:
    rest = re.sub(r"\s+", " ", re.sub(MENTOR if side == "mentor" else MENTEE, " ", plain)).strip()
    if not rest or re.search(r"\bфио\b|фамилия|^имя$|список|^кто$|закреплен", rest):
        return f"{side}.{_name_part(rest)}", 1.0
    field, confidence = recognise(rest, side)
    if field in FIELDS:
        return f"{side}.{field}", confidence
    return None, 0.0


def _name_part(rest: str) -> str:
    """«Фамилия» alone usually holds the whole name; only its own columns part it, which `resolve_pairs` sees."""
    return {"имя": "given_name", "отчество": "patronymic"}.get(rest, "name")


def resolve_pairs(
    headings: Sequence[str], rows: Sequence[TableRow], corrections: Mapping[str, str | None] | None = None
) -> tuple[tuple[ColumnGuess, ...], tuple[Issue, ...]]:
    """What each column holds, with `corrections` (letter → field of `KNOWN` or None).

    Issues: `no_pair_columns` (error) where mentor or mentee is not found, `column_repeated` (note).
    ValueError for a field or letter that does not exist.
    """
    columns = [_guess(index, heading, rows) for index, heading in enumerate(headings)]
    _take_sides(columns)
    _names_by_content(columns, rows)
    fixed = set()
    for letter, field in (corrections or {}).items():
        index = index_of(letter)
        if index >= len(columns) or (field is not None and field not in KNOWN):
            raise ValueError(f"{letter}: {field}")
        columns[index] = replace(columns[index], field=field, confidence=1.0)
        fixed.add(index)
    issues = [issue for field in ONE_COLUMN for issue in _one_only(columns, field, fixed)]
    having = {column.field for column in columns}
    if not {"mentor.name", "mentee.name"} <= having:
        seen = [column.heading for column in columns if column.heading][:12]
        issues.append(Issue(None, None, None, "no_pair_columns", {"seen": seen}, "error"))
    return tuple(columns), tuple(issues)


def _guess(index: int, heading: str, rows: Sequence[TableRow]) -> ColumnGuess:
    field, confidence = recognise_of_pairs(heading)
    return ColumnGuess(letter_of(index), heading, field, confidence, first_value(rows, index))


def _take_sides(columns: list[ColumnGuess]) -> None:
    """«Класс» behind «Наставляемый» is the mentee's: a column without a side belongs to the one before it."""
    side = next((column.field.split(".")[0] for column in columns if column.field and "." in column.field), None)
    for index, column in enumerate(columns):
        if column.field and "." in column.field:
            side = column.field.split(".")[0]
        elif column.field in OF_SOMEBODY and column.field not in OF_THE_PAIR:
            field = f"{side}.{column.field}" if side else None
            columns[index] = replace(column, field=field, confidence=min(column.confidence, 0.7))


def _names_by_content(columns: list[ColumnGuess], rows: Sequence[TableRow]) -> None:
    """Where one side is named and the other is not, the other column of names is the other side."""
    having = {column.field for column in columns}
    lacking = [side for side in SIDES if f"{side}.name" not in having]
    if len(lacking) != 1:
        return
    for index, column in enumerate(columns):
        filled = [row.cells[index] for row in rows[:100] if row.cells[index] is not None]
        if column.field is None and filled and sum(map(looks_like_name, filled)) * 2 >= len(filled):
            columns[index] = replace(column, field=f"{lacking[0]}.name", confidence=0.5)
            return


def _one_only(columns: list[ColumnGuess], field: str, fixed: set[int]) -> list[Issue]:
    having = [index for index, column in enumerate(columns) if column.field == field]
    if len(having) < 2:
        return []
    best = max(having, key=lambda index: (index in fixed, columns[index].confidence, -index))
    for index in having:
        if index != best:
            columns[index] = replace(columns[index], field=None, confidence=0.0)
    if best in fixed:
        return []
    letters = [columns[index].letter for index in having]
    return [Issue(None, columns[best].letter, field, "column_repeated", {"columns": letters}, "note")]
