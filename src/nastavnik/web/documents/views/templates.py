"""Templates of papers: ours, or the institution's own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.domain.documents import actions, rules
from nastavnik.domain.documents.actions.filing import CONTENT_TYPES
from nastavnik.domain.documents.actions.own_templates import MOST_MEGABYTES
from nastavnik.domain.documents.errors import TemplateUnfit
from nastavnik.domain.documents.kinds import KINDS, DocumentKind, kind_of
from nastavnik.domain.documents.queries.own_templates import templates_visible_to
from nastavnik.domain.documents.rendering.own_template import fields_of
from nastavnik.domain.documents.rendering.starting_template import braces, starting_template
from nastavnik.domain.files.queries import read
from nastavnik.domain.people.queries import names_of_users
from nastavnik.web.shell.render import render_page

MOST_BYTES = MOST_MEGABYTES * 1024 * 1024 + 1  # one more than is taken: no upload fills the memory
APPENDICES = {code for kind in KINDS for code in kind.appendices}


class TemplateForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Ваш образец"),
        help_text=gettext_lazy("Документ Word .docx до 5 МБ, без макросов."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def templates(request: HttpRequest) -> HttpResponse:
    """Of which papers do we use our own template?"""
    organisation = _organisation(request)
    own = {row.kind: row for row in templates_visible_to(request.user).filter(organisation=organisation)}
    names = names_of_users(organisation, [row.file.uploaded_by_id for row in own.values()])
    rows = [(kind, own.get(kind.code), _who(own.get(kind.code), names)) for kind in KINDS]
    return render_page(request, "documents/templates.html", {"rows": rows})


@allow(rules.prepares_documents)
def template(request: HttpRequest, code: str) -> HttpResponse:
    """Shall papers of this kind be made of our own template?"""
    kind, organisation = _kind(code), _organisation(request)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.upload_template(organisation, code, content=file.read(MOST_BYTES), name=file.name, by=request.user)
        except TemplateUnfit as refusal:
            form.add_error("file", sentence(refusal))
        else:
            messages.success(request, _("Образец принят. Новые проекты соберутся по нему."))
            return see_other("documents:template", code)
    own = templates_visible_to(request.user).filter(organisation=organisation, kind=code).first()
    names = names_of_users(organisation, [own.file.uploaded_by_id]) if own else {}
    context = {
        "kind": kind,
        "own": own,
        "who": _who(own, names),
        "form": form,
        "fields": [(braces(name), meaning, own and name in own.fields) for name, meaning in fields_of(kind).items()],
    }
    return render_page(request, "documents/template.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def template_ours(request: HttpRequest, code: str) -> HttpResponse:
    """Our page with fields in it, to begin from."""
    kind = _kind(code)
    content = starting_template(kind, is_appendix=code in APPENDICES)
    title = _("Образец – %(kind)s.docx") % {"kind": kind.title}
    return give_file(content, title=title, content_type=CONTENT_TYPES["docx"])


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def template_own(request: HttpRequest, code: str) -> HttpResponse:
    """The institution's own as it was uploaded."""
    file = _own(request, code).file
    return give_file(read(file), title=file.title, content_type=file.content_type)


@allow(rules.prepares_documents, methods=("POST",))
def stop_template(request: HttpRequest, code: str) -> HttpResponse:
    actions.stop_using_template(_own(request, code), by=request.user)
    messages.success(request, _("Новые проекты соберутся по нашему образцу. Выпущенные документы не меняются."))
    return see_other("documents:template", code)


def _own(request: HttpRequest, code: str) -> Any:
    """The template in use; of another organisation there is none."""
    rows = templates_visible_to(request.user).filter(organisation=_organisation(request), kind=code)
    found = rows.first()
    if found is None:
        raise Http404
    return fetch(rows, found.pk, rules.can_change_template, request.user)


def _kind(code: str) -> DocumentKind:
    try:
        return kind_of(code)
    except KeyError:
        raise Http404 from None


def _organisation(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation


def _who(own: Any, names: Any) -> str:
    return str(names.get(own.file.uploaded_by_id, "")) if own else ""
