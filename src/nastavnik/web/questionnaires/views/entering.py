"""Copying answers from paper: the next sheet opens by itself; numbers are typed, not ticked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.monitoring import actions, queries, rules, tokens
from nastavnik.domain.people.rules import signed_in
from nastavnik.domain.questionnaires.messages import mistake_sentence
from nastavnik.domain.questionnaires.quick import answers_from, cells_of
from nastavnik.web.shell.render import render_page


@allow(rules.enters_answers)
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose sheet is in your hand? Found by the code on it or in the list."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_enter, request.user)
    if row.survey.is_anonymous:
        return see_other("questionnaires:enter_sheet", pk)
    waiting = queries.silent(row, clock.today(row.survey.organisation.time_zone))
    wrong = ""
    if request.method == "POST":
        digest = tokens.digest_of(request.POST.get("code", ""))
        found = waiting.filter(token_digest=digest).first()
        if found:
            return see_other("questionnaires:enter_one", pk, found.pk)
        wrong = _("Листа с таким кодом здесь нет: сверьте буквы. Может быть, он уже введён.")
    context = {"wave": row, "waiting": waiting, "wrong": wrong, "code": request.POST.get("code", "")[:40]}
    return render_page(request, "questionnaires/enter.html", context, status=422 if wrong else 200)


@allow(rules.enters_answers)
def enter_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet without a name."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_enter, request.user)
    if not row.survey.is_anonymous:
        raise Http404
    return _entered(request, row, None)


@allow(rules.enters_answers)
def enter_one(request: HttpRequest, pk: int, invitation: int) -> HttpResponse:
    """The sheet of this person."""
    row = fetch(queries.waves_visible_to(request.user), pk, rules.can_enter, request.user)
    invited = fetch(queries.invitations_of(row, clock.today(row.survey.organisation.time_zone)), invitation)
    if row.survey.is_anonymous:
        raise Http404
    return _entered(request, row, invited)


@allow(signed_in, methods=("GET", "HEAD"))
def mine(request: HttpRequest) -> HttpResponse:
    """What am I asked?"""
    waiting = [
        (invitation, tokens.token_for(invitation.wave.code, invitation.person_id))
        for invitation in queries.waiting_for(request.user)
    ]
    return render_page(request, "questionnaires/mine.html", {"waiting": waiting})


def _entered(request: HttpRequest, row: Any, invited: Any) -> HttpResponse:
    spec = row.questionnaire_version.asked
    mistakes: Any = ()
    if request.method == "POST":
        typed = answers_from(spec.questions(), lambda name: request.POST.get(name, ""))
        sheet, mistakes = actions.enter_paper(row, typed, invitation=invited, by=request.user)
        if sheet:
            messages.success(request, _("Записано."))
            return _next(row, invited)
    wrong = {mistake.field: mistake_sentence(mistake) for mistake in mistakes}
    for mistake in mistakes:
        wrong.setdefault(mistake.question, mistake_sentence(mistake))
    context = {
        "wave": row,
        "invited": invited,
        "sections": [(part, _rows(request, part.questions, spec, wrong)) for part in spec.sections],
        "wrong": len(mistakes),
    }
    return render_page(request, "questionnaires/enter_sheet.html", context, status=422 if mistakes else 200)


def _rows(request: HttpRequest, questions: Any, spec: Any, wrong: dict[str, str]) -> list[Any]:
    """(number of the question, question, [(field, what was typed, what is wrong)])."""
    numbers = {question.code: place for place, question in enumerate(spec.questions(), 1)}
    return [
        (
            numbers[question.code],
            question,
            [(cell, request.POST.get(cell.name, ""), wrong.get(cell.name, "")) for cell in cells_of(question)],
        )
        for question in questions
    ]


def _next(row: Any, invited: Any) -> HttpResponse:
    """The next in the list; the list itself when there is none left."""
    if invited is None:
        return see_other("questionnaires:enter_sheet", row.pk)
    following = queries.silent(row, clock.today(row.survey.organisation.time_zone)).first()
    if following is None:
        return see_other("questionnaires:wave", row.pk)
    return see_other("questionnaires:enter_one", row.pk, following.pk)
