"""The proposal: progress while it is counted, then the studio."""

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.matching import actions, messages, queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.queries import Row, Studio
from nastavnik.domain.matching.settings import choices
from nastavnik.web.matching.forms import WeightsForm
from nastavnik.web.shell.render import render_page

ROWS = 50
SHOWS = ("all", "weak", "mutual", "hand")


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def run(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk)
    if found.state in (MatchRunState.DRAFT, MatchRunState.SOLVING):
        context = {"run": found, "why": messages.failure(found.error)}
        return render_page(request, "matching/solving.html", context)
    studio = Studio(found, clock.today(found.organisation.time_zone))
    response = render_page(request, "matching/run.html", _context(request, studio))
    if request.htmx.target == "progress":
        response.headers["HX-Refresh"] = "true"  # it is counted: the page of progress becomes the studio
    return response


@allow(rules.runs_matching, methods=("POST",))
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a run again that did not work."""
    found = fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)
    actions.begin(found, by=request.user)
    return see_other("matching:run", found.pk)


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole certificate as a file: numbers and ids, no names."""
    found = fetch(queries.visible_to(request.user), pk)
    content = {**found.certificate, "input_sha256": found.input_sha256, "as_of": found.as_of.isoformat()}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    title = f"сертификат-подбора-{found.number}.json"
    return give_file(text.encode(), title=title, content_type="application/json")


def _context(request: HttpRequest, studio: Studio) -> dict[str, object]:
    chosen = request.GET.get("show")
    show = chosen if chosen in SHOWS else "all"
    groups = _groups(studio)
    return {
        "run": studio.run,
        "studio": studio,
        "proved": _levels(studio.run),
        "page": Paginator(groups[show], ROWS).get_page(request.GET.get("page")),
        "chips": [{"code": code, "count": len(groups[code]), "current": code == show} for code in SHOWS],
        "form": _weights(studio.run),
    }


def _groups(studio: Studio) -> dict[str, list[Row]]:
    return {
        "all": studio.rows,
        "weak": [row for row in studio.rows if row.is_weak],
        "mutual": [row for row in studio.rows if row.is_mutual],
        "hand": [row for row in studio.rows if row.by_hand],
    }


def _levels(found: Any) -> dict[str, int]:
    """What was proved, by name of the level."""
    return {level["name"]: level["value"] for level in found.certificate.get("levels", [])}


def _weights(found: Any) -> WeightsForm:
    module = found.module
    chosen = choices(module.kind, module.matching_settings)
    return WeightsForm(initial={**chosen["weights"], "version": module.version}, auto_id="w_%s")
