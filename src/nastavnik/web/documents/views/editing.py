"""A draft: its number, day and answers, and the forms of names in it."""

from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.documents import actions, adapter, queries, rules
from nastavnik.domain.documents.errors import NumberTaken
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import CASES, DOUBTS, shown
from nastavnik.web.documents.forms import NameForm
from nastavnik.web.documents.paper_forms import ASK, EditForm
from nastavnik.web.shell.late import both_texts
from nastavnik.web.shell.render import render_page


@allow(rules.prepares_documents)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another number, day or answer?"""
    found = _draft(request, pk, rules.can_edit_whole)
    form = _form(request.POST or None, found)
    if request.method == "POST" and form.is_valid():
        try:
            _save(found, form, request.user)
        except ChangedMeanwhile as late:
            return _late(request, form, late.subject)
        except DomainError as refusal:
            form.add_error("number" if isinstance(refusal, NumberTaken) else None, sentence(refusal))
        else:
            return see_other("documents:document", pk)
    return _edit_page(request, found, form, 422 if request.method == "POST" else 200)


@allow(rules.prepares_documents)
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """Are the names in the right form? Each name is saved by itself."""
    found = _draft(request, pk, rules.can_edit)
    checks = adapter.name_checks(found)
    sent = (request.POST.get("person"), request.POST.get("case"))
    forms = []
    for check in checks:
        is_sent = request.method == "POST" and sent == (str(check.person.pk), check.case.value)
        form = NameForm(request.POST if is_sent else None, check=check)
        if is_sent and form.is_valid():
            given = {"forms": form.forms, "version": form.cleaned_data["version"]}
            try:
                actions.correct_name(found, person=check.person, case=check.case, by=request.user, **given)
            except ChangedMeanwhile as late:
                form.take_again(late.subject.version)
                forms.append((check, CASES[check.case], [DOUBTS[doubt] for doubt in check.doubts], form))
                continue
            messages.success(request, _("Форма записана и пойдёт в следующие бумаги."))
            return see_other("documents:names" if len(checks) > 1 else "documents:document", pk)
        forms.append((check, CASES[check.case], [DOUBTS[doubt] for doubt in check.doubts], form))
    context = {"document": found, "title": shown(found), "forms": forms}
    return render_page(request, "documents/names.html", context, status=422 if request.method == "POST" else 200)


def _draft(request: HttpRequest, pk: int, rule: Any) -> Any:
    """A draft that the user prepares; a paper that has left the draft is not changed by any page."""
    return fetch(queries.visible_to(request.user), pk, rule, request.user)


def _save(found: Any, form: EditForm, by: Any) -> None:
    given = {name: form.cleaned_data[name] for name in ("dated_on", "version")}
    actions.edit_paper(found, number=form.number, answers=form.answers, by=by, **given)


def _form(sent: Any, found: Any) -> EditForm:
    start = {name: getattr(found, name) for name in ("number", "dated_on", "version")}
    return EditForm(sent, kind=kind_of(found.kind), answers=found.answers, initial=start)


def _edit_page(request: HttpRequest, found: Any, form: EditForm, status: int, **more: Any) -> HttpResponse:
    context = {"document": found, "title": shown(found), "form": form, **more}
    return render_page(request, "documents/edit.html", context, status=status)


def _late(request: HttpRequest, form: EditForm, now: Any) -> HttpResponse:
    """Both texts, and the form as it was typed, ready to be saved over what is there now."""
    typed = request.POST.copy()
    typed["version"] = now.version
    said = {f"{ASK}{code}": answer for code, answer in now.answers.items()}
    there = SimpleNamespace(number=now.number, dated_on=now.dated_on, **said)
    return _edit_page(request, now, _form(typed, now), 409, differences=both_texts(form, there))
