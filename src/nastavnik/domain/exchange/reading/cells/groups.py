"""Classes and other study groups: «5-б», «5 «Б»», «V Б», «пятый Б класс» are 5Б; names of other groups stay."""

import re
from functools import lru_cache

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import LATIN_TWINS, tidy

QUOTES = "«»„“”\"'‘’`()"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ORDINALS = (
    *("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    *("одиннадцат", "двенадцат"),
)
ROMAN_TWINS = str.maketrans("ІХУ", "IXV")
NUMBER = rf"\d{{1,2}}(?:-?[оы]?й|-?го)?|[IVXІХ]+|(?:{'|'.join(ORDINALS)})(?:ый|ой|ий|ьего|ого)"
LEAD = r"(?:класс|кл)\.?[\s:№\-]*"
REMARK = r"(?:\s*\([а-яё][а-яё\s\-,.]{2,40}\))?"
CLASS = re.compile(
    rf"(?P<lead>{LEAD})?(?P<number>{NUMBER})[\s\-–—.,/_{QUOTES}]*(?P<letter>[А-ЯЁA-Z])?[{QUOTES}\s.]*"
    rf"(?P<tail>(?:класс|кл)а?\.?)?{REMARK}",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{2,3}")
NO_SUCH_CLASS = re.compile(rf"\d{{2,3}}[\s\-{QUOTES}]*[А-ЯЁа-яё][{QUOTES}]*")  # «46Ж»
LAST_GRADE = 12
LONGEST = 80


def study_group(cell: Cell, heading: str = "класс") -> Parsed:
    """(group, grade) of a cell. `class_unknown` (error) where the column is for classes and there is no such class."""
    if is_blank(cell):
        return Parsed((None, None))
    text = tidy(text_of(cell))
    found = school_class(text)
    if found:
        return Parsed(found)
    lower = heading.lower()
    named = school_class(f"{text} класс") if "класс" in lower else None
    if named and not text[0].isdigit():
        return Parsed(named)
    is_for_classes = "класс" in lower and "групп" not in lower and "объедин" not in lower
    if is_for_classes and (BARE_NUMBER.fullmatch(text) or NO_SUCH_CLASS.fullmatch(text)):
        return Parsed((None, None), "class_unknown", {"text": text, "maybe": _digit_for_letter(text)}, "error")
    return Parsed((text, None))


def school_class(text: str) -> tuple[str, int] | None:
    """(«10Б», 10) for any spelling of a school class, None for anything else."""
    return _school_class(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)
def _school_class(text: str) -> tuple[str, int] | None:
    match = CLASS.fullmatch(tidy(text).replace("ё", "е").replace("Ё", "Е"))
    if not match:
        return None
    grade = _grade(match["number"], is_told=bool(match["lead"] or match["tail"] or match["letter"]))
    if grade is None or not 1 <= grade <= LAST_GRADE:
        return None
    letter = (match["letter"] or "").upper().translate(LATIN_TWINS)
    return f"{grade}{letter}", grade


def _grade(number: str, *, is_told: bool) -> int | None:
    """A word or a Cyrillic look-alike of a Roman figure is a class only beside a letter or the word «класс»."""
    if number[0].isdigit():
        return int(re.match(r"\d+", number).group())  # type: ignore[union-attr]
    if number.upper() in ROMAN:
        return ROMAN.index(number.upper()) + 1 if is_told or len(number) > 1 else None
    if not is_told:
        return None
    roman = number.upper().translate(ROMAN_TWINS)
    if roman in ROMAN:
        return ROMAN.index(roman) + 1
    plain = number.lower().replace("ё", "е")
    return next((grade for grade, word in enumerate(ORDINALS, 1) if plain.startswith(word)), None)


def _digit_for_letter(text: str) -> str | None:
    """«66» is often a «6Б» typed in haste."""
    return f"{text[0]}Б" if len(text) == 2 and text[1] == "6" and text[0] != "0" else None
