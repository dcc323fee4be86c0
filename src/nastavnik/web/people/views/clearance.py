"""Допуск: whose is missing, recording, withdrawing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.people import actions, queries, rules
from nastavnik.domain.people.enums import RoleCode
from nastavnik.web.people.forms import ClearanceForm, WithdrawForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page

PER_PAGE = 50


@allow(rules.records_clearance)
def clearance(request: HttpRequest) -> HttpResponse:
    """Adult mentors without a clearance, recorded for many at once; those who have one."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    on = clock.today(organisation.time_zone)
    missing = queries.without_clearance(request.user, on).filter(organisation=organisation)
    form = ClearanceForm(request.POST or None, initial={"checked_on": on})
    chosen = set(request.POST.getlist("person"))
    if request.method == "POST" and form.is_valid():
        people = list(missing.filter(pk__in=posted.numbers(request, "person")))
        if not people:
            form.add_error(None, _("Никто не выбран. Отметьте людей в списке."))
        elif _record(form, people, request.user):
            done = ngettext("Записан %(n)s допуск.", "Записано допусков: %(n)s.", len(people)) % {"n": len(people)}
            messages.success(request, done)
            return see_other("people:clearance")
    mentors = queries.visible_to(request.user).filter(queries.holding([RoleCode.MENTOR], on), organisation=organisation)
    held = queries.with_clearance(mentors.filter(queries.cleared(on)), on)
    context = {
        "form": form,
        "chosen": chosen,
        "mark": request.GET.get("mark") == "all",
        "page": Paginator(missing, PER_PAGE).get_page(request.GET.get("page")),
        "held": Paginator(held, PER_PAGE).get_page(request.GET.get("held")),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/clearance.html", context, status=status)


def _record(form: ClearanceForm, people: list[Any], user: Any) -> bool:
    """All or nobody."""
    try:
        actions.record_for_all(people, by=user, **form.cleaned_data)
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    return True


@allow(rules.records_clearance)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The clearance of one person."""
    someone = fetch(queries.visible_to(request.user), pk, rules.can_record_clearance, request.user)
    form = ClearanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_clearance(someone, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("people:person", pk)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/record.html", {"form": form, "person": someone}, status=status)


@allow(rules.records_clearance)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """From a day on the clearance is no longer in force."""
    held = fetch(queries.clearances_visible_to(request.user), pk)
    on = clock.today(held.person.organisation.time_zone)
    form = WithdrawForm(request.POST or None, initial={"on": on})
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_clearance(held, on=form.cleaned_data["on"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("people:person", held.person_id)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "people/withdraw.html", {"form": form, "clearance": held}, status=status)
