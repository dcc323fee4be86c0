"""Group meetings: the list, the day, who came, what came of the choices."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.enums import GroupMeetingState as S
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.matching.forms.meeting import MeetingForm, NewMeetingForm
from nastavnik.web.shell import posted
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page

ROWS = 30
STEPS: dict[str, Callable[..., Any]] = {
    "open_choices": actions.open_choices,
    "close_choices": actions.close_choices,
    "reopen_choices": actions.reopen_choices,
    "call_off": actions.call_off,
}


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def meetings(request: HttpRequest) -> HttpResponse:
    rows = queries.meetings_visible_to(request.user).order_by("-held_on", "-pk")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {"page": page, "may_plan": queries.modules_to_match(request.user).exists()}
    return render_page(request, "matching/meetings.html", context)


@allow(rules.runs_matching)
def new_meeting(request: HttpRequest) -> HttpResponse:
    modules = queries.modules_to_match(request.user)
    first = {"module": request.GET.get("module"), "title": _("Общая встреча")}
    form = NewMeetingForm(request.POST or None, modules=modules, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = actions.plan_group_meeting(
            given["module"], title=given["title"], held_on=given["held_on"], place=given["place"], by=request.user
        )
        return see_other("matching:meeting", made.pk)
    context = {"form": form, "meeting": None}
    return render_page(request, "matching/meeting_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_matching)
def edit_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    found = _meeting(request, pk)
    now = {"version": found.version, "title": found.title, "held_on": found.held_on, "place": found.place}
    form = MeetingForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        try:
            actions.edit_group_meeting(found, **given, by=request.user)
        except ChangedMeanwhile:
            return _late(request, found.pk, form)
        return see_other("matching:meeting", found.pk)
    context = {"form": form, "meeting": found}
    return render_page(request, "matching/meeting_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Who came; while choosing lasts, who has answered; after it, who named whom."""
    return _page(request, _meeting(request, pk))


def _page(request: HttpRequest, found: Any, *, ticked: tuple[int, ...] = (), refusal: Any = None) -> HttpResponse:
    """`ticked` with why they were not kept: they stay on the list, beside what is written."""
    guests = queries.guests(found)
    came = [guest for guest in guests if guest.came]
    today = clock.today(found.organisation.time_zone)
    context = {
        "meeting": found,
        "sides": _sides(guests),
        "came": came,
        "asked": _asked(came) if found.state == S.OPEN else [],
        "results": queries.results(found) if found.state == S.CLOSED else None,
        "is_ahead": found.held_on > today,
        "without_consent": queries.without_consent(found),
        "without_clearance": queries.without_clearance(found),
        "steps": [step for step in found.lifecycle.actions(found.state) if step in STEPS],
        "ticked": {guest.participation.pk for guest in came} | set(ticked),
        "not_kept": refusal and sentence(refusal),
    }
    status = 200 if refusal is None else 409 if isinstance(refusal, ChangedMeanwhile) else 422
    return render_page(request, "matching/meeting.html", context, status=status)


@allow(rules.runs_matching, methods=("POST",))
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Ticks of those who came."""
    found, ticked = _meeting(request, pk), posted.numbers(request, "came")
    try:
        version = posted.number(request, "version")
        if version is None:
            raise ChangedMeanwhile(found)
        number = actions.mark_attendance(found, came=ticked, version=version, by=request.user)
    except DomainError as refusal:
        return _page(request, _meeting(request, pk), ticked=tuple(ticked), refusal=refusal)
    words = ngettext("Отмечен %(n)s человек.", "Отмечено человек: %(n)s.", number) % {"n": number}
    messages.success(request, words)
    answer = see_other("matching:meeting", found.pk)
    answer.headers["Location"] += "#h-came"
    return answer


@allow(rules.runs_matching, methods=("POST",))
def meeting_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Open, close and reopen the choices; call the meeting off."""
    found = _meeting(request, pk)
    act = STEPS.get(request.POST.get("step", ""))
    if act is None:
        raise Http404
    act(found, by=request.user)
    return see_other("matching:meeting", found.pk)


def _meeting(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.meetings_visible_to(request.user), pk, rules.can_lead_meeting, request.user)


def _sides(guests: list[queries.Guest]) -> list[dict[str, Any]]:
    """Mentors first: there are fewer of them."""
    titles = ((ParticipationRole.MENTOR, _("Наставники")), (ParticipationRole.MENTEE, _("Наставляемые")))
    return [
        {"role": role, "title": title, "guests": [guest for guest in guests if guest.participation.role == role]}
        for role, title in titles
    ]


def _asked(came: list[queries.Guest]) -> list[dict[str, Any]]:
    """Those who have not answered first; an own answer is not for staff to change."""
    rows = [
        {
            "guest": guest,
            "answered": guest.presence is not None and guest.presence.answered_at is not None,
            "by_themself": guest.presence is not None
            and guest.presence.answered_by_id is not None
            and guest.presence.answered_by_id == guest.participation.person.user_id,
        }
        for guest in came
    ]
    return sorted(rows, key=lambda row: bool(row["answered"]))


def _late(request: HttpRequest, pk: int, form: MeetingForm) -> HttpResponse:
    now = _meeting(request, pk)
    rows = [
        {"label": form.fields[name].label, "theirs": getattr(now, name), "mine": form.cleaned_data[name]}
        for name in ("title", "held_on", "place")
        if getattr(now, name) != form.cleaned_data[name]
    ]
    return late_with(request, form, rows, version=now.version, back=request.path)
