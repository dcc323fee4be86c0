"""A coordinator adds, edits and hides memos and materials."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.library import actions, queries, rules
from nastavnik.domain.library.enums import Topic
from nastavnik.domain.library.errors import LastOfMaterial, NotALink, SiteNotApproved
from nastavnik.domain.programmes.queries import formats_for
from nastavnik.web.library.forms import FileForm, MemoForm, NewMemoForm, now_of
from nastavnik.web.library.shelf import organisation_of
from nastavnik.web.library.views.reading import memo_page, sheet_of
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

PLACES = {NotALink: "url", SiteNotApproved: "trusts"}


@allow(rules.edits_library)
def new_memo(request: HttpRequest) -> HttpResponse:
    organisation = organisation_of(request)
    begin = {"audiences": ["mentor"], "topic": Topic.MEETINGS}
    form = NewMemoForm(_formats(organisation), request.POST or None, request.FILES or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            row = _add(organisation, form, by=request.user)
        except DomainError as refusal:
            form.add_error(_place(refusal), sentence(refusal))
        else:
            messages.success(request, _("Добавлено в библиотеку."))
            return see_other("library:memo", row.code)
    return _form_page(request, form, None)


@transaction.atomic
def _add(organisation: Any, form: NewMemoForm, *, by: Any) -> Any:
    """The material and its file are there together or not at all."""
    file = form.cleaned_data["file"]
    row = actions.write_memo(
        organisation, form.words(), trusts=form.cleaned_data["trusts"], with_file=bool(file), by=by
    )
    if file:
        actions.add_file(organisation, row.code, title=file.name, content=file.read(), by=by)
    return row


@allow(rules.edits_library)
def edit_memo(request: HttpRequest, code: str) -> HttpResponse:
    organisation, sheet = organisation_of(request), sheet_of(request, code)
    form = MemoForm(_formats(organisation), request.POST or None, initial=now_of(sheet))
    if request.method == "POST" and form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("version", "trusts")}
        try:
            actions.write_memo(organisation, form.words(), code=code, by=request.user, **asked)
        except ChangedMeanwhile:
            return late(request, form, sheet_of(request, code), ("library:memo", code))
        except DomainError as refusal:
            form.add_error(_place(refusal), sentence(refusal))
        else:
            return see_other("library:memo", code)
    return _form_page(request, form, sheet)


def _form_page(request: HttpRequest, form: MemoForm, sheet: Any) -> HttpResponse:
    context = {"form": form, "memo": sheet}
    return render_page(request, "library/memo_form.html", context, status=422 if form.is_bound else 200)


def _place(refusal: DomainError) -> str | None:
    """The field beside which it is said."""
    return PLACES.get(type(refusal))


def _formats(organisation: Any) -> list[tuple[str, str]]:
    return [(one.code, one.called_in(organisation)) for one in formats_for(organisation)]


@allow(rules.edits_library, methods=("POST",))
def memo_step(request: HttpRequest, code: str) -> HttpResponse:
    """Show, hide, take the shipped words again, delete an own one."""
    sheet, step = sheet_of(request, code), request.POST.get("step", "")
    organisation = organisation_of(request)
    if step in ("show", "hide"):
        actions.show_memo(organisation, code, is_shown=step == "show", by=request.user)
        return see_other("library:memo", code)
    if step != "restore":
        raise Http404
    actions.restore_memo(organisation, code, by=request.user)
    if sheet.is_own:
        messages.success(request, _("«%(title)s» больше нет.") % {"title": sheet.title})
        return see_other("library:index")
    return see_other("library:memo", code)


@allow(rules.edits_library, methods=("POST",))
def add_file(request: HttpRequest, code: str) -> HttpResponse:
    sheet = sheet_of(request, code)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.add_file(organisation_of(request), code, title=file.name, content=file.read(), by=request.user)
        except DomainError as refusal:
            form.add_error("file", sentence(refusal))
        else:
            return see_other("library:memo", code)
    return memo_page(request, sheet, form)


@allow(rules.edits_library, methods=("POST",))
def remove_file(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.files_visible_to(request.user), pk, rules.can_change_file, request.user)
    code = found.memo.code
    try:
        actions.remove_file(found, by=request.user)
    except LastOfMaterial as refusal:
        messages.error(request, sentence(refusal))
    return see_other("library:memo", code)
