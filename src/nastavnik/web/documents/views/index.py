"""The registry of papers, with who waits for one above it."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.domain.documents import queries, rules
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import KINDS, kind_of
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

ON_A_PAGE = 50
TITLES = {kind.code: kind.title for kind in KINDS}


@allow(rules.sees_documents, methods=("GET", "HEAD", "POST"))
def index(request: HttpRequest) -> HttpResponse:
    """Which papers were made?"""
    chosen = {"kind": _one_of(request, "kind", TITLES), "state": _one_of(request, "state", DocumentState.values)}
    if asked := searching.asked(request, "documents"):
        return asked
    text = searching.words(request, "documents")
    visible = queries.visible_to(request.user)
    page = Paginator(queries.registry(visible, text=text, **chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(document, kind_of(document.kind).title) for document in page],
        "text": text,
        **chosen,
        "chips": _chips(visible),
        "waiting": _waiting(request.user) if rules.prepares_documents(request.user) else None,
        "is_staff": rules.decides_on_documents(request.user),
    }
    return render_page(request, "documents/index.html", context)


def _one_of(request: HttpRequest, name: str, known: Any) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in known else ""


def _chips(visible: Any) -> list[tuple[str, str, Any, int]]:
    """(parameter, value, title, number) of the saved views: all, by kind, and what waits for a decision."""
    counted = visible.order_by().values_list("kind", "state").annotate(Count("pk"))
    kinds, states = Counter[str](), Counter[str]()
    for kind, state, number in counted:
        kinds[kind] += number
        states[state] += number
    found = [("kind", code, title, kinds[code]) for code, title in TITLES.items() if kinds[code]]
    by_state = (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.REVOKED)
    return found + [("state", state.value, state.label, states[state]) for state in by_state if states[state]]


def _waiting(user: Any) -> dict[str, Any]:
    """Modules with pairs without an order, and how many people wait for a certificate; two queries."""
    pairs = queries.orderable(user).order_by("module__programme__title", "module_id")
    modules: dict[int, dict[str, Any]] = {}
    for pk, module, programme, needed in pairs.values_list(
        "module_id", "module__title", "module__programme__title", "module__programme__needs_order"
    ):
        row = modules.setdefault(pk, {"pk": pk, "module": module, "programme": programme, "needed": needed, "pairs": 0})
        row["pairs"] += 1
    return {"orders": list(modules.values()), "certificates": queries.awaiting_certificate(user).count()}
