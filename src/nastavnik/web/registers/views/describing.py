"""What the form of the register asks of one participation: category, conditions, results, the case."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.exchange.registers import rules, visible
from nastavnik.domain.programmes import actions
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.registers.forms import KNOWN, DescribingForm
from nastavnik.web.registers.views.list_of import TITLES, categories_of
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page

WORDS = {known: word for word, known in KNOWN.items()}


@allow(rules.sees_registers)
def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """One row of a register, the part of it that is written by hand."""
    rows = visible.visible_to(request.user, clock.today())
    rows = rows.select_related("person", "profile", "organisation", "module__programme")
    found = fetch(rows, pk, rules.can_describe, request.user)
    form = DescribingForm(
        request.POST or None,
        is_mentee=found.role == ParticipationRole.MENTEE,
        categories=list(categories_of(found.organisation).items()),
        initial=_said(found),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(found, **form.values, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile:
            return _late(request, rows.get(pk=pk), form)
        return see_other("people:person", found.person_id)
    context = {"participation": found, "title": TITLES[found.role], "form": form}
    return render_page(request, "registers/describe.html", context, status=422 if form.is_bound else 200)


def _said(found: Any) -> dict[str, Any]:
    profile = getattr(found, "profile", None)
    if profile is None:
        return {}
    return {
        "version": profile.version,
        "category": profile.category,
        "needs_conditions": WORDS.get(profile.needs_conditions, ""),
        "results": profile.results,
        "case_link": profile.case_link,
    }


def _late(request: HttpRequest, found: Any, form: DescribingForm) -> HttpResponse:
    """409: what is written now beside what came late."""
    now = _said(found)
    rows = [
        {"label": field.label, "theirs": now[name], "mine": form.cleaned_data.get(name, "")}
        for name, field in form.fields.items()
        if name != "version" and (now.get(name) or "") != (form.cleaned_data.get(name) or "")
    ]
    return late_with(request, form, rows, version=now["version"], back=request.path)
