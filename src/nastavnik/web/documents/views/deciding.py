"""Steps of a paper: sent to the head, approved or sent back, issued, discarded, revoked, corrected by a new edition."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.domain.documents import actions, queries, rules
from nastavnik.domain.documents.errors import NumberMissing
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.web.documents.forms import NoteForm, ReasonForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents, methods=("POST",))
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        actions.submit(_prepared(request, pk), by=request.user)
    except NumberMissing as refusal:
        return _ask_for_number(request, pk, refusal)
    messages.success(request, _("Документ у руководителя на подписи."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        actions.issue(_prepared(request, pk), by=request.user)
    except NumberMissing as refusal:
        return _ask_for_number(request, pk, refusal)
    messages.success(request, _("Документ выпущен. Его текст больше не изменится, можно печатать."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    found = _prepared(request, pk)
    actions.discard(found, by=request.user)
    if found.appendix_to_id:
        messages.success(request, _("Приложение убрано, остальные перенумерованы."))
        return see_other("documents:document", found.appendix_to_id)
    messages.success(request, _("Проект удалён, номер свободен."))
    return see_other("documents:index")


@allow(rules.prepares_documents, methods=("POST",))
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_prepare, request.user)
    actions.refresh(found, by=request.user)
    messages.success(request, _("Текст собран заново."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def add_appendix(request: HttpRequest, pk: int) -> HttpResponse:
    found, code = _prepared(request, pk), request.POST.get("kind", "")
    if code not in kind_of(found.kind).appendices:
        raise Http404
    actions.add_appendix(found, code, by=request.user)
    messages.success(request, _("Приложение добавлено."))
    return see_other("documents:document", pk)


@allow(rules.prepares_documents, methods=("POST",))
def new_edition(request: HttpRequest, pk: int) -> HttpResponse:
    edition = actions.new_edition(_prepared(request, pk), by=request.user)
    messages.success(request, _("Проект новой редакции готов. Старая действует, пока новая не выпущена."))
    return see_other("documents:document", edition.pk)


@allow(rules.approves_documents, methods=("POST",))
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_approve, request.user)
    actions.approve(found, version=posted.number(request, "version"), by=request.user)
    starts = found.kind == "appointment_order" and found.replaces_id is None
    said = _("Приказ утверждён. Пары начинают работу, куратор уже знает.")
    messages.success(request, said if starts else _("Документ утверждён, куратор уже знает."))
    return see_other("documents:document", pk)


@allow(rules.approves_documents)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """What has to be mended?"""
    found = fetch(queries.visible_to(request.user), pk, rules.can_approve, request.user)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_back(found, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Документ вернулся к куратору с вашими словами."))
        return see_other("documents:index")
    return _with_words(request, "documents/send_back.html", found, form)


@allow(rules.decides_on_documents)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Why does it count no more?"""
    found = fetch(queries.visible_to(request.user), pk, rules.can_revoke, request.user)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.revoke(found, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Документ отменён."))
        return see_other("documents:document", pk)
    return _with_words(request, "documents/revoke.html", found, form)


def _prepared(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.visible_to(request.user), pk, rules.can_prepare, request.user)


def _ask_for_number(request: HttpRequest, pk: int, refusal: NumberMissing) -> HttpResponse:
    """To the page where it is written; the step is taken after it."""
    messages.warning(request, sentence(refusal))
    return see_other("documents:edit", pk)


def _with_words(request: HttpRequest, template: str, found: Any, form: Any) -> HttpResponse:
    context = {"document": found, "title": paper(found), "form": form}
    return render_page(request, template, context, status=422 if request.method == "POST" else 200)
