"""What, when, who answers for it."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.web.programmes.forms import RowForm, StartForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

PAGE = "programmes/roadmap.html"


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user).select_related("organisation"), pk)
    context = {
        "programme": found,
        "stages": queries.roadmap(found),
        "today": clock.today(found.organisation.time_zone),
        "can": {"edit": rules.can_edit(request.user, found)},
    }
    return render_page(request, PAGE, context)


@allow(rules.edits_programmes)
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Another first day: the whole roadmap moves."""
    rows = queries.visible_to(request.user).select_related("organisation", "academic_year")
    found = fetch(rows, pk, rules.can_edit, request.user)
    form = StartForm(request.POST or None, initial={"starts_on": found.starts_on, "version": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            actions.move_start(found, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:roadmap", found.pk))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:roadmap", found.pk)
    context = {"programme": found, "form": form}
    return render_page(request, "programmes/start.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def stage_done(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, _stage(request, pk))


@allow(rules.edits_programmes, methods=("POST",))
def row_done(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, _item(request, pk))


@allow(rules.edits_programmes)
def add_row(request: HttpRequest, pk: int) -> HttpResponse:
    stage = _stage(request, pk)
    form = RowForm(request.POST or None, initial={"starts_on": stage.starts_on, "ends_on": stage.ends_on})
    if request.method == "POST" and form.is_valid():
        actions.add_item(stage, by=request.user, **_offsets(form.cleaned_data, stage.programme))
        return see_other("programmes:roadmap", stage.programme_id)
    context = {"programme": stage.programme, "stage": stage, "form": form}
    return render_page(request, "programmes/row.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a row."""
    item = _item(request, pk)
    names = ("version", "title", "starts_on", "ends_on", "responsible", "result")
    form = RowForm(request.POST or None, initial={name: getattr(item, name) for name in names})
    programme = item.stage.programme
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.edit_item(item, _offsets(form.cleaned_data, programme), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:roadmap", programme.pk))
        return see_other("programmes:roadmap", programme.pk)
    context = {"programme": programme, "stage": item.stage, "item": item, "form": form}
    return render_page(request, "programmes/row.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, planned: Any) -> HttpResponse:
    """A stage or a row is marked done today, or not done after all; the page says from which version."""
    programme = planned.stage.programme if hasattr(planned, "stage") else planned.programme
    today = clock.today(programme.organisation.time_zone)
    version = posted.number(request, "version")
    done_on = None if request.POST.get("undo") else today
    actions.mark_done(planned, done_on=done_on, version=version, by=request.user)
    return see_other("programmes:roadmap", programme.pk)


def _offsets(given: dict[str, Any], programme: Any) -> dict[str, Any]:
    values = {name: given[name] for name in ("title", "responsible", "result")}
    first, last = given["starts_on"] - programme.starts_on, given["ends_on"] - programme.starts_on
    return {**values, "first_day": first // timedelta(days=1), "last_day": last // timedelta(days=1)}


def _stage(request: HttpRequest, pk: int) -> Any:
    rows = queries.stages_visible_to(request.user).select_related("programme__organisation")
    return fetch(rows, pk, lambda user, stage: rules.can_edit(user, stage.programme), request.user)


def _item(request: HttpRequest, pk: int) -> Any:
    rows = queries.items_visible_to(request.user).select_related("stage__programme__organisation")
    return fetch(rows, pk, lambda user, item: rules.can_edit(user, item.stage.programme), request.user)
