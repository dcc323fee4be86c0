"""Which column holds what: heads of the five usual sets of columns in any wording."""

import re
from collections.abc import Mapping, Sequence

from nastavnik.domain.programmes.pasting.shape import Column, Field

LONGEST_HEAD = 90  # letters
HEAD_AMONG = 15  # first rows
HEADS: tuple[tuple[Field, str], ...] = (
    (Field.NUMBER, r"(?:№|n|no|номер)(?: ?№)?(?: ?п ?п)?|п ?п|№ (?:строки|мероприятия|пункта)"),
    (Field.TERM, r".*\b(?:срок\w*|дат[аы]|период\w*|месяц\w*|когда|время проведения)\b.*"),
    (Field.RESULT, r".*(?:результат|итог|эффект|продукт).*"),
    (Field.DOCUMENT, r".*документ.*|.*подтвержд.*"),
    (Field.PEOPLE, r".*кадров\w*.*"),
    (Field.TECHNICAL, r".*техническ\w*.*"),
    (Field.INFORMATION, r".*информационн\w* (?:ресурс|обеспеч).*|информационные"),
    (Field.METHODS, r".*методическ\w* (?:ресурс|обеспеч).*|методические"),
    (Field.OTHER, r".*\bресурс\w*.*"),
    (Field.RESPONSIBLE, r".*(?:ответствен|исполнит).*|кто.*"),
    (Field.TASK, r".*\b(?:задач\w*|цел[иь])\b.*"),
    (Field.TITLE, r".*(?:мероприят|событи).*"),
    (Field.STAGE, r".*\b(?:этап\w*|раздел\w*|направлени\w*)\b.*"),
    (Field.TITLE, r".*(?:содержани|действи|деятельност|что дела|план|вид работ|наименование|название).*"),
)
PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in HEADS)
# «Мероприятия» beside «Содержание деятельности»: the second says what is done.
SECOND = {Field.TITLE: Field.TASK}


def find_head(rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the row that heads the columns: it names at least two things of a roadmap."""
    best, known = None, 1
    for position, row in enumerate(rows[:HEAD_AMONG]):
        fields = {field for field in fields_of(row) if field}
        if len(fields) > known:
            best, known = position, len(fields)
    return best


def fields_of(heads: Sequence[str]) -> list[Field | None]:
    """The field of each head, None where it is not known; a field is given to the first head that says it."""
    found: list[Field | None] = []
    for head in heads:
        field = _field(head)
        if field in found:
            field = SECOND.get(field) if field else None
            field = None if field in found else field
        found.append(field)
    return found


def columns_of(heads: Sequence[str], chosen: Mapping[int, Field | None]) -> list[Column]:
    """The columns; what a person chose for a place counts and is taken from the others."""
    fields = fields_of(heads)
    taken = {field for field in chosen.values() if field}
    return [
        Column(head.replace("\n", " "), chosen.get(place, None if field in taken else field))
        for place, (head, field) in enumerate(zip(heads, fields, strict=True))
    ]


def _field(head: str) -> Field | None:
    words = re.sub(r"[^\w№]+", " ", head.lower().replace("ё", "е")).strip()
    if not words or len(head) > LONGEST_HEAD:
        return None
    return next((field for field, pattern in PATTERNS if pattern.fullmatch(words)), None)
