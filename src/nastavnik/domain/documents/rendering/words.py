"""Dates, counts and plain text as papers write them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
HOLDS_ON = re.compile(r"(№|\b(?:г|ул|д|им|пос|пер|просп|корп|[А-ЯЁ])\.) +")
NUMBERED = re.compile(r"№[\u00a0 ]?[\w/.]+(?:-[\w/.]+)+")
NOT_FOR_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


def long_date(day: date | None) -> str:
    """«1 сентября 2025 г.»; a blank to be filled in by hand where the date is not known yet."""
    if day is None:
        return "«___» ____________ 20___ г."
    return f"{day.day}{NO_BREAK_SPACE}{MONTHS[day.month - 1]} {day.year}{NO_BREAK_SPACE}г."


def short_date(day: date | None) -> str:
    """«01.09.2025», empty where unknown."""
    return f"{day:%d.%m.%Y}" if day else ""


def term(starts_on: date | None, ends_on: date | None) -> str:
    """«с 01.10.2025 по 31.05.2026» or the one side that is known."""
    if starts_on and ends_on:
        return f"{term(starts_on, None)} по{NO_BREAK_SPACE}{short_date(ends_on)}"
    if starts_on:
        return f"с{NO_BREAK_SPACE}{short_date(starts_on)}"
    return f"до{NO_BREAK_SPACE}{short_date(ends_on)}" if ends_on else ""


def counted(number: int, one: str, few: str, many: str) -> str:
    """«21 встреча», «3 встречи», «11 встреч»; the number holds to its word."""
    form = many
    if number % 10 == 1 and number % 100 != 11:
        form = one
    elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        form = few
    return f"{grouped(number)}{NO_BREAK_SPACE}{form}"


def grouped(number: int) -> str:
    """«1 200» with a no-break space from four digits on."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)


def held(text: str) -> str:
    """Abbreviations and initials held to the word after them: «№ 17», «г. Заозёрск», «В. С. Сосновский»."""
    return HOLDS_ON.sub(rf"\1{NO_BREAK_SPACE}", text)


def unbroken(text: str) -> str:
    """«№ 14-а» with a hyphen at which no line breaks; other words keep theirs."""
    return NUMBERED.sub(lambda found: found[0].replace("-", NO_BREAK_HYPHEN), text)


def joined(*parts: str, by: str = ", ") -> str:
    """The parts that are not empty."""
    return by.join(part.strip() for part in parts if part.strip())


def plain(value: Any) -> Any:
    """Template data as dictionaries, lists, strings, numbers and truth values, free of what XML forbids.

    Raises TypeError for anything else, so that no object with methods ever reaches a template.
    """
    if isinstance(value, str):
        return NOT_FOR_XML.sub("", value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"a template takes plain data, not {type(value).__name__}")
