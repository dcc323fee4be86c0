"""Many papers at once: for whom, how far it is, what came out."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file
from nastavnik.access.fetch import fetch
from nastavnik.domain.documents import rules
from nastavnik.domain.documents.batch_messages import batch_title, why_refused
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.queries.batches import OPEN, batches_visible_to, papers_seen_in
from nastavnik.domain.documents.queries.targets import target_names
from nastavnik.domain.files.queries import read
from nastavnik.web.shell.render import render_page

ON_A_PAGE = 50
RECENT = 30


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def batches(request: HttpRequest) -> HttpResponse:
    """What was made for many lately?"""
    rows = list(batches_visible_to(request.user)[:RECENT])
    return render_page(request, "documents/batches.html", {"rows": [(row, batch_title(row)) for row in rows]})


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """How far is it, and what came out?"""
    found = fetch(batches_visible_to(request.user), pk)
    context = {"batch": found, "title": batch_title(found), "stage": _stage(found)}
    if found.state in OPEN:
        return render_page(request, "documents/batch_running.html", context)
    page = Paginator(papers_seen_in(found, request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context |= {
        "page": page,
        "rows": [(document, kind_of(document.kind).title, ()) for document in page],
        "refused": _refused(found),
        "without_pdf": papers_seen_in(found, request.user).filter(pdf=None).count(),
    }
    response = render_page(request, "documents/batch.html", context)
    if request.htmx.target == "progress":  # type: ignore[attr-defined]
        response.headers["HX-Refresh"] = "true"
    return response


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def batch_archive(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "archive")


@allow(rules.prepares_documents, methods=("GET", "HEAD"))
def batch_print(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "print_file")


def _file(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    file = getattr(fetch(batches_visible_to(request.user), pk), name)
    if file is None:
        raise Http404
    return give_file(read(file), title=file.title, content_type=file.content_type)


def _stage(found: Any) -> str:
    if found.state == BatchState.QUEUED:
        return _("Ждёт очереди")
    if found.done < len(found.targets):
        return _("Готовим документы")
    return _("Собираем архив и файл для печати")


def _refused(found: Any) -> list[tuple[str, str]]:
    """(name, why) of those who got no paper."""
    names = target_names(found.kind, [pk for pk, _why in found.refused]) if found.refused else {}
    told = ((names.get(pk, _("запись удалена")), why) for pk, why in found.refused)
    return [(name, why_refused(why, name)) for name, why in told]
