"""Applying without an account: by link, square code or the code of a poster; one question a page, saved as it goes."""

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.access.once import every_submit_counts
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.intake import actions, extra, pages, queries
from nastavnik.domain.intake.adapter import said_of, setting_of, topics_in, vars_of
from nastavnik.domain.intake.messages import page_words
from nastavnik.domain.intake.rules import OPEN_TO_CHANGES
from nastavnik.web.public import apply_memory as memory
from nastavnik.web.public import limit
from nastavnik.web.public.apply_extra import extra_page, following, pages_more
from nastavnik.web.public.apply_forms import ApplicationCodeForm
from nastavnik.web.public.apply_frame import page_of
from nastavnik.web.shell.application_fields import Around
from nastavnik.web.shell.application_form import ApplicationForm, initial_of
from nastavnik.web.shell.sign_in import address

WRONG = gettext_lazy(
    "Такого кода нет. Проверьте буквы и цифры: на плакате слово и цифры, у начатой заявки ещё одно слово."
)
TOO_MANY = gettext_lazy("Слишком много неверных кодов. Подождите 15 минут или спросите куратора.")
CHECK = "check"
# The first field says the same as the heading: its label is for screen readers alone.
PLAIN = frozenset(
    {"role", "who", "birth", "need", "main_need", "competence", "level", "places", "stance", "term", "goal"}
    | {"why_mentor", "time", "interests", "values", "wish"}
)


@allow(PUBLIC)
@every_submit_counts
def apply_by_code(request: HttpRequest) -> HttpResponse:
    """What stands on the poster; the code of a draft is understood as well."""
    return _by_code(request, "public/apply_by_code.html")


@allow(PUBLIC)
@every_submit_counts
def apply_continue(request: HttpRequest) -> HttpResponse:
    """The code of a draft, on whatever telephone."""
    return _by_code(request, "public/apply_continue.html")


def _by_code(request: HttpRequest, template: str) -> HttpResponse:
    form = ApplicationCodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return page_of(request, template, {"form": form}, status=422 if form.is_bound else 200)
    if answer := _where_to(form.cleaned_data["code"]):
        return answer
    where = address(request)
    refused = limit.too_many(where)
    limit.note_wrong(where)
    form.add_error("code", TOO_MANY if refused else WRONG)
    return page_of(request, template, {"form": form}, status=429 if refused else 422)


def _where_to(code: str) -> HttpResponse | None:
    """The pages of a draft, or the first page of an intake; None where the code is nobody's."""
    if (application := queries.application_by_code(code)) is not None:
        answer = see_other("public:apply_sent", application.intake.token)
        if application.state in OPEN_TO_CHANGES:
            answer = see_other("public:apply_page", application.intake.token, _page_to_go_on(application))
        return memory.keep(answer, memory.Memory(code))
    if (found := queries.intake_by_code(code)) is not None:
        intake, event = found
        answer = see_other("public:apply", intake.token)
        if event is not None:
            answer.headers["Location"] += "?" + urlencode({"at": event.code})
        return answer
    return None


def _page_to_go_on(application: Any) -> str:
    """The first page without which it cannot be sent, else the one after the last saved."""
    said, setting = said_of(application), setting_of(application.intake)
    lacking = pages.missing(said, setting)
    if lacking:
        return lacking[0].code
    return following(application, application.page) or CHECK


@allow(PUBLIC)
@every_submit_counts
def apply(request: HttpRequest, token: str) -> HttpResponse:
    """What awaits whoever applies; the draft begins with the button."""
    intake = intake_of(token)
    open_now = queries.takes_on(intake, clock.today(intake.organisation.time_zone))
    begun = _begun(request, intake)
    context: dict[str, Any] = {"intake": intake, "begun": begun, "at": request.GET.get("at", "")[:20]}
    if not open_now:
        return page_of(request, "public/apply_closed.html", context, status=410)
    if request.method == "POST":
        try:
            application, code = actions.start(intake, event=queries.event_of(intake, request.POST.get("at", "")))
        except DomainError as refusal:
            return page_of(request, "public/apply.html", {**context, "refused": sentence(refusal)}, status=429)
        first = pages.after("", said_of(application), setting_of(intake))
        return memory.keep(see_other("public:apply_page", token, first), memory.Memory(code))
    return page_of(request, "public/apply.html", context)


def intake_of(token: str) -> Any:
    intake = queries.intake_by(token)
    if intake is None:
        raise Http404
    return intake


def _begun(request: HttpRequest, intake: Any) -> Any:
    """The application that this telephone remembers, of this intake."""
    return queries.application_of(intake, memory.read(request).code)


def with_application(view: Any) -> Any:
    """For pages of one application: `view(request, application)`; who has no code on the telephone is asked for it."""

    @wraps(view)
    def found(request: HttpRequest, token: str, **named: Any) -> HttpResponse:
        application = _begun(request, intake_of(token))
        if application is None:
            return HttpResponseRedirect(reverse("public:apply_continue"))
        answer: HttpResponse = view(request, application, **named)
        return answer

    return found


@allow(PUBLIC)
@every_submit_counts
@with_application
def apply_page(request: HttpRequest, application: Any, code: str) -> HttpResponse:
    """One question. Every answer is kept before the next question is asked."""
    token, page = application.intake.token, pages.BY_CODE.get(code)
    if application.state not in OPEN_TO_CHANGES:
        return see_other("public:apply_sent", token)
    if code == CHECK:
        return see_other("public:apply_check", token)
    if (number := extra.number_of(code)) is not None:
        return extra_page(request, application, number)
    if page is None or not page.asked(said_of(application), setting_of(application.intake)):
        raise Http404
    form = _form(request, application, page)
    later = "later" in request.POST
    if request.method == "POST" and (form.is_valid() or later):
        try:
            actions.save_page(application, form.answers, page=code)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return _onward(request, application, page, later=later)
    return page_of(
        request, "public/apply_page.html", _shown(application, page, form), status=422 if form.is_bound else 200
    )


def _onward(request: HttpRequest, application: Any, page: pages.Page, *, later: bool) -> HttpResponse:
    """The code to come back by, the summary where it was come from, or the next question."""
    token = application.intake.token
    if later:
        return see_other("public:apply_code", token)
    said, setting = said_of(application), setting_of(application.intake)
    further = following(application, page.code)
    back_to_check = "back" in request.GET and not pages.missing(said, setting) and page.code not in ("role", "birth")
    if not further or back_to_check:
        return see_other("public:apply_check", token)
    return see_other("public:apply_page", token, further)


def _form(request: HttpRequest, application: Any, page: pages.Page) -> ApplicationForm:
    said, setting = said_of(application), setting_of(application.intake)
    on = clock.today(application.intake.organisation.time_zone)
    around = Around(
        offered=topics_in(application.intake.topics),
        said=topics_in(application.competences if page.code == "competence" else application.needs),
        groups=queries.groups_to_choose(application.intake, on) if page.code == "group" else None,
        voice=pages.voice(said),
        roles=setting.roles,
    )
    return ApplicationForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(vars_of(application)),
        pages=(page,),
        said=said,
        setting=setting,
        around=around,
    )


def _shown(application: Any, page: pages.Page, form: ApplicationForm) -> dict[str, Any]:
    said, setting = said_of(application), setting_of(application.intake)
    way = [one.code for one in pages.journey(said, setting)]
    number, total = way.index(page.code) + 1, len(way) + pages_more(application)
    return {
        "application": application,
        "intake": application.intake,
        "form": form,
        "words": page_words(page.code, pages.voice(said)),
        "is_plain": page.code in PLAIN,
        "number": number,
        "total": total,
        "percent": round(100 * number / (total + 1)),
        "before": pages.before(page.code, said, setting),
        "can_be_skipped": page.can_be_skipped,
    }
