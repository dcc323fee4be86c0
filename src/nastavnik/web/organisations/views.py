"""Pages of an organisation: names and words, academic years, study groups, holidays, staff."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import plain_sentence, sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.organisations import actions, queries
from nastavnik.domain.people import actions as people_actions
from nastavnik.domain.people import queries as people
from nastavnik.domain.people import rules
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.web.organisations.forms import (
    STAFF_ROLES,
    HolidayForm,
    OrganisationForm,
    PeriodForm,
    RoleForm,
    StudyGroupForm,
)
from nastavnik.web.shell.beginning import said_with_way
from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


def _organisation(request: HttpRequest) -> Any:
    """The organisation of the request, where the user runs it."""
    if request.organisation is None:  # type: ignore[attr-defined]
        raise Http404
    return fetch(people.organisations_where(request.user, Permission.ORGANISATION_EDIT), request.organisation.pk)  # type: ignore[attr-defined]


def _today(organisation: Any) -> date:
    return clock.today(organisation.time_zone)


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """The page with its form: 422 where the form was sent and did not pass."""
    status = 422 if request.method == "POST" else 200
    return render_page(request, template, context, status=status)


@allow(rules.edits_organisation)
def edit(request: HttpRequest) -> HttpResponse:
    """Names, letterhead, words and settings."""
    organisation = _organisation(request)
    start = {field: getattr(organisation, field) for field in OrganisationForm.base_fields}
    form = OrganisationForm(request.POST or None, initial=start, zone=organisation.time_zone)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        try:
            actions.edit_organisation(organisation, changes, version=changes.pop("version"), by=request.user)
        except ChangedMeanwhile as late:
            return _late(request, form, late.subject)
        except DomainError as refusal:
            form.add_error("consent_by_link", plain_sentence(refusal))
            return _page(request, "organisations/edit.html", form=form, organisation=organisation)
        messages.success(request, said_with_way(_("Сохранено."), request.user, organisation))
        return see_other("organisations:edit")
    return _page(request, "organisations/edit.html", form=form, organisation=organisation)


def _late(request: HttpRequest, form: OrganisationForm, now: Any) -> HttpResponse:
    """Both texts, and the form as it was typed, ready to be saved over what is there now."""
    typed = request.POST.copy()
    typed["version"] = now.version
    again = OrganisationForm(typed, zone=now.time_zone)
    context = {"form": again, "organisation": now, "differences": both_texts(form, now)}
    return render_page(request, "organisations/edit.html", context, status=409)


@allow(rules.edits_organisation)
def years(request: HttpRequest) -> HttpResponse:
    """Academic years: the list and a new one."""
    organisation = _organisation(request)
    form = PeriodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_academic_year(organisation, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("organisations:years")
    listed = queries.academic_years(organisation)
    now = queries.academic_year_on(organisation, _today(organisation))
    return _page(request, "organisations/years.html", form=form, organisation=organisation, years=listed, now=now)


@allow(rules.edits_organisation)
def groups(request: HttpRequest) -> HttpResponse:
    """Study groups of the current academic year: the list and a new one."""
    organisation = _organisation(request)
    today = _today(organisation)
    year = queries.academic_year_on(organisation, today)
    form = StudyGroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            year = year or actions.ensure_academic_year(organisation, on=today, by=request.user)
            actions.add_study_group(year, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("organisations:groups")
    listed = list(queries.study_groups(year, today)) if year else []
    return _page(request, "organisations/groups.html", form=form, organisation=organisation, year=year, groups=listed)


@allow(rules.edits_organisation)
def holidays(request: HttpRequest) -> HttpResponse:
    """Days without meetings: the list and new ones."""
    organisation = _organisation(request)
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_holiday(organisation, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("organisations:holidays")
    return _page(
        request,
        "organisations/holidays.html",
        form=form,
        organisation=organisation,
        holidays=queries.holidays(organisation),
    )


@allow(rules.edits_organisation, methods=("POST",))
def remove_holiday(request: HttpRequest, pk: int) -> HttpResponse:
    """Entered by mistake."""
    actions.remove_holiday(fetch(queries.holidays(_organisation(request)), pk), by=request.user)
    messages.success(request, _("Запись удалена, эти дни снова считаются."))
    return see_other("organisations:holidays")


@allow(rules.edits_organisation)
def staff(request: HttpRequest) -> HttpResponse:
    """Who works with the programmes, in which role; one person may hold several."""
    organisation = _organisation(request)
    today = _today(organisation)
    candidates = people.adults_of(organisation, today)
    form = RoleForm(
        request.POST or None,
        people=[(person.pk, person.full_name) for person in candidates],
        initial=_proposed(request, organisation, today),
    )
    if request.method == "POST" and form.is_valid():
        person = fetch(candidates, form.cleaned_data["person"])
        people_actions.grant_role(
            people_actions.ensure_user(person),
            role=form.cleaned_data["role"],
            organisation=organisation,
            starts_on=form.cleaned_data["starts_on"],
            by=request.user,
        )
        messages.success(request, said_with_way(_("Роль записана."), request.user, organisation))
        return see_other("organisations:staff")
    held = people.staff_roles(organisation, STAFF_ROLES, today)
    return _page(request, "organisations/staff.html", form=form, organisation=organisation, held=held)


def _proposed(request: HttpRequest, organisation: Any, today: date) -> dict[str, Any]:
    """Who has just been added; the role that nobody holds yet and papers wait for."""
    has_head = bool(people.staff_roles(organisation, [RoleCode.HEAD], today))
    role = {} if has_head else {"role": RoleCode.HEAD.value}
    return {"starts_on": today, "person": request.GET.get("person", ""), **role}


@allow(rules.edits_organisation, methods=("POST",))
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """The role is held for the last time today."""
    organisation = _organisation(request)
    assignment = fetch(people.roles_visible_to(request.user).filter(organisation=organisation), pk)
    people_actions.end_role(assignment, on=_today(organisation), by=request.user)
    messages.success(request, _("Сегодня последний день этой роли."))
    return see_other("organisations:staff")
