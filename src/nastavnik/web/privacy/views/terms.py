"""How long data are kept, whose term is over, and the register of all personal fields."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.privacy import actions, queries, rules
from nastavnik.domain.privacy.declared import TABLES
from nastavnik.domain.privacy.enums import Category, Term
from nastavnik.web.privacy.forms import TermForm
from nastavnik.web.shell.render import render_page

SHOWN = 50


@allow(rules.erases)
def terms(request: HttpRequest) -> HttpResponse:
    """How long do we keep data, and whose term is over?"""
    organisation = _organisation(request)
    rule = queries.rule_of(organisation, Term.TAKING_PART)
    start = {"days": queries.days_of(organisation, Term.TAKING_PART), "is_automatic": bool(rule and rule.is_automatic)}
    form = TermForm(request.POST if request.POST.get("act") == "save" else None, initial=start)
    if request.method == "POST":
        answer = _erase_due(request, organisation) if request.POST.get("act") == "erase" else _save(request, form)
        if answer is not None:
            return answer
    due = queries.past_term(organisation, clock.today(organisation.time_zone))
    context = {"form": form, "due": due[:SHOWN], "due_count": due.count(), "days": start["days"]}
    return render_page(request, "privacy/terms.html", context, status=422 if request.method == "POST" else 200)


def _save(request: HttpRequest, form: TermForm) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        actions.set_term(_organisation(request), term=Term.TAKING_PART, by=request.user, **form.cleaned_data)
    except DomainError as refusal:
        form.add_error("days", sentence(refusal))
        return None
    messages.success(request, _("Сохранено."))
    return see_other("privacy:terms")


def _erase_due(request: HttpRequest, organisation: Any) -> HttpResponse:
    done = actions.erase_past_term(organisation, by=request.user)
    told = ngettext("Удалены данные %(n)s человека.", "Удалены данные %(n)s человек.", done) % {"n": done}
    messages.success(request, told)
    return see_other("privacy:acts")


@allow(rules.erases)
def register(request: HttpRequest) -> HttpResponse:
    """Which fields hold personal data, why, how long, and what erasure does with them?"""
    order = list(Category)
    tables = sorted(TABLES, key=lambda table: order.index(table.category))
    grouped = [
        (category.label, [(table, queries.headings_of(table)) for table in group])
        for category, group in groupby(tables, key=attrgetter("category"))
    ]
    return render_page(request, "privacy/register.html", {"grouped": grouped})


def _organisation(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation
