"""One paper with its appendices: what it says, its files, what should be looked at."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file
from nastavnik.access.fetch import fetch
from nastavnik.domain.documents import adapter, queries, rules
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import DOUBTS, paper, shown, warning
from nastavnik.domain.files.queries import read
from nastavnik.web.shell.render import render_page


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Is the text right? The head reads an order and its appendices on one page."""
    found = fetch(queries.visible_to(request.user), pk)
    can = rules.acts(request.user, found)
    appendices = list(queries.appendices_of(found))
    context = {
        "document": found,
        "title": shown(found),
        "kind": kind_of(found.kind),
        "parts": [_part(request.user, one) for one in (found, *appendices)],
        "can": can,
        "to_add": _to_add(found, appendices) if can.edit else (),
        "is_staff": rules.decides_on_documents(request.user),
        **_editions(request.user, found),
        **_to_look_at(request.user, found, can),
    }
    return render_page(request, "documents/document.html", context)


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def docx(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "docx")


@allow(rules.sees_documents, methods=("GET", "HEAD"))
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "pdf")


def _file(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    file = getattr(fetch(queries.visible_to(request.user), pk), format)
    if file is None:
        raise Http404
    return give_file(read(file), title=file.title, content_type=file.content_type)


def _part(user: Any, one: Any) -> dict[str, Any]:
    """The paper or one of its appendices as the page shows it."""
    said = adapter.kept_paper(one)
    can = rules.acts(user, one)
    sections = [(section, section.code in one.sections) for section in said.sections if section.is_editable]
    return {
        "document": one,
        "kind": kind_of(one.kind),
        "paper": said,
        "can": can,
        "sections": sections if can.write else [],
        "by_hand": bool(one.sections),
    }


def _to_add(found: Any, appendices: list[Any]) -> list[tuple[str, Any]]:
    """(kind, title) of appendices that the paper may have and has not."""
    there = {one.kind for one in appendices}
    return [(code, kind_of(code).title) for code in kind_of(found.kind).appendices if code not in there]


def _editions(user: Any, found: Any) -> dict[str, Any]:
    """What this paper replaces and what replaces it, where the user may see those."""
    if found.replaces_id is None and not rules.decides_on_documents(user):
        return {}
    next_one = queries.replaced_by(found)
    former = found.replaces if found.replaces_id and rules.decides_on_documents(user) else None
    return {
        "former": former,
        "former_title": paper(former) if former else "",
        "next_one": next_one if next_one and queries.visible_to(user).filter(pk=next_one.pk).exists() else None,
        "changes": adapter.changes_of(found) if former else (),
    }


def _to_look_at(user: Any, found: Any, can: rules.Acts) -> dict[str, Any]:
    """What who prepares or approves should see before it is signed: nothing of it stops anybody."""
    if not (can.edit or can.approve or (found.state == DocumentState.SUBMITTED and rules.can_prepare(user, found))):
        return {}
    checks = adapter.name_checks(found) if can.edit else []
    return {
        "warnings": [(one.code, warning(one)) for one in adapter.warnings_for(found)],
        "doubts": [(check, [DOUBTS[doubt] for doubt in check.doubts]) for check in checks],
        "sent_back": queries.last_note(found) if can.edit else None,
    }
