"""The proposal: progress while it is counted, then the studio."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.domain.matching import actions, messages, queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.queries import Row, Studio
from nastavnik.domain.matching.queries.publications import overtaken_by, publication
from nastavnik.web.matching import coming_back
from nastavnik.web.matching.views import opening
from nastavnik.web.matching.views.weights import form_of
from nastavnik.web.shell.render import render_page

ROWS = 50
SHOWS: dict[str, tuple[Any, Callable[[Row], bool]]] = {
    "all": (_("Все"), lambda row: True),
    "weak": (_("Слабые"), lambda row: row.is_weak),
    "mutual": (_("Выбрали друг друга"), lambda row: row.is_mutual),
    "pinned": (_("Закреплены"), lambda row: row.is_pinned),
    "hand": (_("Изменены вручную"), lambda row: row.by_hand),
}


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def run(request: HttpRequest, pk: int) -> HttpResponse:
    found = opening.seen(request, pk)
    if found.state in (MatchRunState.DRAFT, MatchRunState.SOLVING):
        return _solving(request, found)
    studio = opening.studio_of(found)
    response = render_page(request, "matching/run.html", _context(request, studio))
    return _refreshed(request, response)


@allow(rules.runs_matching, methods=("POST",))
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a run again that did not work."""
    found = opening.decided(request, pk)
    actions.begin(found, by=request.user)
    return see_other("matching:run", found.pk)


@allow(rules.runs_matching, methods=("POST",))
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop counting; the run goes back to draft as soon as the worker hears of it."""
    found = opening.decided(request, pk)
    actions.cancel(found, by=request.user)
    return see_other("matching:run", found.pk)


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole certificate as a file: numbers and ids, no names."""
    found = opening.seen(request, pk)
    content = {**found.certificate, "input_sha256": found.input_sha256, "as_of": found.as_of.isoformat()}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    title = f"сертификат-подбора-{found.number}.json"
    return give_file(text.encode(), title=title, content_type="application/json")


def _solving(request: HttpRequest, found: Any) -> HttpResponse:
    context = {
        "run": found,
        "why": messages.failure(found.error),
        "stage": messages.stage(found.progress.get("stage", "")) if found.progress else "",
    }
    response = render_page(request, "matching/solving.html", context)
    return response if found.state == MatchRunState.SOLVING else _refreshed(request, response)


def _refreshed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """It is counted, or stopped: the page that only asked for its progress is shown anew."""
    if request.htmx.target == "progress":
        response.headers["HX-Refresh"] = "true"
    return response


def _context(request: HttpRequest, studio: Studio) -> dict[str, object]:
    show, group = _chosen(request, studio)
    inside = [row for row in studio.rows if not group or row.mentee.group == group]
    rows = [row for row in inside if SHOWS[show][1](row)]
    page = _page(request, rows)
    can_change = studio.run.state == MatchRunState.READY and not studio.is_stale
    return {
        "run": studio.run,
        "studio": studio,
        "proved": {level["name"]: level["value"] for level in studio.run.certificate.get("levels", [])},
        "by_hand": not studio.is_proved if can_change else bool(studio.run.certificate.get("changed_by_hand")),
        "page": page,
        "show": show,
        "group": group,
        "groups": sorted({row.mentee.group for row in studio.rows if row.mentee.group}),
        "chips": [_chip(code, inside, show, group) for code in SHOWS],
        "kept": f"&{urlencode(kept)}" if (kept := coming_back.kept(request)) else "",
        "can_change": can_change,
        "form": form_of(studio.run.module, studio) if studio.run.state == MatchRunState.READY else None,
        "other": queries.compared_first(studio.run),
        "publication": publication(studio.run),
        "overtaken": overtaken_by(studio.run) if studio.is_stale else None,
        "suggestions": queries.suggestion_lines(studio) if studio.run.state == MatchRunState.READY else [],
        "reports_wait": can_change and studio.run.reports.get("input_sha256") != studio.run.input_sha256,
    }


def _chosen(request: HttpRequest, studio: Studio) -> tuple[str, str]:
    """Filter and class of the address; a row that the address asks for is shown whatever the filter was."""
    show = request.GET.get("show", "all")
    show = show if show in SHOWS else "all"
    group = request.GET.get("group", "")
    wanted = next((row for row in studio.rows if row.mentee.key == request.GET.get("at")), None)
    if wanted and not (SHOWS[show][1](wanted) and group in ("", wanted.mentee.group)):
        return "all", ""
    return show, group


def _page(request: HttpRequest, rows: list[Row]) -> Page:
    """The page of the address, or the one with the row that it asks for."""
    at = next((number for number, row in enumerate(rows) if row.mentee.key == request.GET.get("at")), None)
    number = request.GET.get("page") if at is None else at // ROWS + 1
    return Paginator(rows, ROWS).get_page(number)


def _chip(code: str, rows: list[Row], show: str, group: str) -> dict[str, object]:
    title, wanted = SHOWS[code]
    query = {"show": code} | ({"group": group} if group else {})
    return {
        "code": code,
        "title": title,
        "count": sum(wanted(row) for row in rows),
        "current": code == show,
        "href": f"?{urlencode(query)}",
    }
