"""What is seen as a table that leaves the page: a file, or a sheet to print. Nobody without a consent is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file
from nastavnik.core import clock
from nastavnik.domain.documents.rendering.xlsx import Column, Sheet, render_table
from nastavnik.domain.exchange.registers import actions, loading, rules, tables
from nastavnik.domain.exchange.registers.outline import Mark, lacking
from nastavnik.web.registers.asked import Asked, asked_of, organisation_of, outline_of
from nastavnik.web.registers.views.list_of import TITLES, categories_of, shown
from nastavnik.web.shell.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
ON_A_SHEET = 1000  # a browser that is asked for more to print stops answering


@dataclass(frozen=True)
class Leaving:
    """The rows that may leave, and of how many nothing but the number does."""

    marks: list[tuple[int, int]]
    unnamed: int


@allow(rules.sees_registers, methods=("POST",))
def export(request: HttpRequest) -> HttpResponse:
    """The rows and columns of the page as .xlsx or .csv."""
    organisation = organisation_of(request)
    if not rules.can_see_in(request.user, organisation):
        raise PermissionDenied
    asked = asked_of(request, request.POST)
    leaving = _leaving(request, asked)
    rows = _rows(organisation, asked, leaving.marks)
    codes = [column.code for column in asked.columns]
    actions.record_export(organisation, register=asked.register, columns=codes, by=request.user)
    title = f"{TITLES[asked.register]} {clock.today(organisation.time_zone):%d.%m.%Y}"
    if request.POST.get("format") == "csv":
        return give_file(tables.as_csv(asked.columns, rows), title=f"{title}.csv", content_type=CSV)
    sheets = [
        Sheet(
            str(TITLES[asked.register]),
            [Column(str(column.title), column.width) for column in asked.columns],
            (tables.values(row, asked.columns) for row in rows),
        ),
        Sheet(_("О таблице"), [Column(_("Что"), 40), Column(_("Значение"), 40)], _about(request, asked, leaving)),
    ]
    return give_file(render_table(sheets), title=f"{title}.xlsx", content_type=XLSX)


@allow(rules.sees_registers, methods=("GET", "HEAD"))
def sheet(request: HttpRequest) -> HttpResponse:
    """The same rows on one page for the printer."""
    organisation = organisation_of(request)
    asked = asked_of(request, request.GET)
    leaving = _leaving(request, asked)
    first = leaving.marks[:ON_A_SHEET]
    context = {
        "asked": asked,
        "title": TITLES[asked.register],
        "rows": [cells for _row, cells in shown(_rows(organisation, asked, first), asked)],
        "printed": len(first),
        "number": len(leaving.marks),
        "unnamed": leaving.unnamed,
    }
    return render_page(request, "registers/sheet.html", context)


def _leaving(request: HttpRequest, asked: Asked) -> Leaving:
    marks = lacking(outline_of(request, asked), asked.register, asked.filters.lacks)
    named = [mark for mark in marks if Mark(*mark).consent]
    return Leaving(named, len(marks) - len(named))


def _rows(organisation: Any, asked: Asked, marks: list[tuple[int, int]]) -> Iterator[Any]:
    on = clock.today(organisation.time_zone)
    codes = [column.code for column in asked.columns]
    return loading.in_parts(marks, on=on, categories=categories_of(organisation), columns=codes)


def _about(request: HttpRequest, asked: Asked, leaving: Leaving) -> list[tuple[str, Any]]:
    """The second sheet: of when it is, how many are in it, and how many are only counted."""
    organisation = organisation_of(request)
    return [
        (_("Таблица"), str(TITLES[asked.register])),
        (_("Учреждение"), organisation.short_title),
        (_("На день"), clock.today(organisation.time_zone)),
        (_("Строк"), len(leaving.marks)),
        (_("Не названы: нет согласия"), leaving.unnamed),
    ]
