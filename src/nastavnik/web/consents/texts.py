"""The library of texts: what is asked for now, what was signed before, the draft of the next version."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.consents import actions, queries, rules
from nastavnik.domain.consents.enums import ConsentKind
from nastavnik.domain.consents.texts import PARTS, REQUIRED, words_of
from nastavnik.web.consents.forms import PART_LABELS, TextForm
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page


@allow(rules.edits_texts)
def texts(request: HttpRequest) -> HttpResponse:
    """One row a kind: the text in use and its draft. A submit begins the draft of a kind."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None or not rules.can_edit_texts_of(request.user, organisation):
        raise Http404
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        if kind not in ConsentKind.values:
            raise Http404
        return see_other("consents:text", actions.draft_text(organisation, kind, by=request.user).pk)
    every = list(queries.texts_visible_to(request.user).filter(organisation=organisation))
    rows = [(kind, _of(every, kind), words_of(kind)) for kind in ConsentKind]
    lacking = not (organisation.inn and organisation.legal_address)
    return render_page(request, "consents/texts.html", {"rows": rows, "lacking": lacking})


def _of(every: list[Any], kind: str) -> dict[str, Any]:
    mine = [text for text in every if text.kind == kind]
    return {
        "used": next((text for text in mine if text.published_on and not text.retired_on), None),
        "draft": next((text for text in mine if not text.published_on), None),
        "former": [text for text in mine if text.retired_on],
    }


@allow(rules.edits_texts)
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """A version: a published one is read, a draft is edited and published."""
    found = fetch(queries.texts_visible_to(request.user), pk, rules.can_edit_text, request.user)
    start = {part: getattr(found, part) for part in PARTS} | {"version": found.version}
    form = TextForm(request.POST or None, required=REQUIRED[found.kind], initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, found, form)
        except ChangedMeanwhile as meanwhile:
            return late(request, form, meanwhile.subject, ("consents:text", pk))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("consents:texts" if "publish" in request.POST else "consents:text", *_where(request, pk))
    context = {
        "text": found,
        "form": form,
        "parts": [(PART_LABELS[part], getattr(found, part)) for part in PARTS if getattr(found, part)],
        "note": words_of(found.kind).note,
        "confirmed": words_of(found.kind).confirmed,
    }
    return render_page(request, "consents/text.html", context, status=422 if request.method == "POST" else 200)


def _save(request: HttpRequest, found: Any, form: TextForm) -> None:
    parts = {part: form.cleaned_data[part] for part in PARTS}
    actions.edit_draft(found, parts, version=form.cleaned_data["version"], by=request.user)
    if "publish" in request.POST:
        actions.publish_draft(found, by=request.user)
        messages.success(request, _("Опубликовано. С этого дня спрашиваем этими словами, подписанное остаётся."))
    else:
        messages.success(request, _("Черновик сохранён."))


def _where(request: HttpRequest, pk: int) -> list[int]:
    return [] if "publish" in request.POST else [pk]
