"""A new paper of any kind: only what must be asked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents import actions, queries, rules
from nastavnik.domain.documents.errors import NumberTaken
from nastavnik.domain.documents.kinds import KINDS, DocumentKind, kind_of
from nastavnik.domain.people.errors import HeadMissing
from nastavnik.domain.programmes.queries import visible_to as programmes_visible_to
from nastavnik.web.documents.paper_forms import PrepareForm
from nastavnik.web.documents.subjects import subjects_of
from nastavnik.web.shell.render import render_page

OWN_PAGES = ("appointment_order", "certificate", "programme_report")
PREPARED_HERE = {kind.code for kind in KINDS} - set(OWN_PAGES)


@allow(rules.prepares_documents)
def prepare(request: HttpRequest, programme_pk: int, code: str) -> HttpResponse:
    """What does the paper need that is not entered yet?"""
    programme = fetch(programmes_visible_to(request.user), programme_pk, rules.can_prepare_for, request.user)
    if code not in PREPARED_HERE or programme.type not in kind_of(code).programme_types:
        raise Http404
    kind = kind_of(code)
    subjects = subjects_of(request.user, kind, programme)
    form = _form(request, kind, programme, subjects)
    if request.method == "POST" and form.is_valid():
        try:
            document = _prepare(request, kind, programme, subjects, form)
        except DomainError as refusal:
            form.add_error("number" if isinstance(refusal, NumberTaken) else None, sentence(refusal))
        else:
            messages.success(request, _("Проект готов. Прочитайте его: он ещё никуда не ушёл."))
            return see_other("documents:document", document.pk)
    context = {"form": form, "kind": kind, "programme": programme, "nobody": subjects == {}}
    context["lacking"] = head_lacking(programme.organisation) if kind.head_signs else ""
    return render_page(request, "documents/prepare.html", context, status=422 if request.method == "POST" else 200)


def head_lacking(organisation: Any) -> str:
    """What is said before the form is filled where nobody signs yet; empty where somebody does."""
    head = queries.head_of(organisation, clock.today(organisation.time_zone))
    return "" if head else sentence(HeadMissing())


def _form(request: HttpRequest, kind: DocumentKind, programme: Any, subjects: Any) -> PrepareForm:
    today = clock.today(programme.organisation.time_zone)
    given = {paper.kind for paper in queries.papers_of([programme.pk], kind.appendices) if paper.appendix_to}
    start = {
        "number": queries.proposed_number(programme.organisation, kind.code, today),
        "dated_on": today,
        "subject": request.GET.get("subject", ""),
        "appendices": [one for one in kind.appendices if one not in given],
    }
    named = None if subjects is None else [(pk, title) for pk, (_row, title) in subjects.items()]
    appendices = [(one, kind_of(one).title) for one in kind.appendices]
    return PrepareForm(request.POST or None, kind=kind, subjects=named, appendices=appendices, initial=start)


def _prepare(request: HttpRequest, kind: DocumentKind, programme: Any, subjects: Any, form: PrepareForm) -> Any:
    about = {"programme": programme}
    if subjects is not None:
        about[kind.subject] = subjects[form.cleaned_data["subject"]][0]
    return actions.prepare(
        kind.code,
        number=form.number,
        dated_on=form.cleaned_data["dated_on"],
        answers=form.answers,
        appendices=form.cleaned_data.get("appendices", ()),
        by=request.user,
        **about,
    )
