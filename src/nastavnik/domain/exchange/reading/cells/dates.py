"""Dates as schools write them: cells, ISO, 14.03.2012, 14.03.12, «14 марта 2012 г.», Excel's serial numbers."""

import re
from datetime import date, datetime, timedelta

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.reading.cells.ordinals import days_in_digits
from nastavnik.domain.exchange.records import Cell

MONTH_NAMES = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTHS = {"май": 5} | {name: number for number, name in enumerate(MONTH_NAMES, 1)}
ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T\s].*)?")
NUMERIC = re.compile(r"(\d{1,2})\s*[./\-,\s]{1,3}\s*(\d{1,2})\s*[./\-,\s]{1,3}\s*(\d{4}|\d{2})(?!\d)")
WORDED = re.compile(r"(\d{1,2})(?:-?го)?[\s.\-]*([а-яё]{3,9}|[IVX]{1,4})\.?[\s,.\-]*(\d{4}|\d{2})", re.IGNORECASE)
SOLID = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
ROMAN_MONTHS = {
    name: number
    for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)
}
BRACKETS = re.compile(r"\s*\([^()]{0,40}\)\s*$")
LETTER_FOR_NOUGHT = re.compile(r"(?<=\d)[OoОо](?=[\d.\-/]|$)|(?<=[.\-/])[OoОо](?=\d)|^[OoОо](?=\d)")
TAIL = re.compile(r"[\s,]*(?:г\.?\s*р\.?|года?(?: рождения)?|г\.?|года? рожд\.?)\s*$", re.IGNORECASE)
EPOCH = date(1899, 12, 30)
LONGEST = 200  # of a text that may be a date: some patterns look for their end from every place
YOUNGEST, OLDEST, USUAL_OLDEST = 3, 110, 100


def age_on(born: date, day: date) -> int:
    """Full years on `day`; negative for a date after it."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birth_date(cell: Cell, as_of: date) -> Parsed:
    """A birth date. Codes: date_not_exist, date_unreadable, age_impossible, birth_in_future (errors),
    birth_year_only, birth_unknown (notes)."""
    if is_blank(cell):
        return Parsed(None)
    parsed = _calendar_date(cell, as_of)
    return _checked(parsed.value, text_of(cell), as_of) if parsed.value else parsed


def plain_date(cell: Cell, as_of: date) -> Parsed:
    """A date of something that happened or will: no limits of age. Codes: date_not_exist, date_unreadable (notes)."""
    if is_blank(cell):
        return Parsed(None)
    if isinstance(cell, str) and len(cell) <= LONGEST:
        match = NUMERIC.fullmatch(TAIL.sub("", cell).strip(" .,;"))
        parsed = _from_match(NUMERIC, match, as_of, newest=True) if match else _calendar_date(cell, as_of)
    else:
        parsed = _calendar_date(cell, as_of)
    code = "date_not_exist" if parsed.code == "date_not_exist" else "date_unreadable"
    return parsed if parsed.value else Parsed(None, code, {"text": text_of(cell)[:40]})


def any_date(text: str, as_of: date) -> date | None:
    """The first date inside a text («да, 25.08.2026»), or None."""
    text = days_in_digits(text[:LONGEST])
    for pattern in (ISO, NUMERIC, WORDED):
        match = pattern.search(text)
        if match:
            found: date | None = _from_match(pattern, match, as_of, newest=True).value
            return found
    return None


def _calendar_date(cell: Cell, as_of: date) -> Parsed:
    if isinstance(cell, datetime):
        return Parsed(cell.date())
    if isinstance(cell, date):
        return Parsed(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _from_number(cell, as_of)
    return _from_text(text_of(cell), as_of)


def _from_number(number: float, as_of: date) -> Parsed:
    """Excel counts days from 1900; a bare year is no date."""
    if 1900 <= number <= as_of.year:
        return Parsed(None, "birth_year_only", {"text": f"{number:g}"})
    if 2000 < number < 80_000:
        return Parsed(EPOCH + timedelta(days=int(number)))
    return Parsed(None, "date_unreadable", {"text": f"{number:.15g}"}, "error")


def _from_text(text: str, as_of: date) -> Parsed:
    if len(text) > LONGEST:
        return Parsed(None, "date_unreadable", {"text": text[:40]}, "error")
    plain = LETTER_FOR_NOUGHT.sub("0", BRACKETS.sub("", text.replace("\xa0", " ").replace("\u202f", " ")))
    plain = days_in_digits(TAIL.sub("", plain).strip(" .,;'`\"«»"))
    if SOLID.fullmatch(plain):
        plain = SOLID.sub(r"\1.\2.\3", plain)
    if re.fullmatch(r"\d{4,5}(?:\.0+)?", plain):
        return _from_number(float(plain), as_of)
    for pattern in (ISO, NUMERIC, WORDED):
        match = pattern.fullmatch(plain)
        if match:
            return _from_match(pattern, match, as_of)
    if re.search(r"\d", text):
        return Parsed(None, "date_unreadable", {"text": text[:40]}, "error")
    return Parsed(None, "birth_unknown", {"text": text[:40]})


def _from_match(pattern: re.Pattern[str], match: re.Match[str], as_of: date, newest: bool = False) -> Parsed:
    if pattern is ISO:
        year, month, day = match.group(1), int(match.group(2)), int(match.group(3))
    elif pattern is NUMERIC:
        day, month, year = int(match.group(1)), int(match.group(2)), match.group(3)
    else:
        word = match.group(2).lower()
        day, month, year = int(match.group(1)), MONTHS.get(word[:3], 0) or ROMAN_MONTHS.get(word, 0), match.group(3)
        if not month:
            return Parsed(None, "date_unreadable", {"text": match.group()[:40]}, "error")
    try:
        return Parsed(date(_full_year(year, as_of, newest), month, day))
    except ValueError:
        return Parsed(None, "date_not_exist", {"text": match.group()[:40]}, "error")


def _full_year(year: str, as_of: date, newest: bool) -> int:
    """Two digits: the century in which the person is of a sensible age (a paper's date is always of this one)."""
    if len(year) == 4:
        return int(year)
    recent = 2000 + int(year)
    age = as_of.year - recent
    return recent if newest or age >= YOUNGEST or as_of.year - (recent - 100) > USUAL_OLDEST else recent - 100


def _checked(born: date, text: str, as_of: date) -> Parsed:
    age = age_on(born, as_of)
    if born > as_of:
        return Parsed(None, "birth_in_future", {"text": text[:40]}, "error")
    if YOUNGEST <= age <= OLDEST:
        return Parsed(born)
    later = born.year + 100
    suggestion = later if age > OLDEST and as_of.year - later >= YOUNGEST else None
    return Parsed(None, "age_impossible", {"age": age, "year": suggestion, "text": text[:40]}, "error")
