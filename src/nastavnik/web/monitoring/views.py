"""Reports: the figures of a programme on a day, and the same as a paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.documents.actions import prepare_report
from nastavnik.domain.monitoring import queries, rules
from nastavnik.web.monitoring.forms import DayForm
from nastavnik.web.shell.render import render_page


@allow(rules.sees_reports, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """Of which programme?"""
    programmes = queries.programmes_with_report(request.user)
    return render_page(request, "monitoring/index.html", {"programmes": programmes})


@allow(rules.sees_reports, methods=("GET", "HEAD"))
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """How many, and out of how many?"""
    programme = fetch(queries.programmes_with_report(request.user), pk, rules.can_see_report, request.user)
    form = _day(request, programme, request.GET)
    as_of = form.cleaned_data["on"] if form.is_valid() else form.today
    context = {"programme": programme, "report": queries.report(programme, as_of), "as_of": as_of, "form": form}
    return render_page(request, "monitoring/report.html", context)


@allow(rules.sees_reports, methods=("POST",))
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of that day as a frozen DOCX."""
    programme = fetch(queries.programmes_with_report(request.user), pk, rules.can_see_report, request.user)
    form = _day(request, programme, request.POST)
    as_of = form.cleaned_data["on"] if form.is_valid() else form.today
    document = prepare_report(programme, as_of=as_of, by=request.user)
    return see_other("documents:docx", document.pk)


def _day(request: HttpRequest, programme: Any, sent: Any) -> DayForm:
    today = clock.today(programme.organisation.time_zone)
    return DayForm(sent if sent.get("on") else {"on": today}, today=today)
