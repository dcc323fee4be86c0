"""Keeping a view of a register, and forgetting it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.exchange.registers import actions, rules, visible
from nastavnik.web.registers.asked import as_asked, asked_of, organisation_of


@allow(rules.sees_registers, methods=("POST",))
def keep(request: HttpRequest) -> HttpResponse:
    """What is shown now, under a name."""
    organisation = organisation_of(request)
    if not rules.can_see_in(request.user, organisation):
        raise PermissionDenied
    asked = asked_of(request, request.POST)
    try:
        view = actions.keep_view(
            organisation,
            register=asked.register,
            title=request.POST.get("title", "").replace("\0", ""),
            filters=asked.filters,
            columns=asked.codes,
            is_shared=bool(request.POST.get("is_shared")),
            by=request.user,
        )
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Вид «%(title)s» сохранён.") % {"title": view.title})
    return _back(asked.address)


@allow(rules.sees_registers, methods=("POST",))
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """The view goes, the people stay."""
    view = fetch(visible.views_visible_to(request.user), pk, rules.can_forget, request.user)
    address = as_asked(view.register, view.filters, view.columns).address
    actions.forget_view(view, by=request.user)
    messages.success(request, _("Вид «%(title)s» удалён. Люди остались.") % {"title": view.title})
    return _back(address)


def _back(address: str) -> HttpResponse:
    answer = HttpResponseRedirect(reverse("registers:index") + address)
    answer.status_code = 303
    return answer
