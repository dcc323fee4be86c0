"""Where rows stand on a line of months and in the weeks of a month. Pure."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from nastavnik.domain.programmes.terms import last_of_month, moved_by_months

MOST_MONTHS = 36


@dataclass(frozen=True)
class Span:
    """A stretch of a line, in per cent of its length."""

    start: float
    width: float


@dataclass(frozen=True)
class Line:
    """Whole months from the first day to the last one of what is drawn."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> list[tuple[date, Span]]:
        """The first day of each month and its place."""
        months: list[tuple[date, Span]] = []
        month = self.first
        while month <= self.last and len(months) < MOST_MONTHS:
            months.append((month, self.span(month, last_of_month(month))))
            month = moved_by_months(month, 1)
        return months

    def span(self, first: date, last: date) -> Span:
        """The place of some days; what lies outside of the line is cut off."""
        start = max((first - self.first).days, 0)
        end = min((last - self.first).days + 1, self.days)
        return Span(round(100 * start / self.days, 2), round(100 * max(end - start, 0) / self.days, 2))

    def place(self, day: date) -> float | None:
        """The place of a day in per cent; None where it lies outside."""
        return self.span(day, day).start if self.first <= day <= self.last else None


def line_over(days: Iterable[tuple[date, date]]) -> Line | None:
    """The line over all of the stretches of days, at most three years long; None for none."""
    stretches = list(days)
    if not stretches:
        return None
    first = min(one for one, _last in stretches).replace(day=1)
    longest = moved_by_months(first, MOST_MONTHS) - timedelta(days=1)
    return Line(first, min(last_of_month(max(last for _first, last in stretches)), longest))


def weeks_of(month: date) -> list[list[date | None]]:
    """The weeks of a month from Monday to Sunday; days of other months are None."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return [[day if day.month == month.month else None for day in week] for week in weeks]
