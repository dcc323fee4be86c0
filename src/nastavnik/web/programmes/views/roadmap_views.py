"""The same rows as a month and as a line of months; the table is the text of both."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.programmes import queries, rules
from nastavnik.domain.programmes.enums import TermKind
from nastavnik.domain.programmes.queries import RoadmapRow
from nastavnik.domain.programmes.terms import last_of_month, moved_by_months
from nastavnik.domain.programmes.timeline import Span, line_over, weeks_of
from nastavnik.web.programmes.shown import narrowed
from nastavnik.web.shell.render import render_page

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
MONTH_TERMS = (TermKind.MONTH, TermKind.MONTHS, TermKind.YEARLY, TermKind.WORDS)


@dataclass(frozen=True)
class Mark:
    """A row on a day of the calendar: it begins, ends, or both."""

    row: RoadmapRow
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Bar:
    """A row on the line of months."""

    row: RoadmapRow
    span: Span


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """One month: what begins, what ends, what goes on."""
    today, context = _asked(request, pk)
    rows = [row for _stage, rows in context["stages"] for row in rows]
    month = _month(request, today)
    last = last_of_month(month)
    present = [row for row in rows if row.item.starts_on <= last and row.item.ends_on >= month]
    weeks = weeks_of(month)
    marks = {day: _marks(present, day) for week in weeks for day in week if day}
    marked = {mark.row.number for on_day in marks.values() for mark in on_day}
    context |= {
        "month": month,
        "before": f"{moved_by_months(month, -1):%Y-%m}",
        "after": f"{moved_by_months(month, 1):%Y-%m}",
        "weekdays": weeks[1],
        "weeks": [
            (not any(marks.get(day) for day in week if day), [(day, marks[day] if day else []) for day in week])
            for week in weeks
        ],
        "all_month": [row for row in present if row.number not in marked],
        "is_empty": not present,
    }
    return render_page(request, "programmes/roadmap_calendar.html", context)


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap_gantt(request: HttpRequest, pk: int) -> HttpResponse:
    """Bars over months; each bar has its words beside it."""
    today, context = _asked(request, pk)
    days = [(row.item.starts_on, row.item.ends_on) for _stage, rows in context["stages"] for row in rows]
    line = line_over(days)
    if line:
        context |= {
            "months": line.months,
            "now": line.place(today),
            "bars": [
                (stage, [Bar(row, line.span(row.item.starts_on, row.item.ends_on)) for row in rows])
                for stage, rows in context["stages"]
                if rows
            ],
        }
    return render_page(request, "programmes/roadmap_gantt.html", context)


def _asked(request: HttpRequest, pk: int) -> tuple[date, dict[str, Any]]:
    found = fetch(queries.visible_to(request.user).select_related("organisation"), pk)
    today = clock.today(found.organisation.time_zone)
    can = {"edit": rules.can_edit(request.user, found)}
    return today, {"programme": found, "today": today, "can": can, **narrowed(request, found, today)}


def _month(request: HttpRequest, today: date) -> date:
    """The month of the address, else the present one."""
    asked = MONTH.fullmatch(request.GET.get("month", ""))
    return date(int(asked[1]), int(asked[2]), 1) if asked else today.replace(day=1)


def _marks(rows: list[RoadmapRow], day: date) -> list[Mark]:
    """Rows with days of their own that begin or end on the day; rows of whole months stand above the days."""
    found = []
    for row in rows:
        begins, ends = row.item.starts_on == day, row.item.ends_on == day
        if (begins or ends) and row.item.term_kind not in MONTH_TERMS:
            found.append(Mark(row, begins, ends))
    return found
