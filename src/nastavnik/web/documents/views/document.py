"""One paper: what it says, its files, and the head's decision."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.documents import actions, adapter, queries, rules
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import DOUBTS, paper
from nastavnik.domain.files.queries import read
from nastavnik.web.documents.forms import NoteForm, ReasonForm
from nastavnik.web.shell.render import render_page

SAID = {
    "appointment_order": "documents/_order_text.html",
    "programme_report": "documents/_report_text.html",
    "certificate": "documents/_certificate_text.html",
}


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Is the text right?"""
    found = fetch(queries.visible_to(request.user), pk)
    can = rules.acts(request.user, found)
    context = {
        "document": found,
        "title": paper(found),
        "kind": kind_of(found.kind).title,
        "said": found.context["paper"],
        "text": SAID[found.kind],
        "can": can,
        "is_staff": rules.decides_on_documents(request.user),
        **_for_preparing(request.user, found, can),
    }
    return render_page(request, "documents/document.html", context)


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "docx")


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "pdf")


@allow(rules.approves_documents, methods=("POST",))
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_approve, request.user)
    actions.approve(found, by=request.user)
    messages.success(request, _("Приказ утверждён. Пары начинают работу, куратор уже знает."))
    return see_other("documents:document", pk)


@allow(rules.approves_documents)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """What has to be mended?"""
    found = fetch(queries.visible_to(request.user), pk, rules.can_approve, request.user)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_back(found, note=form.cleaned_data["note"], by=request.user)
        messages.success(request, _("Приказ вернулся к куратору с вашими словами."))
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


def _with_words(request: HttpRequest, template: str, found: Any, form: Any) -> HttpResponse:
    context = {"document": found, "title": paper(found), "form": form}
    return render_page(request, template, context, status=422 if request.method == "POST" else 200)


def _file(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    file = getattr(fetch(queries.visible_to(request.user), pk), format)
    if file is None:
        raise Http404
    return give_file(read(file), title=file.title, content_type=file.content_type)


def _for_preparing(user: Any, found: Any, can: rules.Acts) -> dict[str, Any]:
    """What only who prepares papers is told: doubtful names, unconfirmed grounds, what the head wrote."""
    if not rules.can_prepare(user, found) or found.kind != "appointment_order":
        return {}
    checks = adapter.name_checks(found) if can.edit else []
    return {
        "doubts": [(check, [DOUBTS[doubt] for doubt in check.doubts]) for check in checks],
        "unconfirmed": queries.unconfirmed_grounds(found).count() if can.edit else 0,
        "sent_back": queries.last_note(found) if can.edit else None,
    }
