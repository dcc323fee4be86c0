"""База наставляемых, база наставников: who we have."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.consents import rules as consent_rules
from nastavnik.domain.exchange.registers import loading, rules, visible
from nastavnik.domain.exchange.registers.options import options
from nastavnik.domain.exchange.registers.outline import lacking, missing
from nastavnik.domain.exchange.registers.tables import as_text
from nastavnik.domain.people import rules as people_rules
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.queries import entries
from nastavnik.web.registers.asked import Asked, as_asked, asked_of, organisation_of, outline_of
from nastavnik.web.registers.choices import NarrowingForm, column_choices
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

ON_A_PAGE = 50
TITLES = {"mentee": _("База наставляемых"), "mentor": _("База наставников")}
LACKS = {
    "consent": _("Согласия нет или отозвано"),
    "clearance": _("Нет допуска"),
    "pair": _("Без пары"),
    "time": _("Не указано время"),
    "category": _("Нет категории"),
}
TOPICS = {"mentee": _("Нет запроса"), "mentor": _("Нет умений")}


@allow(rules.sees_registers)
def index(request: HttpRequest) -> HttpResponse:
    """Who is in the register, what is missing, and the table out."""
    asked = asked_of(request, request.GET)
    if found := searching.asked(request, asked.place):
        return found
    organisation = organisation_of(request)
    on = clock.today(organisation.time_zone)
    marks = outline_of(request, asked)
    left = lacking(marks, asked.register, asked.filters.lacks)
    page = Paginator(left, ON_A_PAGE).get_page(request.GET.get("page"))
    categories = categories_of(organisation)
    rows = loading.rows_of(
        page.object_list,
        on=on,
        categories=categories,
        columns=[column.code for column in asked.columns],
        by_name=consent_rules.can_record_in(request.user, organisation),
        first=page.start_index() or 1,
    )
    form = NarrowingForm(asked, options(organisation, on), categories)
    context = {
        "asked": asked,
        "title": TITLES[asked.register],
        "titles": TITLES.items(),
        "page": page,
        "heads": heads(asked),
        "rows": list(shown(rows, asked)),
        "chips": _chips(asked, marks, missing(marks, asked.register)),
        "views": _views(request, organisation, asked),
        "form": form,
        "columns": column_choices(asked),
        "can_import": people_rules.imports_people(request.user),
    }
    return render_page(request, "registers/index.html", context)


def categories_of(organisation: Any) -> dict[str, str]:
    """Code of a category → its words; one query."""
    return {entry.code: entry.title for entry in entries(organisation, Catalogue.MENTEE_CATEGORY, hidden=True)}


def heads(asked: Asked) -> list[dict[str, Any]]:
    """The heads of the table: title, the address that orders by it, and how it is ordered now."""
    sort = asked.filters.sort or "name"
    found = []
    for column in asked.columns:
        ordered = sort.removeprefix("-") == column.sort and bool(column.sort)
        turned = f"-{column.sort}" if ordered and not sort.startswith("-") else column.sort
        found.append(
            {
                "title": column.title,
                "address": asked.turned(sort="" if turned == "name" else turned) if column.sort else "",
                "order": ("descending" if sort.startswith("-") else "ascending") if ordered else "",
            }
        )
    return found


def shown(rows: Iterable[Any], asked: Asked) -> Iterator[tuple[Any, list[tuple[str, str, str]]]]:
    """Each row with (code, heading, text) of its cells: the very values that a table out carries."""
    columns = [(column.code, str(column.title), column.value) for column in asked.columns]
    for row in rows:
        yield row, [(code, title, as_text(value(row))) for code, title, value in columns]


def _chips(asked: Asked, marks: list[Any], missed: dict[str, int]) -> list[dict[str, Any]]:
    """All, and those of whom something is missing, each with its number."""
    titles = {**LACKS, "topics": TOPICS[asked.register]}
    every = [("", _("Все"), len(marks)), *((code, titles[code], number) for code, number in missed.items())]
    return [
        {"title": title, "count": number, "address": asked.turned(lacks=code), "current": code == asked.filters.lacks}
        for code, title, number in every
    ]


def _views(request: HttpRequest, organisation: Any, asked: Asked) -> list[dict[str, Any]]:
    """Kept views, each an address; `current` is the one that shows what is shown now."""
    now = replace(asked, text="")
    found = []
    for view in visible.views_of(request.user, organisation, asked.register):
        kept = as_asked(asked.register, view.filters, view.columns)
        own = rules.can_forget(request.user, view)
        found.append({"view": view, "address": kept.address, "current": kept == now, "own": own})
    return found
