"""From when until when: «с 01.10.2026 по 31.05.2027», «октябрь 2026 – май 2027», «2026/27 уч. год», «бессрочно»."""

import re
from calendar import monthrange
from datetime import date

from nastavnik.domain.exchange.reading.cells import Parsed, is_blank, text_of
from nastavnik.domain.exchange.reading.cells.dates import MONTHS, any_date, plain_date
from nastavnik.domain.exchange.reading.cells.ordinals import days_in_digits
from nastavnik.domain.exchange.records import Cell
from nastavnik.domain.people.normal import DASHES, tidy

YEAR_BEGINS, YEAR_ENDS = (9, 1), (5, 31)
SCHOOL_YEAR = re.compile(r"(?<![\d.])(20\d{2})\s*[/\-\\]\s*(20\d{2}|\d{2})(?![\d.])(?:\s*(?:уч|г|у\.|/).*)?")
DAY = r"\d{1,2}[.\s/-]\s*(?:\d{1,2}|[а-я]{3,9})\.?[.\s/-]\s*\d{2,4}(?:\s*г(?:ода|\.)?)?|\d{4}-\d{2}-\d{2}"
DAYS = re.compile(rf"(?:с|от)?\s*(?P<start>{DAY})\s*(?:г\.?)?\s*(?:-|по|до)\s*(?P<end>{DAY})\.?")
SINCE = re.compile(rf"(?:с|от)\s+(?P<start>{DAY})\.?")
UNTIL = re.compile(rf"(?:до|по)\s+(?P<end>{DAY})\.?")
MONTH = r"[а-я]{3,8}"
MONTHLY = re.compile(
    rf"(?:с\s+)?(?P<first>{MONTH})\.?\s*(?P<first_year>\d{{4}})?\s*(?:г(?:ода|\.)?)?\s*(?:-|по|до)\s*"
    rf"(?P<last>{MONTH})\.?\s*(?P<last_year>\d{{4}})?\s*(?:г(?:ода|\.)?)?"
)
ONE_MONTH = re.compile(rf"(?:с|до|по|в)?\s*(?P<month>{MONTH})\.?\s*(?P<year>\d{{4}})\s*(?:г(?:ода|\.)?)?")
ENDLESS = re.compile(r"бессрочн|постоянн|без срока|не ограничен")


def period(cell: Cell, as_of: date) -> Parsed:
    """(start, end), each may be None. Codes: period_by_year, period_unknown (notes), period_backwards (error)."""
    if is_blank(cell):
        return Parsed((None, None))
    text = days_in_digits(DASHES.sub("-", tidy(text_of(cell)).lower()).strip(" .;"))
    if ENDLESS.search(text):
        return Parsed((None, None))
    year = SCHOOL_YEAR.fullmatch(text.removeprefix("на ").strip())
    if year:
        return _school_year(year, text)
    found = _days(text, as_of) or _months(text, as_of)
    if found is None:
        return Parsed((None, None), "period_unknown", {"text": text[:40]})
    return in_order(found, text)


def in_order(found: tuple[date | None, date | None], text: str) -> Parsed:
    """A period, refused where its end comes before its start."""
    if found[0] and found[1] and found[1] < found[0]:
        return Parsed((None, None), "period_backwards", {"text": text[:40]}, "error")
    return Parsed(found)


def start(cell: Cell, as_of: date) -> Parsed:
    """The first day: a date, a month with its year, a school year."""
    return _bound(cell, as_of, last=False)


def end(cell: Cell, as_of: date) -> Parsed:
    """The last day: a date, a month with its year, a school year."""
    return _bound(cell, as_of, last=True)


def _bound(cell: Cell, as_of: date, *, last: bool) -> Parsed:
    if is_blank(cell):
        return Parsed(None)
    if isinstance(cell, str):
        text = days_in_digits(DASHES.sub("-", tidy(cell).lower()))
        if ENDLESS.search(text):
            return Parsed(None)
        whole = SCHOOL_YEAR.fullmatch(text)
        if whole:
            told = _school_year(whole, text)
            return Parsed(told.value[last], told.code, told.params)
        month = ONE_MONTH.fullmatch(text)
        if month and (found := _in_month(month["month"], int(month["year"]), last=last)):
            return Parsed(found)
        cell = re.sub(r"^(?:с|от|до|по)\s+", "", text)
    return plain_date(cell, as_of)


def _school_year(match: re.Match[str], text: str) -> Parsed:
    first, last = int(match.group(1)), int(match.group(2)[-2:])
    if (first + 1) % 100 != last:
        return Parsed((None, None), "period_unknown", {"text": text[:40]})
    days = (date(first, *YEAR_BEGINS), date(first + 1, *YEAR_ENDS))
    return Parsed(
        days, "period_by_year", {"text": text[:40], "start": f"{days[0]:%d.%m.%Y}", "end": f"{days[1]:%d.%m.%Y}"}
    )


def _days(text: str, as_of: date) -> tuple[date | None, date | None] | None:
    for pattern in (DAYS, SINCE, UNTIL):
        match = pattern.fullmatch(text)
        if match:
            told = [match.groupdict().get(name) for name in ("start", "end")]
            days = [any_date(one, as_of) if one else None for one in told]
            if all(day or not one for day, one in zip(days, told, strict=True)):
                return days[0], days[1]
    return None


def _months(text: str, as_of: date) -> tuple[date | None, date | None] | None:
    match = MONTHLY.fullmatch(text)
    if not match:
        return None
    first, last = MONTHS.get(match["first"][:3], 0), MONTHS.get(match["last"][:3], 0)
    if not first or not last:
        return None
    school_year = as_of.year if as_of.month >= 7 else as_of.year - 1
    end_year = int(match["last_year"] or 0)
    begin_year = int(match["first_year"] or 0) or (
        end_year - (first > last) if end_year else _year_of(first, school_year)
    )
    end_year = end_year or begin_year + (first > last)
    begins, ends = _in_month(match["first"], begin_year, last=False), _in_month(match["last"], end_year, last=True)
    return (begins, ends) if begins and ends else None


def _year_of(month: int, school_year: int) -> int:
    """The calendar year of a month of the school year that begins in `school_year`."""
    return school_year if month >= 7 else school_year + 1


def _in_month(word: str, year: int, *, last: bool) -> date | None:
    month = MONTHS.get(word[:3], 0)
    if not month or not 1900 <= year <= 2200:
        return None
    return date(year, month, monthrange(year, month)[1] if last else 1)
