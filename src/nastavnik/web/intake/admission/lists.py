"""Who waits to be admitted, who was, and what ends soon."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

ROWS = 30
PLACE = "intake:admission"
STATES = {
    "waiting": (ParticipationState.ENROLLED,),
    "admitted": (ParticipationState.READY, ParticipationState.SUSPENDED),
}


@allow(rules.sees_admission, methods=("GET", "HEAD", "POST"))
def admission(request: HttpRequest) -> HttpResponse:
    """Those who wait first; what ends soon stands beside."""
    if answer := searching.asked(request, PLACE):
        return answer
    organisation = request.organisation  # type: ignore[attr-defined]
    today = clock.today(organisation.time_zone) if organisation else clock.today()
    shown = request.GET.get("show", "waiting")
    shown = shown if shown in STATES else "waiting"
    everybody = queries.admissions_visible_to(request.user)
    rows = everybody.filter(state__in=STATES[shown]).order_by("joined_on", "pk")
    text = searching.words(request, PLACE)
    if text:
        rows = queries.named(rows, text)
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "candidates": queries.candidates(page.object_list, today),
        "shown": shown,
        "words": text,
        "waiting": everybody.filter(state__in=STATES["waiting"]).count(),
        "admitted": everybody.filter(state__in=STATES["admitted"]).count(),
        "endings": queries.endings(request.user, today)[:ROWS],
    }
    return render_page(request, "intake/admission.html", context)
