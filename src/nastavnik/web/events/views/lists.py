"""Training and meetings of many: what is planned, what was; a new one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.domain.events import actions, queries, rules
from nastavnik.domain.events.enums import EventKind, EventState
from nastavnik.web.events.forms import NewEventForm
from nastavnik.web.shell.render import render_page

ROWS = 30
TITLES = {
    EventKind.MOTIVATIONAL.value: _("Встреча с активом"),
    EventKind.CLOSING.value: _("Итоги программы наставничества"),
    EventKind.ALUMNI.value: _("Встреча участников и выпускников"),
}


@allow(rules.runs_events, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """Courses first: they decide who may begin."""
    rows = queries.events_visible_to(request.user)
    planned = rows.filter(state=EventState.PLANNED).order_by("starts_at", "pk")
    past = rows.exclude(state=EventState.PLANNED).order_by("-starts_at", "-pk")
    context = {
        "courses": list(queries.courses_visible_to(request.user).order_by("-pk")[:ROWS]),
        "planned": list(planned[:ROWS]),
        "page": Paginator(past, ROWS).get_page(request.GET.get("page")),
        "may_plan": queries.modules_to_run(request.user).exists(),
    }
    return render_page(request, "events/index.html", context)


@allow(rules.runs_events)
def new_event(request: HttpRequest) -> HttpResponse:
    """A motivational meeting, unless said otherwise."""
    modules = queries.modules_to_run(request.user)
    kind = request.GET.get("kind", "")
    kind = kind if kind in TITLES else EventKind.MOTIVATIONAL.value
    first: dict[str, Any] = {"module": request.GET.get("module"), "kind": kind, "title": TITLES[kind], "at": "14:00"}
    form = NewEventForm(request.POST or None, modules=modules, initial=first)
    if request.method == "POST" and form.is_valid():
        module = form.cleaned_data["module"]
        plan = form.plan(module.organisation.time_zone)
        made = actions.plan_event(module, plan, kind=form.cleaned_data["kind"], by=request.user)
        return see_other("events:event", made.pk)
    context = {"form": form, "event": None, "course": None}
    return render_page(request, "events/event_form.html", context, status=422 if form.is_bound else 200)
