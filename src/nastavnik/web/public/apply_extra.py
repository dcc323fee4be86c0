"""The last pages of an application: the intake's own questions, one section a page, kept as they are answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import actions, extra, pages, queries
from nastavnik.domain.intake.adapter import said_of, setting_of
from nastavnik.domain.questionnaires.fields import raw_answers
from nastavnik.web.public.apply_frame import page_of
from nastavnik.web.shell.questions import drawn


def following(application: Any, code: str) -> str:
    """The page after this one, "" where nothing more is asked; the intake's own questions come last."""
    number = extra.number_of(code)
    if number is None:
        further = pages.after(code, said_of(application), setting_of(application.intake))
        if further:
            return further
    own = queries.extra_of(application)
    return extra.after(-1 if number is None else number, own.pages) if own else ""


def last_page(application: Any) -> str:
    """The page to go back to from the summary."""
    own = queries.extra_of(application)
    usual = pages.before("check", said_of(application), setting_of(application.intake))
    return extra.before(extra.MOST, own.pages) if own and own.pages else usual


def pages_more(application: Any) -> int:
    own = queries.extra_of(application)
    return len(own.pages) if own else 0


def extra_page(request: HttpRequest, application: Any, number: int) -> HttpResponse:
    """One section. What can be kept is kept, whatever else is to be mended."""
    own = queries.extra_of(application)
    if own is None or number not in own.pages:
        raise Http404
    if request.method != "POST":
        return _shown(request, application, own, number)
    seen = request.POST.get("seen", "").split(",")
    written = [question for question in own.spec.sections[number].questions if question.code in seen]
    typed = raw_answers(written, request.POST.getlist)
    try:
        mistakes = actions.save_extra(application, typed, page=number)
    except DomainError as refusal:
        return _shown(request, application, own, number, typed=typed, refused=sentence(refusal), status=409)
    told = [mistake for mistake in mistakes if mistake.question in seen]
    own = queries.extra_of(application) or own
    if "later" in request.POST:
        return see_other("public:apply_code", application.intake.token)
    if told:
        return _shown(request, application, own, number, typed=typed, mistakes=told, status=422)
    return _onward(request, application, own, number, seen)


def _onward(request: HttpRequest, application: Any, own: Any, number: int, seen: list[str]) -> HttpResponse:
    """Questions that an answer added are asked at once; then the next page, or the summary."""
    token = application.intake.token
    added = [one.code for one in own.questions(number) if one.code not in seen] if number in own.pages else []
    if added:
        where = reverse("public:apply_page", args=[token, extra.code_of(number)])
        back = "?back=1" if "back" in request.GET else ""
        return HttpResponseRedirect(f"{where}{back}#q-{added[0]}", status=303)
    further = extra.after(number, own.pages)
    if not further or "back" in request.GET:
        return see_other("public:apply_check", token)
    return see_other("public:apply_page", token, further)


def _shown(
    request: HttpRequest,
    application: Any,
    own: Any,
    number: int,
    *,
    typed: Any = None,
    mistakes: Any = (),
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    said, setting = said_of(application), setting_of(application.intake)
    usual, questions = len(pages.journey(said, setting)), own.questions(number)
    at, total = usual + own.pages.index(number) + 1, usual + len(own.pages)
    before = extra.before(number, own.pages) or pages.before("check", said, setting)
    asked_before = sum(len(own.questions(page)) for page in own.pages if page < number)
    context = {
        "application": application,
        "intake": application.intake,
        "section": own.spec.sections[number],
        "title": own.title(number),
        "intro": own.spec.intro if number == own.pages[0] else "",
        "drawn": drawn(questions, {**own.answers, **(typed or {})}, mistakes, first=asked_before + 1),
        "seen": ",".join(question.code for question in questions),
        "mistakes": mistakes,
        "refused": refused,
        "can_be_skipped": not any(question.is_required for question in questions),
        "number": at,
        "total": total,
        "percent": round(100 * at / (total + 1)),
        "before": before,
    }
    return page_of(request, "public/apply_extra.html", context, status=status)
