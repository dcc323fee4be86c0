"""A draft: number and day, names, submitting, discarding."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.documents import actions, adapter, queries, rules
from nastavnik.domain.documents.errors import NumberMissing, NumberTaken
from nastavnik.domain.documents.messages import CASES, DOUBTS, paper
from nastavnik.web.documents.forms import DraftForm, NameForm
from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another number or day."""
    found = _draft(request, pk)
    start = {name: getattr(found, name) for name in DraftForm.base_fields}
    form = DraftForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_order(found, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as late:
            return _late(request, form, late.subject)
        except (NumberTaken, NumberMissing) as refusal:
            form.add_error("number", sentence(refusal))
        else:
            return see_other("documents:document", pk)
    status = 422 if request.method == "POST" else 200
    return _edit_page(request, found, form, status)


@allow(rules.prepares_documents)
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """Are the names in the right form? Each name is saved by itself."""
    found = _draft(request, pk)
    checks = adapter.name_checks(found)
    sent = (request.POST.get("person"), request.POST.get("case"))
    forms = []
    for check in checks:
        is_sent = request.method == "POST" and sent == (str(check.person.pk), check.case.value)
        form = NameForm(request.POST if is_sent else None, check=check)
        if is_sent and form.is_valid():
            actions.correct_name(found, person=check.person, case=check.case, forms=form.forms, by=request.user)
            messages.success(request, _("Форма записана и пойдёт в следующие бумаги."))
            return see_other("documents:names" if len(checks) > 1 else "documents:document", pk)
        forms.append((check, CASES[check.case], [DOUBTS[doubt] for doubt in check.doubts], form))
    context = {"document": found, "title": paper(found), "forms": forms}
    return render_page(request, "documents/names.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.prepares_documents, methods=("POST",))
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    actions.refresh_order(_draft(request, pk), by=request.user)
    messages.success(request, _("Текст собран заново."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_prepare, request.user)
    actions.submit(found, by=request.user)
    messages.success(request, _("Приказ у руководителя на подписи."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_prepare, request.user)
    actions.discard(found, by=request.user)
    messages.success(request, _("Проект удалён. Пары снова ждут приказа, номер свободен."))
    return see_other("documents:index")


def _draft(request: HttpRequest, pk: int) -> Any:
    """An order that the user prepares; what is no order has no such pages."""
    found = fetch(queries.visible_to(request.user), pk, rules.can_prepare, request.user)
    if found.kind != "appointment_order":
        raise Http404
    return found


def _edit_page(request: HttpRequest, found: Any, form: DraftForm, status: int, **more: Any) -> HttpResponse:
    context = {"document": found, "title": paper(found), "form": form, **more}
    return render_page(request, "documents/edit.html", context, status=status)


def _late(request: HttpRequest, form: DraftForm, now: Any) -> HttpResponse:
    """Both texts, and the form as it was typed, ready to be saved over what is there now."""
    typed = request.POST.copy()
    typed["version"] = now.version
    return _edit_page(request, now, DraftForm(typed), 409, differences=both_texts(form, now))
