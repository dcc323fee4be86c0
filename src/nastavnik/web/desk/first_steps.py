"""First steps: what must be done to begin, in which order, and what is done already."""

from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.desk import queries, steps
from nastavnik.domain.desk.steps import Step
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes.rules import can_edit, edits_programmes
from nastavnik.web.desk.addresses import address
from nastavnik.web.shell.render import render_page


@allow(edits_programmes, methods=("GET", "HEAD"))
def start(request: HttpRequest) -> HttpResponse:
    """What must be done to begin? Of the institution, and which programmes have steps of their own."""
    organisation = request.organisation
    if organisation is None:
        raise PermissionDenied
    facts = queries.institution_facts(organisation, clock.today(organisation.time_zone))
    rows = programmes.visible_to(request.user).filter(organisation=organisation).exclude(state="closed")
    found = steps.institution_steps(facts)
    if rows.exists():
        found = [step for step in found if step.code != "programme"]
    context = {"steps": [_told(step) for step in found], "programmes": rows}
    return render_page(request, "desk/start.html", context)


@allow(edits_programmes, methods=("GET", "HEAD"))
def first_steps(request: HttpRequest, pk: int) -> HttpResponse:
    """What comes next in this programme?"""
    programme = fetch(programmes.visible_to(request.user).select_related("organisation"), pk, can_edit, request.user)
    today = clock.today(programme.organisation.time_zone)
    institution = queries.institution_facts(programme.organisation, today)
    groups = steps.programme_steps(queries.programme_facts(programme, today), institution, today)
    flat = [step for group in groups for step in group.steps]
    now = steps.next_step(groups)
    context = {
        "programme": programme,
        "groups": [(group, [_told(step) for step in group.steps]) for group in groups],
        "now": _told(now) if now else None,
        "done": sum(step.state == "done" for step in flat),
        "total": sum(step.state != "optional" for step in flat),
    }
    return render_page(request, "desk/first_steps.html", context)


def _told(step: Step) -> dict[str, Any]:
    place = address(step.url_name, *step.url_args)
    return {**asdict(step), "url": place + (f"?{step.query}" if step.query and place else "")}
