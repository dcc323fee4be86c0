"""The intake's own questions on the page where staff copy an application from paper: all at once, none demanded."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from nastavnik.domain.intake import actions, queries
from nastavnik.domain.questionnaires.fields import raw_answers
from nastavnik.domain.questionnaires.specs import Question
from nastavnik.web.shell.questions import Drawn, drawn

MARK = "own_"  # a question may have the code of a field of the application


def drawn_questions(request: HttpRequest, own: queries.Extra | None) -> list[Drawn]:
    """Every question, conditional ones too, with what was said or has just been typed."""
    if own is None:
        return []
    questions = [_marked(question) for section in own.spec.sections for question in section.questions]
    said: Mapping[str, Any] = {MARK + name: value for name, value in own.answers.items()}
    return drawn(questions, raw_answers(questions, request.POST.getlist) if request.method == "POST" else said)


def keep(request: HttpRequest, application: Any) -> None:
    """Save what was copied; where nothing was, nothing begins."""
    own = queries.extra_of(application)
    if own is None:
        return
    for page, section in enumerate(own.spec.sections):
        marked = raw_answers([_marked(question) for question in section.questions], request.POST.getlist)
        typed = {name.removeprefix(MARK): value for name, value in marked.items()}
        if any(typed.values()) or application.extra_sheet_id:
            actions.save_extra(application, typed, page=page)


def _marked(question: Question) -> Question:
    """Not demanded: what is not on the paper is left out."""
    return replace(question, code=MARK + question.code, is_required=False)
