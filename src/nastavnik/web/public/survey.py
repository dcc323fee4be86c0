"""Answering a survey by a personal code or the common one: page by page, each saved as it goes.

These forms carry no submission key: its row would tell who sent something at which moment. A page sent twice is saved
twice alike, and a sheet sent twice is refused by the invitation.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.domain.monitoring import actions, queries, tokens
from nastavnik.domain.monitoring.enums import WaveState
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.questionnaires.answering import check_answers, is_shown, pages_shown
from nastavnik.domain.questionnaires.errors import AlreadySubmitted, SheetIncomplete
from nastavnik.domain.questionnaires.fields import raw_answers
from nastavnik.domain.questionnaires.queries import draft_by_device
from nastavnik.domain.questionnaires.specs import Question, Spec
from nastavnik.web.public import limit
from nastavnik.web.public.forms import SurveyCodeForm
from nastavnik.web.shell.questions import drawn
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.sign_in import address

NO_SUCH_CODE = _("Такого кода нет. Сверьте буквы с карточкой или спросите куратора.")
TOO_MANY = _("Слишком много неверных кодов. Подождите 15 минут.")
COOKIE_DAYS = 30
YOUNG, GROWN_UP = 14, 18


@dataclass(frozen=True)
class Place:
    """Where a visitor came by a code: the wave, who was invited (None by the common code), what was begun."""

    token: str
    wave: Any
    invitation: Any
    secret: str
    sheet: Any

    @property
    def spec(self) -> Spec:
        paged: Spec = self.wave.questionnaire_version.paged
        return paged

    @property
    def age(self) -> int | None:
        born = self.invitation.person.birth_date if self.invitation else None
        return None if born is None else age_on(born, clock.today())

    @property
    def is_familiar(self) -> bool:
        """Said «ты» to: who answers questions that say so, and a child under 14."""
        return self.spec.is_familiar or (self.age is not None and self.age < YOUNG)

    @property
    def called(self) -> str:
        """A child by the given name alone, an adult by name and patronymic."""
        person, is_child = self.invitation.person, self.age is not None and self.age < GROWN_UP
        return " ".join(filter(None, (person.given_name, "" if is_child else person.patronymic)))

    @property
    def is_anonymous(self) -> bool:
        return bool(self.wave.survey.is_anonymous)

    @property
    def answers(self) -> dict[str, Any]:
        return dict(self.sheet.answers) if self.sheet else {}

    @property
    def device(self) -> str | None:
        return tokens.device_digest(self.token, self.secret) if self.is_anonymous else None


@allow(PUBLIC)
def survey_code(request: HttpRequest) -> HttpResponse:
    """What does your card say?"""
    form = SurveyCodeForm(request.POST or None)
    if form.is_valid():
        return see_other("public:survey", tokens.normal(form.cleaned_data["code"]))
    return _private(render_page(request, "public/survey_code.html", {"form": form}, status=422 if form.errors else 200))


@allow(PUBLIC, methods=("GET", "HEAD"))
def survey_thanks(request: HttpRequest) -> HttpResponse:
    """Sent. Says nothing of who or what."""
    return _private(render_page(request, "public/survey_over.html", {"is_sent": True}))


@allow(PUBLIC)
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """One page of the questions."""
    place = _place(request, token)
    if place is None:
        return _unknown(request, token)
    if place.wave.state != WaveState.OPEN or (place.invitation and place.invitation.is_answered):
        return _over(request, place)
    if request.method != "POST":
        return _shown(request, place, _page(place, request.GET.get("page", "")))
    try:
        return _taken(request, place)
    except AlreadySubmitted:
        return _over(request, place)


def _taken(request: HttpRequest, place: Place) -> HttpResponse:
    """What was written on the page is kept; then on, back, or once more with what is to be mended."""
    if request.POST.get("go") == "restart" and place.is_anonymous:
        return _with_cookie(request, place, _to(place.token), secret=secrets.token_hex(16))
    page = _page(place, request.POST.get("page", ""))
    seen = request.POST.get("seen", "").split(",")
    written = [question for question in place.spec.sections[page].questions if question.code in seen]
    typed = raw_answers(written, request.POST.getlist)
    secret = place.secret or secrets.token_hex(16)
    place = Place(place.token, place.wave, place.invitation, secret, place.sheet)
    sheet, mistakes = actions.answer_page(
        place.wave, typed, page=page, invitation=place.invitation, device=place.device
    )
    place = Place(place.token, place.wave, place.invitation, secret, sheet)
    answer = _next(request, place, page, seen, typed, mistakes)
    return _with_cookie(request, place, answer, secret=secret)


def _next(request: HttpRequest, place: Place, page: int, seen: Any, typed: Any, mistakes: Any) -> HttpResponse:
    pages = pages_shown(place.spec, place.answers)
    if request.POST.get("go") == "back":
        return _to(place.token, max((one for one in pages if one < page), default=page))
    if any(mistake.question in seen for mistake in mistakes):
        told = [mistake for mistake in mistakes if mistake.question in seen]
        return _shown(request, place, page, typed=typed, mistakes=told, status=422)
    added = [question.code for question in _questions(place, page) if question.code not in seen]
    if added:
        return _to(place.token, page, anchor=f"q-{added[0]}")
    later = [one for one in pages if one > page]
    return _to(place.token, later[0]) if later else _sent(place)


def _sent(place: Place) -> HttpResponse:
    try:
        actions.finish(place.wave, place.sheet, invitation=place.invitation)
    except SheetIncomplete:
        _clean, mistakes = check_answers(place.spec, place.answers)
        missing = {mistake.question for mistake in mistakes}
        first = next(
            number
            for number, section in enumerate(place.spec.sections)
            if any(question.code in missing for question in section.questions)
        )
        return _to(place.token, first, check=True)
    return see_other("public:survey_thanks")


def _shown(
    request: HttpRequest, place: Place, page: int, *, typed: Any = None, mistakes: Any = (), status: int = 200
) -> HttpResponse:
    spec, pages = place.spec, pages_shown(place.spec, place.answers)
    if "check" in request.GET and not mistakes:
        mistakes = check_answers(spec, place.answers, page=page)[1]
    questions = _questions(place, page)
    before = sum(len(_questions(place, one)) for one in pages if one < page)
    context = {
        "place": place,
        "page": page,
        "section": spec.sections[page],
        "drawn": drawn(questions, {**place.answers, **(typed or {})}, mistakes, first=before + 1),
        "seen": ",".join(question.code for question in questions),
        "step": pages.index(page) + 1 if page in pages else 1,
        "steps": len(pages),
        "is_first": not [one for one in pages if one < page],
        "is_last": not [one for one in pages if one > page],
        "mistakes": mistakes,
        # Asked of who comes to the address anew, not of who is in the middle of answering.
        "is_strange": place.is_anonymous
        and place.sheet is not None
        and not place.invitation
        and request.method != "POST"
        and "page" not in request.GET,
    }
    return _private(render_page(request, "public/survey.html", context, status=status))


def _place(request: HttpRequest, token: str) -> Place | None:
    token = tokens.normal(token)
    invitation = queries.invitation_by(token)
    wave = invitation.wave if invitation else queries.wave_by_code(token)
    if wave is None:
        return None
    secret = request.COOKIES.get(_cookie(token), "")[:64]
    if not wave.survey.is_anonymous:
        return Place(token, wave, invitation, "", queries.named_draft(invitation) if invitation else None)
    device = tokens.device_digest(token, secret) if secret else None
    return Place(token, wave, invitation, secret, draft_by_device(device) if device else None)


def _unknown(request: HttpRequest, token: str) -> HttpResponse:
    where = address(request)
    refused = limit.too_many(where)
    limit.note_wrong(where)
    form = SurveyCodeForm({"code": token[:40]})
    form.is_valid()
    form.add_error("code", TOO_MANY if refused else NO_SUCH_CODE)
    answer = render_page(request, "public/survey_code.html", {"form": form}, status=429 if refused else 404)
    return _private(answer)


def _over(request: HttpRequest, place: Place) -> HttpResponse:
    is_sent = bool(place.invitation and place.invitation.is_answered)
    context = {"is_sent": is_sent, "is_planned": place.wave.state == WaveState.PLANNED, "place": place}
    return _private(render_page(request, "public/survey_over.html", context, status=200 if is_sent else 410))


def _questions(place: Place, page: int) -> list[Question]:
    return [question for question in place.spec.sections[page].questions if is_shown(question, place.answers)]


def _page(place: Place, asked: str) -> int:
    """The page that is asked for; without one where somebody stopped, or the first."""
    pages = pages_shown(place.spec, place.answers)
    if asked.isdecimal() and len(asked) < 4:
        return int(asked) if int(asked) in pages else pages[0]
    reached = place.sheet.page if place.sheet else 0
    return next((one for one in pages if one >= reached), pages[-1])


def _to(token: str, page: int | None = None, *, check: bool = False, anchor: str = "") -> HttpResponse:
    said = "" if page is None else f"?page={page}"
    where = (
        f"{reverse('public:survey', args=(token,))}{said}{'&check=1' if check else ''}{'#' + anchor if anchor else ''}"
    )
    return HttpResponseRedirect(where, status=303)


def _cookie(token: str) -> str:
    return "sheet-" + hashlib.sha256(token.encode()).hexdigest()[:12]


def _with_cookie(request: HttpRequest, place: Place, answer: HttpResponse, *, secret: str) -> HttpResponse:
    """The secret of a draft without a name lives on the device alone; after sending it is of no use."""
    if not place.is_anonymous:
        return answer
    name, path = _cookie(place.token), reverse("public:survey_code")
    if place.sheet is not None and place.sheet.is_submitted:
        answer.delete_cookie(name, path=path)
    else:
        age = COOKIE_DAYS * 24 * 3600
        answer.set_cookie(
            name, secret, max_age=age, path=path, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return answer


def _private(answer: HttpResponse) -> HttpResponse:
    """Not found by search engines, not shown again by «back» on a computer that many use."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Cache-Control"] = "no-store"
    return answer
