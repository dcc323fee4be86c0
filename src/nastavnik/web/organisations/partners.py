"""Partners: from where mentors come, and what an agreement with them needs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.organisations import actions, queries
from nastavnik.domain.people import queries as people
from nastavnik.domain.people import rules
from nastavnik.domain.people.roles import Permission
from nastavnik.web.organisations.forms import NewPartnerForm, PartnerForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.edits_organisation)
def partners(request: HttpRequest) -> HttpResponse:
    """With whom do we work?"""
    organisation = _organisation(request)
    form = NewPartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        partner = actions.ensure_partner(organisation, title=form.cleaned_data["title"], by=request.user)
        return see_other("organisations:partner", partner.pk)
    context = {"form": form, "partners": queries.partners(organisation)}
    return render_page(request, "organisations/partners.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_organisation)
def partner(request: HttpRequest, pk: int) -> HttpResponse:
    """What does an agreement with the partner say?"""
    found = fetch(queries.partners(_organisation(request)), pk)
    form = PartnerForm(request.POST or None, initial={name: getattr(found, name) for name in PartnerForm.base_fields})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_partner(found, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("organisations:partner", found.pk))
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Сохранено. Новые соглашения возьмут эти слова."))
            return see_other("organisations:partners")
    context = {"form": form, "partner": found}
    return render_page(request, "organisations/partner.html", context, status=422 if form.is_bound else 200)


def _organisation(request: HttpRequest) -> Any:
    """The organisation of the request, where the user runs it."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return fetch(people.organisations_where(request.user, Permission.ORGANISATION_EDIT), organisation.pk)
