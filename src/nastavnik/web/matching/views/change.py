"""Another mentor for one mentee, by the same rules."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.errors import RunIsOver
from nastavnik.domain.matching.queries import Side, Studio
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching)
def change(request: HttpRequest, pk: int, mentee: int) -> HttpResponse:
    """Candidates of one mentee: the possible by points, the impossible with why."""
    run, studio, side = _find(request, pk, mentee)
    if request.method == "POST":
        mentor = studio.pool.participations.get(request.POST.get("mentor", ""))
        if mentor is None:
            raise Http404
        return _adjust(request, run, side.participation, mentor)
    candidates = studio.candidates(side.key)
    context = {
        "run": run,
        "studio": studio,
        "mentee": side,
        "current": next((c for c in candidates if c.is_current), None),
        "possible": [c for c in candidates if not c.refusals and not c.is_current],
        "impossible": [c for c in candidates if c.refusals and not c.is_current],
    }
    return render_page(request, "matching/change.html", context)


@allow(rules.runs_matching, methods=("POST",))
def remove(request: HttpRequest, pk: int, mentee: int) -> HttpResponse:
    """No mentor for this one, for now."""
    run, _studio, side = _find(request, pk, mentee)
    return _adjust(request, run, side.participation, None)


def _find(request: HttpRequest, pk: int, mentee: int) -> tuple[Any, Studio, Side]:
    run = fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)
    if run.state != "ready":
        raise RunIsOver()
    studio = Studio(run, clock.today(run.organisation.time_zone))
    side = studio.mentee(str(mentee))
    if side is None:
        raise Http404
    return run, studio, side


def _adjust(request: HttpRequest, run: Any, mentee: Any, mentor: Any | None) -> HttpResponse:
    version = posted.number(request, "version")
    actions.adjust(run, mentee=mentee, mentor=mentor, version=version, by=request.user)
    return see_other("matching:run", run.pk)
