"""Карта запросов: what is asked for most, and who still waits."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.exchange.registers import rules
from nastavnik.domain.exchange.registers.filters import Filters
from nastavnik.domain.exchange.registers.needs import needs_map
from nastavnik.domain.exchange.registers.options import options
from nastavnik.web.registers.asked import Asked, asked_of, organisation_of
from nastavnik.web.registers.views.list_of import categories_of
from nastavnik.web.shell.render import render_page

WAYS = {"": _("Все вместе"), "grade": _("По параллелям"), "category": _("По категориям")}


@allow(rules.sees_registers, methods=("GET", "HEAD"))
def needs(request: HttpRequest) -> HttpResponse:
    """Each need with its numbers; every number leads to the people."""
    organisation = organisation_of(request)
    asked = asked_of(request, request.GET)
    by = request.GET.get("by", "")
    by = by if by in WAYS else ""
    filters = Filters(programme=asked.filters.programme, module=asked.filters.module)
    on = clock.today(organisation.time_zone)
    found = needs_map(request.user, organisation, filters, by=by, on=on)
    offered = options(organisation, on)
    titles = categories_of(organisation) if by == "category" else {}
    heads = {key: _head(key, by, titles) for key in found.keys}
    context = {
        "map": found,
        "rows": [_row(one, filters, heads, by) for one in found.needs],
        "heads": heads.values(),
        "ways": [(code, title, _address(filters, by=code)) for code, title in WAYS.items()],
        "by": by,
        "modules": [("", _("Все модули"), _address(Filters(), by=by)), *_modules(offered.modules, by)],
        "module": str(filters.module or ""),
    }
    return render_page(request, "registers/needs.html", context)


def _row(one: Any, filters: Filters, heads: dict[Any, Any], by: str) -> dict[str, Any]:
    """Numbers of a need, each with the address of its people."""
    about = replace(filters, topic=one.topic)
    return {
        "need": one,
        "asking": Asked("mentee", about).address,
        "waiting": Asked("mentee", replace(about, paired="no")).address,
        "offering": Asked("mentor", about).address,
        "parts": [(one.parts.get(key, (0, 0)), _people(about, key, by), head) for key, head in heads.items()],
    }


def _people(about: Filters, key: Any, by: str) -> str:
    """Where those of a class or category are; nowhere for those of whom it is not known."""
    return Asked("mentee", replace(about, **{by: key})).address if key is not None else ""


def _head(key: Any, by: str, titles: dict[str, str]) -> Any:
    if key is None:
        return _("не указано")
    return titles.get(key, key) if by == "category" else _("%(grade)s-е") % {"grade": key}


def _modules(modules: list[tuple[int, str]], by: str) -> list[tuple[str, str, str]]:
    return [(str(pk), title, _address(Filters(module=pk), by=by)) for pk, title in modules]


def _address(filters: Filters, *, by: str) -> str:
    address = Asked("mentee", filters).address
    return f"{address}&by={by}" if by and len(address) > 1 else f"?by={by}" if by else address
