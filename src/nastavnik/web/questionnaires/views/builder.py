"""The builder: the preview is the editor. Every step is saved; what was removed can be put back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.questionnaires import actions, editing, queries, rules
from nastavnik.domain.questionnaires.enums import VersionState
from nastavnik.domain.questionnaires.messages import problem_sentence
from nastavnik.domain.questionnaires.spec_checking import check_spec
from nastavnik.domain.questionnaires.specs import (
    Kind,
    Question,
    Scoring,
    Spec,
    SpecBroken,
    from_plain,
    scoring_from_plain,
    to_plain,
)
from nastavnik.web.questionnaires.forms import HeadingForm, QuestionForm, SectionForm
from nastavnik.web.questionnaires.forms.question import KINDS
from nastavnik.web.shell.posted import number
from nastavnik.web.shell.questions import drawn
from nastavnik.web.shell.render import render_page

UNDO = "questionnaires_undo"  # the former questions of one draft, in the session of who removed something
REMOVES = ("remove", "remove_with_hanging", "section_remove")


@allow(rules.edits_questionnaires, methods=("GET", "HEAD"))
def build(request: HttpRequest, pk: int) -> HttpResponse:
    """What does the person see, and what is to be changed?"""
    draft = _draft(request, pk)
    spec, scoring = draft.asked, draft.scored
    problems = check_spec(spec, scoring)
    context = {
        "draft": draft,
        "spec": spec,
        "scoring": scoring,
        "pages": _pages(spec, problems),
        "kinds": [(kind.value, title) for kind, title in KINDS.items()],
        "problems": [problem_sentence(problem) for problem in problems if not problem.where],
        "is_sound": not problems,
        "problem_count": len(problems),
        "can_undo": request.session.get(UNDO, {}).get("pk") == pk,
        "is_first_version": draft.number == 1,
    }
    return render_page(request, "questionnaires/build.html", context)


@allow(rules.edits_questionnaires, methods=("POST",))
def build_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Move, copy, remove, add a page, put back: one tap each."""
    draft = _draft(request, pk)
    spec = draft.asked
    step, code, place = request.POST.get("step", ""), request.POST.get("code", ""), number(request, "section")
    steps: dict[str, Callable[[], Spec]] = {
        "up": lambda: editing.move_question(spec, code, "up"),
        "down": lambda: editing.move_question(spec, code, "down"),
        "copy": lambda: editing.copy_question(spec, code),
        "remove": lambda: editing.remove_question(spec, code),
        "remove_with_hanging": lambda: editing.remove_with_hanging(spec, code),
        "section_add": lambda: editing.add_section(spec),
        "section_up": lambda: editing.move_section(spec, -1 if place is None else place, "up"),
        "section_down": lambda: editing.move_section(spec, -1 if place is None else place, "down"),
        "section_remove": lambda: editing.remove_section(spec, -1 if place is None else place),
        "undo": lambda: _former(request, pk, spec),
    }
    if step not in steps:
        raise Http404
    if step == "remove" and not request.POST.get("is_sure") and editing.hanging_on(spec, code):
        return _is_it_meant(request, draft, code)
    changed = steps[step]()
    if step in REMOVES:
        request.session[UNDO] = {"pk": pk, "spec": to_plain(spec), "scoring": to_plain(draft.scored)}
    scoring = _former_scoring(request, pk, draft.scored) if step == "undo" else draft.scored
    if step == "undo":
        request.session.pop(UNDO, None)
    _save(request, draft, changed, editing.without_lost(scoring, changed))
    anchor = f"q-{code}" if step in ("up", "down", "copy") else f"s-{place}" if place is not None else "main"
    return _back(pk, anchor)


def _is_it_meant(request: HttpRequest, draft: Any, code: str) -> HttpResponse:
    """Other questions hang on the answer to this one: what becomes of them?"""
    spec = draft.asked
    numbers = {question.code: place for place, question in enumerate(spec.questions(), 1)}
    context = {
        "draft": draft,
        "question": spec.question(code),
        "number": numbers[code],
        "hanging": [(numbers[one.code], one.text) for one in editing.hanging_on(spec, code)],
        "version": number(request, "version") or draft.version,
    }
    return render_page(request, "questionnaires/remove.html", context, status=422)


@allow(rules.edits_questionnaires)
def add_question(request: HttpRequest, pk: int) -> HttpResponse:
    """A new question of the chosen kind, at the end of a page."""
    draft = _draft(request, pk)
    spec, section = draft.asked, request.GET.get("section", "0")
    try:
        kind = Kind(request.GET.get("kind", Kind.SCALE))
    except ValueError:
        raise Http404 from None
    if not section.isdecimal() or len(section) > 3 or int(section) >= len(spec.sections):
        raise Http404
    question = editing.new_question(spec, kind)
    ahead = editing.add_question(spec, int(section), question)
    return _question(request, draft, ahead, question, is_new=True)


@allow(rules.edits_questionnaires)
def question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One question: its words, answers, when it is asked."""
    draft = _draft(request, pk)
    spec = draft.asked
    found = spec.question(code)
    if found is None:
        raise Http404
    try:
        changed = Kind(request.GET.get("kind", "") or found.kind)
    except ValueError:
        raise Http404 from None
    return _question(request, draft, spec, replace(found, kind=changed), is_new=False)


@allow(rules.edits_questionnaires)
def section(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """What is the page called?"""
    draft = _draft(request, pk)
    spec = draft.asked
    if place >= len(spec.sections):
        raise Http404
    here = spec.sections[place]
    form = SectionForm(request.POST or None, initial={"title": here.title, "note": here.note})
    if request.method == "POST" and form.is_valid():
        _save(request, draft, editing.change_section(spec, place, **form.cleaned_data))
        return _back(pk, f"s-{place}")
    context = {"form": form, "draft": draft, "place": place + 1}
    return render_page(request, "questionnaires/section.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_questionnaires)
def heading(request: HttpRequest, pk: int) -> HttpResponse:
    """What is written above the first question?"""
    draft = _draft(request, pk)
    spec = draft.asked
    now = {"title": spec.title, "note": spec.intro, "is_familiar": spec.is_familiar}
    form = HeadingForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        title, intro = given["title"].strip(), given["note"].strip()
        _save(request, draft, replace(spec, title=title, intro=intro, is_familiar=given["is_familiar"]))
        return _back(pk, "main")
    context = {"form": form, "draft": draft, "place": 0}
    return render_page(request, "questionnaires/section.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_questionnaires, methods=("POST",))
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on this is asked."""
    draft = _draft(request, pk)
    actions.publish(draft, by=request.user)
    messages.success(request, _("Анкета действует. Теперь её можно разослать опросом или напечатать."))
    return see_other("questionnaires:questionnaire", draft.questionnaire_id)


def _question(request: HttpRequest, draft: Any, spec: Spec, question: Question, *, is_new: bool) -> HttpResponse:
    form = QuestionForm(request.POST or None, spec=spec, question=question)
    status = 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        changed = editing.change_question(spec, question.code, form.built())
        try:
            _save(request, draft, changed)
        except ChangedMeanwhile as late:
            # Nothing typed is lost: the form stands there again and is written over what is there now.
            form.add_error(None, sentence(late))
            draft.refresh_from_db()
            status = 409
        else:
            return _back(draft.pk, f"q-{question.code}")
    context = {
        "form": form,
        "draft": draft,
        "question": question,
        "kind_title": KINDS[question.kind],
        "kinds": [(kind.value, title) for kind, title in KINDS.items()],
        "is_new": is_new,
    }
    return render_page(request, "questionnaires/question.html", context, status=status)


def _draft(request: HttpRequest, pk: int) -> Any:
    """The version as it is edited; what is in force opens no builder."""
    version = fetch(queries.versions_visible_to(request.user), pk, rules.can_edit_version, request.user)
    if version.state != VersionState.DRAFT:
        raise Http404
    return version


def _save(request: HttpRequest, draft: Any, spec: Spec, scoring: Scoring | None = None) -> None:
    """Written if nobody wrote since the page was drawn."""
    drawn_from = number(request, "version")
    version = draft.version if drawn_from is None else drawn_from
    actions.save_draft(draft, spec=spec, scoring=scoring, version=version, by=request.user)


def _back(pk: int, anchor: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('questionnaires:build', args=(pk,))}#{anchor}", status=303)


def _former(request: HttpRequest, pk: int, spec: Spec) -> Spec:
    kept = request.session.get(UNDO, {})
    try:
        return from_plain(kept["spec"]) if kept.get("pk") == pk else spec
    except SpecBroken:
        return spec


def _former_scoring(request: HttpRequest, pk: int, scoring: Scoring) -> Scoring:
    kept = request.session.get(UNDO, {})
    return scoring_from_plain(kept["scoring"]) if kept.get("pk") == pk else scoring


def _pages(spec: Spec, problems: Any) -> list[tuple[Any, list[Any]]]:
    """(page, [(question as it will look, what is wrong with it)])."""
    wrong: dict[str, list[str]] = {}
    for problem in problems:
        wrong.setdefault(problem.where, []).append(problem_sentence(problem))
    numbers = {question.code: place for place, question in enumerate(spec.questions(), 1)}
    found, first = [], 1
    for part in spec.sections:
        shown = drawn(part.questions, {}, first=first)
        first += len(part.questions)
        rows = [(one, wrong.get(one.question.code, []), _hangs_on(one.question, numbers)) for one in shown]
        found.append((part, rows))
    return found


def _hangs_on(question: Question, numbers: dict[str, int]) -> int | None:
    """The number of the question whose answer decides whether this one is asked."""
    return numbers.get(question.shown_if.code) if question.shown_if else None
