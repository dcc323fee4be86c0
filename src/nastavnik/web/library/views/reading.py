"""The library as a reader meets it: what happened, what is there for it, one sheet, a stack to print."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file
from nastavnik.access.fetch import fetch
from nastavnik.domain.files.queries import read
from nastavnik.domain.library import queries, rules
from nastavnik.domain.library.situations import spoken
from nastavnik.web.library.forms import FileForm
from nastavnik.web.library.shelf import PLACE, organisation_of, shelf_of
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

AT_ONCE = 40
MOST_PRINTED = 60


@allow(rules.reads_library, methods=("GET", "HEAD", "POST"))
def index(request: HttpRequest) -> HttpResponse:
    """«Что случилось?», then what is for the reader, then the rest."""
    if answer := searching.asked(request, PLACE):
        return answer
    shelf = shelf_of(request)
    page = Paginator(shelf.sheets, AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "shelf": shelf,
        "page": page,
        "mine": [one for one, is_mine in page if is_mine],
        "others": [one for one, is_mine in page if not is_mine],
        "asked": shelf.chosen.address(),
    }
    return render_page(request, "library/index.html", context)


@allow(rules.reads_library, methods=("GET", "HEAD"))
def stack(request: HttpRequest) -> HttpResponse:
    """The chosen sheets with their words, to be printed."""
    shelf = shelf_of(request)
    texts = [one for one, _is_mine in shelf.sheets if one.body and not one.is_hidden]
    context = {"shelf": shelf, "texts": texts[:MOST_PRINTED], "left": max(0, len(texts) - MOST_PRINTED)}
    return render_page(request, "library/stack.html", context | {"asked": shelf.chosen.address()})


@allow(rules.reads_library, methods=("GET", "HEAD"))
def memo(request: HttpRequest, code: str) -> HttpResponse:
    """One sheet; printed from the browser it fits a page."""
    return memo_page(request, sheet_of(request, code))


@allow(rules.reads_library, methods=("GET", "HEAD"))
def file(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.files_visible_to(request.user), pk)
    sheet_of(request, found.memo.code, of=found.memo.organisation)
    return give_file(read(found.file), title=found.file.title, content_type=found.file.content_type)


def sheet_of(request: HttpRequest, code: str, of: Any = None) -> Any:
    """A sheet that the reader may read, also a hidden one for who edits; else 404. `of`: of another institution than
    the one that is open."""
    organisation = of or organisation_of(request)
    readers = queries.audiences_of(request.user, organisation)
    found = queries.memo(organisation, code, audiences=readers)
    stands = found is not None and found.is_readable and not found.is_hidden
    if found is None or not (stands or rules.can_edit_in(request.user, organisation)):
        raise Http404
    return found


def memo_page(request: HttpRequest, sheet: Any, form: FileForm | None = None) -> HttpResponse:
    organisation = organisation_of(request)
    readers = queries.audiences_of(request.user, organisation)
    context = {
        "memo": sheet,
        "situations": [(code, spoken(code, readers)) for code in sheet.situations],
        "files": list(queries.files_of(organisation, sheet.code)),
        "edits": rules.can_edit_in(request.user, organisation),
        "form": form or FileForm(),
    }
    return render_page(request, "library/memo.html", context, status=422 if form else 200)
