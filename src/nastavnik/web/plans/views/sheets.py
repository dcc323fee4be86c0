"""Sheets of pairs of teachers."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.mentorships.queries import goals_visible_to
from nastavnik.domain.mentorships.queries import visible_to as pairs_visible_to
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.plans import actions, queries, rules
from nastavnik.domain.plans.enums import WorkSheetKind
from nastavnik.web.plans.forms import SheetForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

AT_ONCE = 20


@allow(rules.works_on_plans, methods=("GET", "HEAD"))
def index(request: HttpRequest, pk: int) -> HttpResponse:
    mentorship = _of_teachers(fetch(pairs_visible_to(request.user), pk))
    rows = queries.sheets_visible_to(request.user).filter(mentorship=mentorship)
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    for row in page:
        row.may_edit = rules.can_edit_sheet(request.user, row)
    context = {
        "mentorship": mentorship,
        "page": page,
        "kinds": WorkSheetKind.choices,
        "may_write": rules.can_write_sheet(request.user, mentorship),
    }
    return render_page(request, "plans/sheets.html", context)


@allow(rules.takes_part)
def new(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    if kind not in WorkSheetKind.values:
        raise Http404
    mentorship = fetch(pairs_visible_to(request.user), pk, rules.can_write_sheet, request.user)
    form = SheetForm(
        kind, request.POST or None, initial={"happened_on": clock.today(mentorship.organisation.time_zone)}
    )
    if request.method == "POST" and form.is_valid():
        author = person_of(request.user, mentorship.organisation)
        try:
            actions.write_sheet(mentorship, kind=kind, author=author, values=form.values(), by=request.user)
        except DomainError as error:
            form.add_error("happened_on", sentence(error))
        else:
            return see_other("plans:sheets", mentorship.pk)
    return _form(request, mentorship.pk, form, WorkSheetKind(kind))


@allow(rules.takes_part)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own sheet, to be corrected."""
    row = fetch(queries.sheets_visible_to(request.user), pk, rules.can_edit_sheet, request.user)
    start = {name: getattr(row, name) for name in SheetForm.base_fields}
    form = SheetForm(row.kind, request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_sheet(row, form.values(), version=form.cleaned_data["version"] or 0, by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("plans:sheet", row.pk))
        except DomainError as error:
            form.add_error("happened_on", sentence(error))
        else:
            return see_other("plans:sheets", row.mentorship_id)
    return _form(request, row.mentorship_id, form, WorkSheetKind(row.kind))


@allow(rules.takes_part, methods=("POST",))
def into_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The next step of the sheet becomes a step of the newest goal that is not reached."""
    row = fetch(queries.sheets_visible_to(request.user), pk, rules.can_edit_sheet, request.user)
    goals = goals_visible_to(request.user).filter(mentorship=row.mentorship_id, reached_on__isnull=True)
    goal = goals.order_by("-id").first()
    if goal is None:
        messages.warning(request, _("Сначала поставьте цель, потом шаг можно взять в план."))
    else:
        actions.plan_from_sheet(row, goal=goal, by=request.user)
        messages.success(request, _("Шаг в плане."))
    return see_other("mentorships:plan", row.mentorship_id)


def _of_teachers(mentorship: Any) -> Any:
    if not rules.keeps_sheets(mentorship):
        raise Http404
    return mentorship


def _form(request: HttpRequest, pair_pk: int, form: Any, kind: WorkSheetKind) -> HttpResponse:
    heading = str(kind.label).capitalize()
    context = {"pair_pk": pair_pk, "form": form, "heading": heading, "act": _("Сохранить"), "of_sheets": True}
    return render_page(request, "plans/form.html", context, status=422 if form.errors else 200)
