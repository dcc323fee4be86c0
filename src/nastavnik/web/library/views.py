"""The library: memos to read and to print; the coordinator's words over them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.files.queries import read
from nastavnik.domain.library import actions, queries, rules
from nastavnik.domain.library.enums import Topic
from nastavnik.web.library.forms import FileForm, MemoForm, now_of
from nastavnik.web.shell import searching
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

PLACE = "library:index"


@allow(rules.reads_library, methods=("GET", "HEAD", "POST"))
def index(request: HttpRequest) -> HttpResponse:
    """What there is for the reader, by topic."""
    if answer := searching.asked(request, PLACE):
        return answer
    organisation = _organisation(request)
    topic = request.GET.get("topic", "")
    edits = rules.can_edit_in(request.user, organisation)
    readers = queries.audiences_of(request.user, organisation)
    text = searching.words(request, PLACE)
    found = queries.matching(queries.memos(organisation, audiences=readers, hidden=edits), text)
    context = {
        "memos": [one for one in found if topic in ("", one.topic)],
        "topics": [(code, label) for code, label in Topic.choices if any(one.topic == code for one in found)],
        "topic": topic,
        "words": text,
        "edits": edits,
    }
    return render_page(request, "library/index.html", context)


@allow(rules.reads_library, methods=("GET", "HEAD"))
def memo(request: HttpRequest, code: str) -> HttpResponse:
    """One memo; printed from the browser it fits a sheet."""
    sheet = _sheet(request, code)
    return _page(request, sheet)


def _page(request: HttpRequest, sheet: Any, form: FileForm | None = None) -> HttpResponse:
    organisation = _organisation(request)
    context = {
        "memo": sheet,
        "files": list(queries.files_of(organisation, sheet.code)),
        "edits": rules.can_edit_in(request.user, organisation),
        "form": form or FileForm(),
    }
    return render_page(request, "library/memo.html", context, status=422 if form else 200)


@allow(rules.edits_library)
def new_memo(request: HttpRequest) -> HttpResponse:
    form = MemoForm(request.POST or None, initial={"audiences": ["mentor"], "topic": Topic.MEETINGS})
    return _write(request, form, None)


@allow(rules.edits_library)
def edit_memo(request: HttpRequest, code: str) -> HttpResponse:
    sheet = _sheet(request, code)
    return _write(request, MemoForm(request.POST or None, initial=now_of(sheet)), sheet)


def _write(request: HttpRequest, form: MemoForm, sheet: Any) -> HttpResponse:
    organisation = _organisation(request)
    if request.method == "POST" and form.is_valid():
        code = sheet.code if sheet else ""
        try:
            row = actions.write_memo(
                organisation, form.words(), code=code, version=form.cleaned_data["version"], by=request.user
            )
        except ChangedMeanwhile:
            return late(request, form, _sheet(request, code), ("library:memo", code))
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("library:memo", row.code)
    context = {"form": form, "memo": sheet}
    return render_page(request, "library/memo_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_library, methods=("POST",))
def memo_step(request: HttpRequest, code: str) -> HttpResponse:
    """Show, hide, take the shipped words again, delete an own one."""
    sheet, step = _sheet(request, code), request.POST.get("step", "")
    organisation = _organisation(request)
    if step in ("show", "hide"):
        actions.show_memo(organisation, code, is_shown=step == "show", by=request.user)
        return see_other("library:memo", code)
    if step != "restore":
        raise Http404
    actions.restore_memo(organisation, code, by=request.user)
    if sheet.is_own:
        messages.success(request, _("Памятка удалена."))
        return see_other("library:index")
    return see_other("library:memo", code)


@allow(rules.edits_library, methods=("POST",))
def add_file(request: HttpRequest, code: str) -> HttpResponse:
    sheet = _sheet(request, code)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.add_file(_organisation(request), code, title=file.name, content=file.read(), by=request.user)
        except DomainError as refusal:
            form.add_error("file", sentence(refusal))
        else:
            return see_other("library:memo", code)
    return _page(request, sheet, form)


@allow(rules.reads_library, methods=("GET", "HEAD"))
def file(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.files_visible_to(request.user), pk)
    _sheet(request, found.memo.code)
    return give_file(read(found.file), title=found.file.title, content_type=found.file.content_type)


@allow(rules.edits_library, methods=("POST",))
def remove_file(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.files_visible_to(request.user), pk, rules.can_change_file, request.user)
    code = found.memo.code
    actions.remove_file(found, by=request.user)
    return see_other("library:memo", code)


def _organisation(request: HttpRequest) -> Any:
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    return organisation


def _sheet(request: HttpRequest, code: str) -> Any:
    organisation = _organisation(request)
    readers = queries.audiences_of(request.user, organisation)
    found = queries.memo(organisation, code, audiences=readers)
    if found is None or (found.is_hidden and not rules.can_edit_in(request.user, organisation)):
        raise Http404
    return found
