"""The register of acts: what papers refer to."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.documents import actions, queries, rules
from nastavnik.web.documents.forms import EditGroundForm, GroundForm
from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def grounds(request: HttpRequest) -> HttpResponse:
    """What do we refer to?"""
    organisation = _organisation(request)
    form = GroundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_ground(organisation, by=request.user, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Акт добавлен."))
            return see_other("documents:grounds")
    rows = queries.grounds_visible_to(request.user).filter(organisation=organisation).select_related("replaced_by")
    context = {
        "form": form,
        "cited": [row for row in rows if not row.is_hidden],
        "others": [row for row in rows if row.is_hidden],
        "today": clock.today(organisation.time_zone),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "documents/grounds.html", context, status=status)


@allow(rules.prepares_documents, methods=("POST",))
def seed_grounds(request: HttpRequest) -> HttpResponse:
    """Take over what the product brings; what is there stays."""
    rows = actions.seed_legal_grounds(_organisation(request), by=request.user)
    messages.success(request, _("Готово. Сверьте каждый акт с оригиналом.") if rows else _("Все акты уже в списке."))
    return see_other("documents:grounds")


@allow(rules.prepares_documents)
def ground(request: HttpRequest, pk: int) -> HttpResponse:
    """Is this act written as the original is?"""
    found = fetch(queries.grounds_visible_to(request.user), pk, rules.can_edit_ground, request.user)
    others = queries.grounds_visible_to(request.user).filter(organisation=found.organisation).exclude(pk=found.pk)
    start = {name: getattr(found, name) for name in EditGroundForm.base_fields}
    form = EditGroundForm(request.POST or None, initial=start, others=others)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_ground(found, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as late:
            return _late(request, form, late.subject, others)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Сохранено. Проекты документов возьмут новый текст, когда их соберут заново."))
            return see_other("documents:grounds")
    status = 422 if request.method == "POST" else 200
    return render_page(request, "documents/ground.html", {"form": form, "ground": found}, status=status)


@allow(rules.prepares_documents, methods=("POST",))
def remove_ground(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.grounds_visible_to(request.user), pk, rules.can_edit_ground, request.user)
    actions.remove_ground(found, by=request.user)
    messages.success(request, _("Акт больше не ставится в бумаги. Выпущенные бумаги не меняются."))
    return see_other("documents:grounds")


def _organisation(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation


def _late(request: HttpRequest, form: EditGroundForm, now: Any, others: Any) -> HttpResponse:
    if now is None:
        raise Http404
    typed = request.POST.copy()
    typed["version"] = now.version
    context = {"form": EditGroundForm(typed, others=others), "ground": now, "differences": both_texts(form, now)}
    return render_page(request, "documents/ground.html", context, status=409)
