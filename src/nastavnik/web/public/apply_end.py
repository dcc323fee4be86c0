"""The end of an application: the summary, what happens next, the code to come back by, stepping back."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import PUBLIC, allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.access.once import every_submit_counts
from nastavnik.core import clock, links
from nastavnik.core.errors import DomainError
from nastavnik.domain.consents import queries as consents
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.intake import actions, pages, queries
from nastavnik.domain.intake.actions.submitting import has_agreed
from nastavnik.domain.intake.adapter import said_of, setting_of
from nastavnik.domain.intake.enums import ApplicationState, WithdrawReason
from nastavnik.domain.intake.messages import page_name
from nastavnik.domain.intake.rules import OPEN_TO_CHANGES
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.public import apply_memory as memory
from nastavnik.web.public.apply import intake_of, with_application
from nastavnik.web.public.apply_extra import last_page
from nastavnik.web.public.apply_forms import StepBackForm
from nastavnik.web.public.apply_frame import page_of
from nastavnik.web.shell.application_answers import answers_of
from nastavnik.web.shell.questions import drawn_said
from nastavnik.web.shell.squares import square


@allow(PUBLIC)
@every_submit_counts
@with_application
def apply_check(request: HttpRequest, application: Any) -> HttpResponse:
    """All answers on one page; from here it is sent."""
    token = application.intake.token
    if application.state not in OPEN_TO_CHANGES:
        return see_other("public:apply_sent", token)
    refused = ""
    if request.method == "POST":
        try:
            asked = actions.submit(application)
        except DomainError as refusal:
            refused = sentence(refusal)
        else:
            handed = tuple((one.request.party, one.secret) for one in asked)
            return memory.keep(see_other("public:apply_sent", token), memory.Memory(memory.read(request).code, handed))
    said, setting = said_of(application), setting_of(application.intake)
    own = queries.extra_of(application)
    context = {
        "application": application,
        "intake": application.intake,
        "refused": refused,
        "answers": answers_of(application, setting),
        "lacking": [(page.code, page_name(page.code)) for page in pages.missing(said, setting)]
        + (own.titled(own.lacking) if own and application.entered_by_id is None else []),
        "own": [(*one, drawn_said(own, page)) for page, one in zip(own.pages, own.titled(own.pages), strict=True)]
        if own
        else [],
        "last": last_page(application),
        "voice": pages.voice(said),
    }
    return page_of(request, "public/apply_check.html", context, status=409 if refused else 200)


@allow(PUBLIC, methods=("GET", "HEAD"))
@with_application
def apply_sent(request: HttpRequest, application: Any) -> HttpResponse:
    """Where it is now and what happens next; links of consents are shown while this telephone remembers them."""
    if application.state == ApplicationState.DRAFT:
        return see_other("public:apply_check", application.intake.token)
    handed = [
        _link(request, asked, secret)
        for _party, secret in memory.read(request).links
        if (asked := consents.by_link(secret)) and consents.is_open(asked, clock.now())
    ]
    on = clock.today(application.intake.organisation.time_zone)
    context = {
        "application": application,
        "intake": application.intake,
        "voice": pages.voice(said_of(application)),
        "of_guardian": [link for link in handed if link["party"] == SigningParty.GUARDIAN],
        "own": [link for link in handed if link["party"] != SigningParty.GUARDIAN],
        "is_adult": any(link["party"] == SigningParty.ADULT for link in handed),
        "has_agreed": bool(application.person and has_agreed(application.person, on)),
        "by_link": consents.takes_answers_by_link([link["asked"] for link in handed]),
        "can_withdraw": "withdraw" in application.lifecycle.actions(application.state),
    }
    return page_of(request, "public/apply_sent.html", context)


def _link(request: HttpRequest, asked: Any, secret: str) -> dict[str, Any]:
    where = links.absolute("public:consent", secret, base=request.build_absolute_uri("/"))
    return {"party": asked.party, "asked": asked, "address": where, "square": square(where)}


@allow(PUBLIC)
@every_submit_counts
@with_application
def apply_code(request: HttpRequest, application: Any) -> HttpResponse:
    """The code to write down. A submit makes this telephone forget the application."""
    if request.method == "POST":
        return memory.forget(see_other("public:apply", application.intake.token))
    context = {
        "application": application,
        "intake": application.intake,
        "voice": pages.voice(said_of(application)),
        "code": memory.read(request).code,
    }
    return page_of(request, "public/apply_code.html", context)


@allow(PUBLIC)
@every_submit_counts
@with_application
def apply_withdraw(request: HttpRequest, application: Any) -> HttpResponse:
    """Changed one's mind: nobody has to say why. Who would rather lead goes on as a mentor, with all that is known."""
    token = application.intake.token
    if "withdraw" not in application.lifecycle.actions(application.state):
        return see_other("public:apply_sent", token)
    may_lead = application.role == ParticipationRole.MENTEE and application.intake.takes_mentors
    form = StepBackForm(request.POST or None, may_lead=may_lead)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if may_lead and reason == WithdrawReason.WANTS_TO_LEAD:
                made, code = actions.lead_instead(application)
                onward = see_other("public:apply_page", made.intake.token, "competence")
                return memory.keep(onward, memory.Memory(code))
            actions.withdraw(application, reason=reason)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return memory.forget(see_other("public:apply_withdrawn", token))
    context = {
        "application": application,
        "intake": application.intake,
        "voice": pages.voice(said_of(application)),
        "form": form,
    }
    return page_of(request, "public/apply_withdraw.html", context, status=422 if form.is_bound else 200)


@allow(PUBLIC, methods=("GET", "HEAD"))
def apply_withdrawn(request: HttpRequest, token: str) -> HttpResponse:
    """Nothing follows from it; the way back is open."""
    return page_of(request, "public/apply_withdrawn.html", {"intake": intake_of(token)})
