"""Asking for papers of many: whom they are for, or which ones that are there."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents import actions, queries, rules
from nastavnik.domain.documents.kinds import DocumentKind
from nastavnik.domain.documents.queries.batches import to_gather
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.web.documents.batch_forms import BatchForm, ChooseForm, GatherForm, WhomForm
from nastavnik.web.documents.subjects import for_many
from nastavnik.web.shell import searching
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def batch_new(request: HttpRequest) -> HttpResponse:
    """Which paper, and for whom?"""
    programmes = [row for row in programmes_visible_to(request.user) if rules.can_prepare_for(request.user, row)]
    chosen = ChooseForm(request.GET or None, programmes=programmes)
    programme, kind = chosen.chosen()
    context: dict[str, Any] = {"choose": chosen, "programme": programme, "kind": kind, "programmes": programmes}
    if programme is None or kind is None:
        return render_page(request, "documents/batch_new.html", context)
    if kind.code == "certificate":
        return see_other("documents:certificates")
    today = clock.today(programme.organisation.time_zone)
    whom = WhomForm(request.GET, rows=for_many(request.user, kind, programme, today))
    rows = whom.shown
    start = {"rows": rows, "is_ticked": whom.is_ticked, "initial": {"dated_on": today}}
    form = BatchForm(request.POST or None, kind=kind, **start)
    if request.method == "POST" and form.is_valid():
        try:
            return see_other("documents:batch", _order(request, kind, form).pk)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
    context |= {
        "form": form,
        "whom": whom,
        "marks": [(mark, _marked(request, mark)) for mark in ("all", "none")],
        "rows": form.shown(),
        "waiting": sum(row.waits for row in rows),
        "there": queries.papers_of([programme.pk], [kind.code]).count(),
    }
    return render_page(request, "documents/batch_new.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.prepares_documents, methods=("POST",))
def gather(request: HttpRequest) -> HttpResponse:
    """One archive and one file to print of the papers that the register shows, or of one programme."""
    asked = GatherForm(request.POST).asked()
    programme = asked.pop("programme", None)
    rows = queries.visible_to(request.user)
    if programme:
        rows = rows.filter(programme=programme)
    text = searching.words(request, "documents") if request.POST.get("words") else ""
    papers = to_gather(request.user, queries.registry(rows, text=text, **asked))
    day = clock.today(papers[0].organisation.time_zone) if papers else clock.today()
    return see_other("documents:batch", actions.gather_papers(papers, dated_on=day, by=request.user).pk)


def _marked(request: HttpRequest, mark: str) -> str:
    """The address of the same page with everybody ticked or nobody."""
    query = request.GET.copy()
    query["marks"] = mark
    return f"?{query.urlencode()}#h-whom"


def _order(request: HttpRequest, kind: DocumentKind, form: BatchForm) -> Any:
    return actions.order_batch(
        kind.code,
        form.cleaned_data["targets"],
        dated_on=form.cleaned_data["dated_on"],
        answers=form.answers,
        base=request.build_absolute_uri("/"),
        by=request.user,
    )
