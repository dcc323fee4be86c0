"""The term of a roadmap row: read from words, said in words, moved with the start. Pure."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from nastavnik.domain.programmes.enums import TermKind

MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
OF_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
DAYS_OF_A_MONTH = 365.2425 / 12
MIDDLE_OF_A_MONTH = 16
MOST_OF_A_YEAR = 240  # days; a yearly row as long as this is said without its months


class Timed(Protocol):
    """What has a term: a row of the roadmap, or a term itself."""

    @property
    def term_kind(self) -> str: ...

    @property
    def starts_on(self) -> date: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def term_words(self) -> str: ...


class Offset(Protocol):
    """What lies between two days counted from the start of a programme."""

    term_kind: str
    first_day: int
    last_day: int


@dataclass(frozen=True)
class Term:
    """When something is to be done: how it is said, the first day and the last one."""

    term_kind: TermKind
    starts_on: date
    ends_on: date
    term_words: str = ""  # as it was written, where days do not say it


def month_term(year: int, month: int) -> Term:
    """One whole month."""
    return Term(TermKind.MONTH, date(year, month, 1), last_of_month(date(year, month, 1)))


def months_term(first: date, last: date) -> Term:
    """From the month of one day to the month of another one; a single month is said as a month."""
    kind = TermKind.MONTH if (first.year, first.month) == (last.year, last.month) else TermKind.MONTHS
    return Term(kind, first.replace(day=1), last_of_month(last))


def days_term(first: date, last: date) -> Term:
    """From day to day; one day is said as a day."""
    return Term(TermKind.DAY if first == last else TermKind.SPAN, first, last)


def last_of_month(day: date) -> date:
    """The last day of the month of this day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def is_whole_months(first: date, last: date) -> bool:
    """Whether the days begin on a first and end on the last day of a month."""
    return first.day == 1 and last == last_of_month(last)


def said(item: Timed) -> str:
    """«15.10.2026», «октябрь 2026», «октябрь 2026 – май 2027», «01.10.2026 – 15.10.2026», «ежегодно, октябрь».

    A term that has words of its own is said in them.
    """
    if item.term_words:
        return item.term_words
    first, last = item.starts_on, item.ends_on
    if item.term_kind == TermKind.YEARLY:
        return _yearly(first, last)
    # A month whose days were changed since is said as the days that it has.
    if item.term_kind in (TermKind.MONTH, TermKind.MONTHS) and is_whole_months(first, last):
        return _months(first, last)
    return _days(first, last)


def outside(item: Timed, begins: date, ends: date | None) -> str:
    """«before» where it ends before the programme begins, «after» where it ends after its last day, else empty.

    Of whole months the last one only has to begin in time; terms without days are never outside.
    """
    if item.term_kind == TermKind.WORDS:
        return ""
    last = item.ends_on
    if last < begins:
        return "before"
    if item.term_kind != TermKind.SPAN and is_whole_months(item.starts_on, last):
        last = last.replace(day=1)
    return "after" if ends and last > ends else ""


def _days(first: date, last: date) -> str:
    return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} – {MONTHS[last.month - 1]} {last.year}"
    return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"


def _yearly(first: date, last: date) -> str:
    """The year is left out: it is the same in every one."""
    if (last - first).days >= MOST_OF_A_YEAR:
        return "ежегодно"
    if is_whole_months(first, last):
        months = dict.fromkeys((MONTHS[first.month - 1], MONTHS[last.month - 1]))
        return f"ежегодно, {' – '.join(months)}"
    days = dict.fromkeys(f"{day.day} {OF_MONTHS[day.month - 1]}" for day in (first, last))
    return f"ежегодно, {' – '.join(days)}"


def shifted(item: Offset, old_start: date, new_start: date) -> tuple[int, int]:
    """First and last day of the row, counted from `new_start`, when the programme begins then.

    Rows of days keep their distance from the start. Rows of whole months stay whole months: they move by the number
    of months nearest to the distance of the two starts, so that «октябрь» of one school year is «октябрь» of the next.
    """
    first, last = (old_start + timedelta(days=day) for day in (item.first_day, item.last_day))
    if item.term_kind not in (TermKind.MONTH, TermKind.MONTHS, TermKind.YEARLY) or not is_whole_months(first, last):
        return item.first_day, item.last_day
    months = round((new_start - old_start).days / DAYS_OF_A_MONTH)
    begins, ends = moved_by_months(first, months), last_of_month(moved_by_months(last.replace(day=1), months))
    return (begins - new_start).days, (ends - new_start).days


def moved_by_months(day: date, months: int) -> date:
    """The same day so many months on; a day which that month does not have becomes its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, length))


def snapped(term_kind: str, first_day: int, last_day: int, start: date) -> tuple[int, int]:
    """First and last day of a template's row in a programme that begins on `start`.

    Templates count as if every programme began on the first of a month; rows that are said in months become the whole
    months nearest to their days. Rows of days stay as they are.
    """
    if term_kind not in (TermKind.MONTH, TermKind.MONTHS):
        return first_day, last_day
    first, last = (start + timedelta(days=day) for day in (first_day, last_day))
    begins = _nearest_first(first)
    after = _nearest_first(last + timedelta(days=1))
    if term_kind == TermKind.MONTH or after <= begins:
        after = moved_by_months(begins, 1)
    return (begins - start).days, (after - start).days - 1


def _nearest_first(day: date) -> date:
    """The first of the month that is nearest to the day."""
    this = day.replace(day=1)
    return this if day.day <= MIDDLE_OF_A_MONTH else moved_by_months(this, 1)
