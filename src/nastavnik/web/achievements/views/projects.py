"""The joint project: what it is, its defence, the sheets of the jury."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements import actions, queries, rules
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.web.achievements.forms import DefenceForm, ProjectForm, SheetForm
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late, late_with
from nastavnik.web.shell.render import render_page


@allow(rules.works_on_achievements)
def begin_project(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_enter, request.user)
    form = ProjectForm(request.POST or None)
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            made = actions.begin_project(mentorship, form.values(), by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:project", made.pk)
    return _form(request, form, _("Совместный проект"), ("mentorships:pair", mentorship.pk))


@allow(rules.sees_achievements, methods=("GET", "HEAD"))
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """With the sums of the jury, to be read by all who see the pair."""
    return _page(request, fetch(queries.projects_visible_to(request.user), pk))


@allow(rules.works_on_achievements)
def edit_project(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(queries.projects_visible_to(request.user), pk, rules.can_edit_project, request.user)
    form = ProjectForm(request.POST or None, initial={name: getattr(row, name) for name in ProjectForm.base_fields})
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        try:
            actions.edit_project(row, form.values(), version=form.cleaned_data["version"] or 0, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("achievements:edit_project", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:project", row.pk)
    return _form(request, form, _("Проект: изменить"), ("achievements:project", row.pk))


@allow(rules.leads)
def name_defence(request: HttpRequest, pk: int) -> HttpResponse:
    """The day, the place, the criteria."""
    row = fetch(queries.projects_visible_to(request.user), pk, rules.can_hold_defence, request.user)
    form = DefenceForm(request.POST or None, initial=_begins(row))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.name_defence(
                row,
                held_on=given["held_on"],
                place=given["place"],
                criteria=given["criteria"].splitlines(),
                most=given["most"],
                version=given["version"] or 0,
                by=request.user,
            )
        except ChangedMeanwhile as conflict:
            return _late_defence(request, form, conflict.subject)
        except DomainError as error:
            form.add_error("criteria", sentence(error))
        else:
            return see_other("achievements:project", row.pk)
    return _form(request, form, _("Защита проекта"), ("achievements:project", row.pk))


@allow(rules.leads, methods=("POST",))
def mark_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet of the jury."""
    row = fetch(queries.projects_visible_to(request.user), pk, rules.can_hold_defence, request.user)
    defence = getattr(row, "defence", None)
    if defence is None:
        raise Http404
    form = _sheet_form(defence, request.POST)
    if form.is_valid():
        number, version = form.named()
        try:
            actions.mark_sheet(defence, sheet=number, points=form.points(), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return _late_sheet(request, row, form, conflict.subject)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("achievements:project", row.pk)
    return _page(request, row, form)


def _page(request: HttpRequest, row: Any, form: Any = None) -> HttpResponse:
    defence = getattr(row, "defence", None)
    may_hold = rules.can_hold_defence(request.user, row)
    ripe = defence is not None and defence.held_on <= clock.today(row.organisation.time_zone)
    if defence and ripe and may_hold and form is None:
        form = _sheet_form(defence)
    context = {
        "project": row,
        "defence": defence,
        "outcome": queries.outcome_of(row),
        "may_edit": rules.can_edit_project(request.user, row),
        "may_hold": may_hold,
        "form": form,
    }
    return render_page(request, "achievements/project.html", context, status=422 if form and form.errors else 200)


def _sheet_form(defence: Any, posted: Any = None) -> SheetForm:
    return SheetForm(defence.criteria, defence.most, list(queries.sheets_of(defence).values()), posted)


def _late_sheet(request: HttpRequest, row: Any, form: SheetForm, sheet: Any) -> HttpResponse:
    """Both sheets, criterion by criterion."""
    rows = [
        {"label": form.fields[name].label, "theirs": theirs, "mine": mine}
        for name, theirs, mine in zip(form.names, sheet.points, form.points(), strict=True)
        if theirs != mine
    ]
    back = reverse("achievements:project", args=[row.pk])
    form.fields["sheet"].widget = form.fields["sheet"].hidden_widget()
    return late_with(request, form, rows, version=sheet.version, back=back)


def _begins(row: Any) -> dict[str, Any]:
    defence = getattr(row, "defence", None)
    if defence is None:
        usual = (_("Польза для других"), _("Вклад каждого"), _("Ясность рассказа"), _("Ответы на вопросы"))
        return {"held_on": clock.today(row.organisation.time_zone), "criteria": "\n".join(usual), "most": 5}
    start = {name: getattr(defence, name) for name in ("version", "held_on", "place", "most")}
    return {**start, "criteria": "\n".join(defence.criteria)}


def _late_defence(request: HttpRequest, form: Any, defence: Any) -> HttpResponse:
    now = {"held_on": defence.held_on, "place": defence.place, "criteria": "\n".join(defence.criteria)}
    rows = [
        {"label": form.fields[name].label, "theirs": value, "mine": form.cleaned_data[name]}
        for name, value in {**now, "most": defence.most}.items()
        if value != form.cleaned_data[name]
    ]
    return late_with(request, form, rows, version=defence.version, back=request.path)


def _form(request: HttpRequest, form: Any, heading: str, back: tuple[str, int]) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back[0], "back_pk": back[1]}
    return render_page(request, "achievements/form.html", context, status=422 if form.errors else 200)
