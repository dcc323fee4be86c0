"""The register of papers, with who waits for one above it."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.domain.documents import queries, rules
from nastavnik.domain.documents.enums import Book, DocumentState
from nastavnik.domain.documents.kinds import KINDS, kind_of
from nastavnik.web.documents.forms import RegisterForm
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page

ON_A_PAGE = 50
TITLES = {kind.code: kind.title for kind in KINDS}
CHIPS = (
    DocumentState.DRAFT,
    DocumentState.SUBMITTED,
    DocumentState.ISSUED,
    DocumentState.REPLACED,
    DocumentState.REVOKED,
)


@allow(rules.sees_documents, methods=("GET", "HEAD", "POST"))
def index(request: HttpRequest) -> HttpResponse:
    """Which papers were made?"""
    if asked := searching.asked(request, "documents"):
        return asked
    text = searching.words(request, "documents")
    visible = queries.visible_to(request.user)
    counted = _counted(visible)
    form = _form(request, counted)
    state = request.GET.get("state", "")
    chosen = {**form.asked(), **({"state": state} if state in DocumentState.values else {})}
    page = Paginator(queries.registry(visible, text=text, **chosen), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(document, kind_of(document.kind).title, _below(document)) for document in page],
        "text": text,
        "form": form,
        "state": chosen.get("state", ""),
        "narrowed": chosen,
        "chips": _chips(_counted(queries.registry(visible, text=text)) if text else counted),
        "waiting": _waiting(request.user) if rules.prepares_documents(request.user) else None,
        "is_staff": rules.decides_on_documents(request.user),
        "prepares": rules.prepares_documents(request.user),
    }
    return render_page(request, "documents/index.html", context)


Counted = list[tuple[str, str, int, str, bool, int]]


def _counted(visible: Any) -> Counted:
    """(kind, state, year, book, is no appendix, number) of all that the user sees: one query."""
    stands_alone = ExpressionWrapper(Q(appendix_to__isnull=True), output_field=BooleanField())
    rows = visible.prefetch_related(None).order_by().values_list("kind", "state", "year", "book", stands_alone)
    return list(rows.annotate(Count("pk")))


def _form(request: HttpRequest, counted: Counted) -> RegisterForm:
    there = {kind for kind, *_rest in counted}
    years = sorted({year for _kind, _state, year, *_rest in counted}, reverse=True)
    books = {book for _kind, _state, _year, book, *_rest in counted}
    return RegisterForm(
        request.GET,
        kinds=[(code, title) for code, title in TITLES.items() if code in there],
        years=[(year, year) for year in years],
        books=[(book.value, book.label.capitalize()) for book in Book if book.value in books],
    )


def _chips(counted: Counted) -> list[tuple[str, Any, int]]:
    """(state, title, number) of the saved views; appendices count with their orders."""
    states: Counter[str] = Counter()
    for _kind, state, _year, _book, stands_alone, number in counted:
        states[state] += number if stands_alone else 0
    return [(state.value, state.label, states[state]) for state in CHIPS if states[state]]


def _below(document: Any) -> list[tuple[Any, Any]]:
    """The appendices that stand under their order, each with what it is called."""
    return [(one, kind_of(one.kind).title) for one in document.shown_appendices]


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
