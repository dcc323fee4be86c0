"""Words of one section, written by hand; the text of the programme comes back by one button."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.documents import actions, adapter, queries, rules
from nastavnik.domain.documents.messages import paper
from nastavnik.web.documents.paper_forms import SectionForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Which words shall stand here?"""
    found = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    form = SectionForm(request.POST or None, initial={"text": _text(found, code), "version": found.version})
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_section(found, code, by=request.user, **form.cleaned_data)
        except ChangedMeanwhile as late:
            return _late(request, form, late.subject, code)
        messages.success(request, _("Сохранено. Ниже видно, как это встанет в документ."))
        return see_other("documents:section", pk, code)
    return _page(request, found, code, form, 422 if request.method == "POST" else 200)


@allow(rules.prepares_documents, methods=("POST",))
def restore_section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk, rules.can_edit, request.user)
    _text(found, code)  # 404 for what is no section of this paper
    version = posted.number(request, "version")
    actions.restore_section(found, code, version=found.version if version is None else version, by=request.user)
    messages.success(request, _("Вернулся текст, собранный из программы."))
    return see_other("documents:section", pk, code)


def _text(found: Any, code: str) -> str:
    text = adapter.section_text(found, code)
    if text is None:
        raise Http404
    return text


def _page(request: HttpRequest, found: Any, code: str, form: SectionForm, status: int, **more: Any) -> HttpResponse:
    context = {
        "document": found,
        "title": paper(found),
        "form": form,
        "code": code,
        "is_by_hand": code in found.sections,
        "preview": adapter.section_preview(found, code),
        **more,
    }
    return render_page(request, "documents/section.html", context, status=status)


def _late(request: HttpRequest, form: SectionForm, now: Any, code: str) -> HttpResponse:
    """Both texts, and the form as it was typed, ready to be saved over what is there now."""
    typed = request.POST.copy()
    typed["version"] = now.version
    row = {"label": _("Текст"), "theirs": _text(now, code), "mine": form.cleaned_data["text"]}
    return _page(request, now, code, SectionForm(typed), 409, differences=[row])
