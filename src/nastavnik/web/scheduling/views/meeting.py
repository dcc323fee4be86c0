"""One meeting: planned, moved, called off, missed."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError, ForbiddenTransition
from nastavnik.domain.mentorships.enums import MeetingKind, MeetingState
from nastavnik.domain.mentorships.queries import meetings_visible_to, visible_to
from nastavnik.domain.organisations.queries import video_services
from nastavnik.domain.scheduling import actions, queries, rules
from nastavnik.web.scheduling.faces import opened, today_of, with_whom
from nastavnik.web.scheduling.forms import MoveForm, PlanForm, spoken
from nastavnik.web.shell.contacts import is_fit
from nastavnik.web.shell.late import late
from nastavnik.web.shell.render import render_page

MISSED = (MeetingState.MISSED_BY_MENTOR, MeetingState.MISSED_BY_MENTEE)


@allow(rules.works_on_mentorships)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """A day and an hour that both know already."""
    mentorship = opened(fetch(visible_to(request.user), pk, rules.can_write, request.user))
    form = PlanForm(
        request.POST or None,
        initial=_first(request, mentorship),
        services=video_services(mentorship.organisation),
    )
    if request.method == "POST" and is_fit(form, mentorship, request.user):
        try:
            _plan(request, mentorship, form)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return back_to(request, mentorship)
    return form_page(request, mentorship, form, _("Когда встречаемся?"), _("Записать точное время"))


def _plan(request: HttpRequest, mentorship: Any, form: PlanForm) -> None:
    given = form.cleaned_data
    more = {"terms": form.terms(), "kind": given["kind"], "by": request.user}
    if given["begins_at"] is None:
        actions.plan_day(mentorship, on=given["happens_on"], **more)
    else:
        at = datetime.combine(given["happens_on"], given["begins_at"])
        actions.plan_meeting(mentorship, at=at, **more)


def _first(request: HttpRequest, mentorship: Any) -> dict[str, Any]:
    """The earliest time that suits everybody, and the first of the guided meetings that is still to come."""
    if request.method == "POST":
        return {}
    found = queries.propose(mentorship, most=1).times
    start = {"happens_on": found[0].date(), "begins_at": found[0].time()} if found else {}
    kind = request.GET.get("kind", "")
    return start | {"kind": kind if kind in MeetingKind.values else MeetingKind.WORK}


@allow(rules.works_on_mentorships)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(meetings_visible_to(request.user), pk, rules.can_change, request.user)
    start = {name: getattr(row, name) for name in ("happens_on", "begins_at", "mode", "place", "link", "version")}
    services = video_services(row.organisation)
    form = MoveForm(request.POST or None, initial=start | {"minutes": row.minutes or 60}, services=services)
    if request.method == "POST" and is_fit(form, row.mentorship, request.user):
        try:
            actions.move_meeting(
                row, at=form.at(), terms=form.terms(), version=form.cleaned_data["version"], by=request.user
            )
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, back=("scheduling:move", row.pk))
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return back_to(request, row.mentorship)
    more = {"meeting": row, "series": getattr(row, "occurrence", None) and row.occurrence.series}
    return form_page(request, opened(row.mentorship), form, _("Перенести встречу"), _("Сохранить"), **more)


@allow(rules.works_on_mentorships, methods=("POST",))
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    row = fetch(meetings_visible_to(request.user), pk, rules.can_change, request.user)
    actions.call_off(row, by=request.user)
    messages.success(request, _("Встреча отменена."))
    return back_to(request, row.mentorship)


@allow(rules.works_on_mentorships)
def missed(request: HttpRequest, pk: int) -> HttpResponse:
    """One tap in the list; then what can be done next."""
    row = fetch(meetings_visible_to(request.user), pk, rules.can_write_meeting, request.user)
    if request.method == "POST":
        state = request.POST.get("who", "")
        if state not in MISSED or not rules.can_tell_missed(request.user, row):
            raise ForbiddenTransition("missed", row.state)
        actions.tell_missed(row, state=state, by=request.user)
        return see_other("scheduling:missed", row.pk)
    mentorship = opened(row.mentorship)
    found = queries.propose(mentorship, most=3)
    context = {
        "meeting": row,
        "mentorship": mentorship,
        "whom": with_whom(mentorship, request.user, today_of(request)),
        "times": [spoken(at) for at in found.times],
        "again": mentorship.meetings.filter(state=row.state).exclude(pk=row.pk).count(),
        "mine": rules.missed_by_me(request.user, row),
    }
    return render_page(request, "scheduling/missed.html", context)


def comes_from_pair(request: HttpRequest) -> bool:
    return request.GET.get("from") == "pair"


def back_to(request: HttpRequest, mentorship: Any) -> HttpResponse:
    """To the pair's page, if one came from there, or to the calendar."""
    if comes_from_pair(request):
        return see_other("mentorships:pair", mentorship.pk)
    return see_other("scheduling:index")


def form_page(request: HttpRequest, mentorship: Any, form: Any, heading: str, action: str, **more: Any) -> HttpResponse:
    """One question, one form, one act."""
    context = {
        "mentorship": mentorship,
        "whom": with_whom(mentorship, request.user, today_of(request)),
        "form": form,
        "heading": heading,
        "action": action,
        "from_pair": comes_from_pair(request),
        **more,
    }
    return render_page(request, "scheduling/form.html", context, status=422 if form.is_bound else 200)
