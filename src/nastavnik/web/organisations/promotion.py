"""On 1 September the classes go on: preview, exceptions by hand, the way back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.people import actions, rules
from nastavnik.domain.people import queries as people
from nastavnik.domain.people.queries.promoting import promotion_plan, promotions
from nastavnik.domain.people.roles import Permission
from nastavnik.web.organisations.promotion_form import PromotionForm
from nastavnik.web.shell.render import render_page

SHOWN = 5


def _organisation(request: HttpRequest) -> Any:
    if request.organisation is None:  # type: ignore[attr-defined]
        raise Http404
    return fetch(people.organisations_where(request.user, Permission.ORGANISATION_EDIT), request.organisation.pk)  # type: ignore[attr-defined]


@allow(rules.edits_organisation)
def promotion(request: HttpRequest) -> HttpResponse:
    """Which class becomes which; nothing is written before the button."""
    organisation = _organisation(request)
    plan = promotion_plan(organisation, clock.today(organisation.time_zone))
    form = PromotionForm(request.POST or None, plan=plan) if plan and plan.groups else None
    if request.method == "POST" and form and form.is_valid() and _promoted(organisation, form, request):
        return see_other("organisations:promotion")
    context = {
        "organisation": organisation,
        "plan": plan,
        "form": form,
        "rows": form.rows() if form else [],
        "people": sum(len(one.people) for one in plan.groups) if plan else 0,
        "done": promotions(organisation)[:SHOWN],
    }
    return render_page(
        request, "organisations/promotion.html", context, status=422 if request.method == "POST" else 200
    )


def _promoted(organisation: Any, form: PromotionForm, request: HttpRequest) -> bool:
    try:
        done = actions.promote(
            organisation,
            steps=form.steps,
            exceptions=form.exceptions,
            from_year=form.cleaned_data["from_year"],
            by=request.user,
        )
    except DomainError as refusal:
        form.add_error(None, sentence(refusal))
        return False
    text = _("Переведены: %(moved)s. Остались на второй год: %(stayed)s. Выпустились или ушли: %(left)s.")
    messages.success(request, text % done.counts)
    return True


@allow(rules.edits_organisation, methods=("POST",))
def undo_promotion(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything as it was before the promotion."""
    done = fetch(promotions(_organisation(request)), pk)
    actions.undo_promotion(done, by=request.user)
    messages.success(request, _("Перевод отменён: все в прежних классах."))
    return see_other("organisations:promotion")
