"""What, when, who answers for it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import RowState
from nastavnik.domain.programmes.messages import outside_words
from nastavnik.domain.programmes.terms import outside, said
from nastavnik.web.programmes.forms import EvidenceForm, RowForm, StartForm
from nastavnik.web.programmes.forms.roadmap import RESOURCES
from nastavnik.web.programmes.shown import narrowed
from nastavnik.web.shell import posted
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

PAGE = "programmes/roadmap.html"
TEXTS = ("title", "task", "result", "document", "remind_days", "version")


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user).select_related("organisation"), pk)
    today = clock.today(found.organisation.time_zone)
    context = {
        "programme": found,
        "today": today,
        "can": {"edit": rules.can_edit(request.user, found)},
        **narrowed(request, found, today),
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


@allow(rules.edits_programmes, methods=("POST",))
def row_state(request: HttpRequest, pk: int) -> HttpResponse:
    """Begun, dropped from the plan, or back in it."""
    item = _item(request, pk)
    today, version = clock.today(item.organisation.time_zone), posted.number(request, "version")
    match request.POST.get("state", ""):
        case RowState.BEGUN:
            actions.begin_item(item, on=today, version=version, by=request.user)
        case RowState.DROPPED:
            actions.drop_item(item, on=today, version=version, by=request.user)
        case RowState.PLANNED:
            actions.plan_item(item, version=version, by=request.user)
    return see_other("programmes:row", item.pk)


@allow(rules.edits_programmes)
def add_row(request: HttpRequest, pk: int) -> HttpResponse:
    stage = _stage(request, pk)
    programme = stage.programme
    form = _form(request, programme, {"stage": stage.number})
    if request.method == "POST" and form.is_valid():
        values = _values(form, programme)
        item = actions.add_item(values.pop("stage"), by=request.user, **values)
        return _saved(request, item, programme)
    context = {"programme": programme, "stage": stage, "form": form}
    return render_page(request, "programmes/row.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a row."""
    item = _item(request, pk)
    programme = item.stage.programme
    form = _form(request, programme, _as_form(item))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.edit_item(item, _values(form, programme), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            if conflict.subject is None:
                raise
            vars(conflict.subject).update(_as_form(conflict.subject))
            return late(request, form, conflict.subject, ("programmes:roadmap", programme.pk))
        return _saved(request, item, programme)
    where = outside(item, programme.starts_on, programme.ends_on)
    context = {
        "programme": programme,
        "stage": item.stage,
        "item": item,
        "outside": outside_words(where, programme) if where else "",
        "state": item.state,
        "form": form,
        "evidence": item.evidence.select_related("file").all(),
        "evidence_form": EvidenceForm(),
    }
    return render_page(request, "programmes/row.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, planned: Any) -> HttpResponse:
    """A stage or a row is marked done today, or not done after all; the page says from which version."""
    programme = planned.stage.programme if hasattr(planned, "stage") else planned.programme
    today = clock.today(programme.organisation.time_zone)
    version = posted.number(request, "version")
    done_on = None if request.POST.get("undo") else today
    actions.mark_done(planned, done_on=done_on, version=version, by=request.user)
    return see_other("programmes:roadmap", programme.pk)


def _form(request: HttpRequest, programme: Any, initial: dict[str, Any]) -> RowForm:
    return RowForm(
        request.POST or None,
        initial=initial,
        stages=programme.stages.order_by("number"),
        around=programme.starts_on,
        until=programme.ends_on,
    )


def _as_form(item: Any) -> dict[str, Any]:
    """A row as the fields of its form."""
    return {
        **{name: getattr(item, name) for name in TEXTS},
        "stage": item.stage.number,
        "term": said(item),
        "responsible": queries.written(item),
        **{name: item.resources.get(kind.value, "") for name, kind in RESOURCES.items()},
    }


def _values(form: RowForm, programme: Any) -> dict[str, Any]:
    """The fields of a valid form as the actions take them."""
    given = form.cleaned_data
    values = {name: given[name] for name in ("title", "task", "result", "document", "remind_days", "responsible")}
    stage = programme.stages.get(number=given["stage"])
    return {**values, "stage": stage, "resources": form.resources, **actions.days_of(form.meant, programme)}


def _saved(request: HttpRequest, item: Any, programme: Any) -> HttpResponse:
    """A term in the past or beyond the programme is said, not refused."""
    for text in _doubts(item, programme, clock.today(programme.organisation.time_zone)):
        messages.warning(request, text)
    return see_other("programmes:roadmap", programme.pk)


def _doubts(item: Any, programme: Any, today: date) -> list[str]:
    doubts = []
    if item.is_open and item.ends_on < today:
        doubts.append(_("Срок уже прошёл: %(term)s. Строка записана, проверьте год.") % {"term": said(item)})
    if where := outside(item, programme.starts_on, programme.ends_on):
        facts = {"term": said(item), "where": outside_words(where, programme)}
        doubts.append(_("Строка записана, но её срок – %(term)s, это %(where)s.") % facts)
    return doubts


def _stage(request: HttpRequest, pk: int) -> Any:
    rows = queries.stages_visible_to(request.user).select_related("programme__organisation")
    return fetch(rows, pk, lambda user, stage: rules.can_edit(user, stage.programme), request.user)


def _item(request: HttpRequest, pk: int) -> Any:
    rows = queries.items_visible_to(request.user).select_related("stage__programme__organisation", "organisation")
    return fetch(rows, pk, lambda user, item: rules.can_edit(user, item.stage.programme), request.user)
