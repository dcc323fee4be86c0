"""The public card of a mentor: what everybody will read, opening it and closing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock, links
from nastavnik.core.errors import DomainError
from nastavnik.domain.exchange.registers import rules, visible
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.registers.forms import CardForm
from nastavnik.web.shell.render import render_page


@allow(rules.sees_registers)
def mentor_card(request: HttpRequest, pk: int) -> HttpResponse:
    """What would everybody read of this mentor, and may they?"""
    found = _mentor(request, pk)
    card = queries.card_of(found)
    said = request.POST if request.method == "POST" else None  # a box left empty is an answer
    form = CardForm(said, initial={"is_indexed": card.is_indexed if card else False})
    status = 200
    if form.is_valid():
        try:
            actions.publish_card(found, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
            status = 422
        else:
            messages.success(request, _("Карточка открыта. Ссылку можно поставить на сайт."))
            return see_other("registers:mentor_card", pk)
    context = {
        "participation": found,
        "card": card,
        "is_agreed": queries.may_be_shown(found),
        "written": queries.written_on_card(found),
        "address": links.absolute("public:mentor", card.token, base=request.build_absolute_uri("/")) if card else "",
        "form": form,
    }
    return render_page(request, "registers/mentor_card.html", context, status=status)


@allow(rules.sees_registers, methods=("POST",))
def close_card(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody reads it any more."""
    actions.close_card(_mentor(request, pk), by=request.user)
    messages.success(request, _("Карточка закрыта: по ссылке имени больше не видно."))
    return see_other("registers:mentor_card", pk)


def _mentor(request: HttpRequest, pk: int) -> Any:
    rows = visible.visible_to(request.user, clock.today()).filter(role=ParticipationRole.MENTOR)
    rows = rows.select_related("person", "organisation", "module__programme", "module__mentoring_format")
    return fetch(rows, pk, rules.can_describe, request.user)
