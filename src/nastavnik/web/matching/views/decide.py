"""Publishing leaves the house, so it is confirmed; putting aside does not."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.matching import actions, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import RunIsOver
from nastavnik.domain.matching.queries.publications import Publication, overtaken_by, publication
from nastavnik.domain.matching.queries.replacing import replacing
from nastavnik.web.matching.views import opening
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens, to how many; the button repeats the verb. Who comes second is told who was first."""
    run = opening.decided(request, pk)
    if request.method == "POST":
        try:
            today, version = clock.today(run.organisation.time_zone), posted.number(request, "version")
            if version is None:
                raise ChangedMeanwhile(run, "publish")
            actions.publish(run, on=today, version=version, by=request.user)
        except DomainError as refusal:
            return _too_late(request, pk, refusal)
        return see_other("matching:run", run.pk)
    if run.state == MatchRunState.PUBLISHED:
        return _published(request, run, publication(run), 200)
    if run.state != MatchRunState.READY:
        raise RunIsOver()
    studio = opening.studio_of(run)
    context = {
        "run": run,
        "studio": studio,
        "replacing": replacing(run),
        "weak": sum(row.is_weak for row in studio.rows),
        "overtaken": overtaken_by(run) if studio.is_stale else None,
    }
    return render_page(request, "matching/publish.html", context)


@allow(rules.runs_matching, methods=("POST",))
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    run = opening.decided(request, pk)
    actions.discard(run, by=request.user)
    return see_other("matching:module", run.module_id)


def _too_late(request: HttpRequest, pk: int, refusal: Exception) -> HttpResponse:
    """Somebody published this run meanwhile, or another one; or the data are no longer those it was made from."""
    run = opening.decided(request, pk)
    if run.state == MatchRunState.PUBLISHED:
        return _published(request, run, publication(run), 409)
    overtaken = overtaken_by(run)
    if overtaken:
        return _published(request, run, overtaken, 422)
    raise refusal


def _published(request: HttpRequest, run: Any, done: Publication | None, status: int) -> HttpResponse:
    """Who published when: this run, or another one of the module instead of it."""
    context = {"run": run, "done": done, "is_mine": bool(done and done.by_id == request.user.pk)}
    return render_page(request, "matching/published.html", context, status=status)
