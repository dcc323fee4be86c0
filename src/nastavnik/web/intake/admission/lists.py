"""Who waits to be admitted, who was, and what ends soon."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.domain.intake import admission_rules as rules
from nastavnik.domain.intake.actions import admission as actions
from nastavnik.domain.intake.queries import admission as queries
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

ROWS = 30
KNOWN = 200  # looked through at once
PLACE = "intake:admission"
STATES = {
    "waiting": (ParticipationState.ENROLLED,),
    "admitted": queries.ADMITTED,
    "unrecorded": queries.ADMITTED,
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
    past = queries.unrecorded(request.user)
    rows = past if shown == "unrecorded" else everybody.filter(state__in=STATES[shown]).order_by("joined_on", "pk")
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
        "unrecorded": past.count(),
        "may_record": shown == "unrecorded" and rules.decides_admission(request.user),
        "endings": queries.endings(request.user, today)[:ROWS],
    }
    return render_page(request, "intake/admission.html", context)


@allow(rules.decides_admission)
def record_known(request: HttpRequest) -> HttpResponse:
    """Mentors of a list who worked before: looked through, then written down together."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    today = clock.today(organisation.time_zone)
    rows = queries.unrecorded(request.user).filter(organisation=organisation).exclude(person__user=request.user.pk)
    if request.method == "POST":
        chosen = [int(pk) for pk in request.POST.getlist("one") if pk.isdecimal()]
        made = len(actions.record_known(list(rows.filter(pk__in=chosen)), by=request.user))  # type: ignore[arg-type]
        text = ngettext("Записано %(n)s решение.", "Записано решений: %(n)s.", made) % {"n": made}
        messages.success(request, text if made else _("Никто не отмечен: ничего не записано."))
        return see_other("intake:admission")
    page = Paginator(rows, KNOWN).get_page(1)
    found = queries.candidates(page.object_list, today)
    context = {
        "ready": [one for one in found if not one.missing_by_law],
        "lacking": [one for one in found if one.missing_by_law],
        "more": page.paginator.count - len(found),
    }
    return render_page(request, "intake/record_known.html", context)
