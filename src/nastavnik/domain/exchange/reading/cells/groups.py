"""Classes and other study groups: «5-б», «5 «Б»», «5 б класс» are 5Б; names of other groups stay as they are."""

import re

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import LATIN_TWINS, tidy

QUOTES = "«»„“”\"'‘’`()"
CLASS = re.compile(
    rf"(\d{{1,2}})(?:-?й|-?ый)?[\s\-–—.,/{QUOTES}]*([А-ЯЁA-Z])?[{QUOTES}\s.]*(?:класс|кл)?\.?", re.IGNORECASE
)
BARE_NUMBER = re.compile(r"\d{2,3}")
LAST_GRADE = 12


def study_group(cell: Cell, heading: str = "класс") -> Parsed:
    """(group, grade) of a cell. `class_unknown` (error) where the column is for classes and there is no such class."""
    if is_blank(cell):
        return Parsed((None, None))
    text = tidy(text_of(cell))
    found = school_class(text)
    if found:
        return Parsed(found)
    lower = heading.lower()
    if BARE_NUMBER.fullmatch(text) and "класс" in lower and "групп" not in lower and "объедин" not in lower:
        return Parsed((None, None), "class_unknown", {"text": text, "maybe": _digit_for_letter(text)}, "error")
    return Parsed((text, None))


def school_class(text: str) -> tuple[str, int] | None:
    """(«10Б», 10) for any spelling of a school class, None for anything else."""
    match = CLASS.fullmatch(tidy(text))
    if not match or not 1 <= int(match.group(1)) <= LAST_GRADE:
        return None
    letter = (match.group(2) or "").upper().translate(LATIN_TWINS)
    return f"{int(match.group(1))}{letter}", int(match.group(1))


def _digit_for_letter(text: str) -> str | None:
    """«66» is often a «6Б» typed in haste."""
    return f"{text[0]}Б" if len(text) == 2 and text[1] == "6" and text[0] != "0" else None
