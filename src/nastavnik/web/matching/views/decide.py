"""Publishing leaves the house, so it is confirmed; putting aside does not."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import RunIsOver
from nastavnik.domain.matching.queries import Studio
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens, to how many; the button repeats the verb."""
    run = fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)
    today = clock.today(run.organisation.time_zone)
    if request.method == "POST":
        actions.publish(run, on=today, by=request.user)
        return see_other("matching:run", run.pk)
    if run.state != MatchRunState.READY:
        raise RunIsOver()
    return render_page(request, "matching/publish.html", {"run": run, "studio": Studio(run, today)})


@allow(rules.runs_matching, methods=("POST",))
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    run = fetch(queries.visible_to(request.user), pk, rules.can_decide, request.user)
    actions.discard(run, by=request.user)
    return see_other("matching:module", run.module_id)
