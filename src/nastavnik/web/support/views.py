"""Whom to call and what to ask; put off; how often."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.mentorships import queries as mentorships
from nastavnik.domain.programmes.queries import modules_visible_to
from nastavnik.domain.support import actions, queries, rules
from nastavnik.web.shell.render import render_page
from nastavnik.web.support.faces import call_face, titled
from nastavnik.web.support.forms import FrequencyForm, SnoozeForm, TalkForm

PAGE = 50
Test = Callable[[Any], bool]
CHIPS: tuple[tuple[str, Any, Test], ...] = (
    ("today", _("Сегодня"), lambda duty: duty.is_open),
    ("silent", _("Молчат"), lambda duty: duty.what == "silent" and not duty.is_snoozed),
    ("pulse", _("Пульс тревожит"), lambda duty: duty.what == "pulse" and not duty.is_snoozed),
    ("due", _("Пора поговорить"), lambda duty: duty.what == "talk" and not duty.is_snoozed),
    ("snoozed", _("Отложены"), lambda duty: duty.is_snoozed),
    ("all", _("Все пары"), lambda duty: True),
)


@allow(rules.looks_after, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    """With whom to talk."""
    organisation = _own_organisation(request)
    today = clock.today(organisation.time_zone)
    rows = queries.looked_after_by(request.user).filter(organisation=organisation)
    rows = rows.exclude(pk__in=mentorships.hidden_for_consent(rows).values("pk"))
    working = queries.with_support(mentorships.at_work(rows, today), today, reader=request.user)
    at_work = mentorships.with_radar(working, today)
    told = [(row, duty) for row in at_work if (duty := queries.duty(row, today)) is not None]
    chosen = request.GET.get("show", CHIPS[0][0])
    test = next((test for code, _title, test in CHIPS if code == chosen), CHIPS[0][2])
    shown = queries.in_order(one for one in told if test(one[1]))
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    titled([row for row, _duty in page.object_list])
    chips = [
        {"code": code, "title": title, "count": sum(test(duty) for _row, duty in told), "current": code == chosen}
        for code, title, test in CHIPS
    ]
    return render_page(request, "support/index.html", {"page": page, "chips": chips, "today": today})


@allow(rules.looks_after)
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom to call, what to ask, what came of it."""
    mentorship = fetch(queries.looked_after_by(request.user), pk, rules.can_look_after, request.user)
    today = clock.today(mentorship.organisation.time_zone)
    form = TalkForm(request.POST or None, initial={"done_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_contact(mentorship, **form.cleaned_data, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("support:index")
    context = {**call_face(request.user, mentorship, today), "form": form}
    return render_page(request, "support/call.html", context, status=422 if form.errors else 200)


@allow(rules.looks_after)
def snooze(request: HttpRequest, pk: int) -> HttpResponse:
    """Until which day, and why?"""
    mentorship = fetch(queries.looked_after_by(request.user), pk, rules.can_look_after, request.user)
    today = clock.today(mentorship.organisation.time_zone)
    form = SnoozeForm(request.POST or None, initial={"until": today + timedelta(7)})
    if request.method == "POST" and form.is_valid():
        try:
            actions.snooze(mentorship, **form.cleaned_data, by=request.user)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            return see_other("support:index")
    titled([mentorship])
    context = {"mentorship": mentorship, "form": form}
    return render_page(request, "support/snooze.html", context, status=422 if form.errors else 200)


@allow(rules.looks_after, methods=("POST",))
def wake(request: HttpRequest, pk: int) -> HttpResponse:
    """Back into the queue."""
    mentorship = fetch(queries.looked_after_by(request.user), pk, rules.can_look_after, request.user)
    actions.wake(mentorship, by=request.user)
    return see_other("support:call", mentorship.pk)


@allow(rules.looks_after)
def frequency(request: HttpRequest) -> HttpResponse:
    """How often is every pair talked to?"""
    organisation = _own_organisation(request)
    rows = modules_visible_to(request.user).filter(organisation=organisation).exclude(programme__state="closed")
    modules = {f"module_{module.pk}": module for module in rows.select_related("programme")}
    known = queries.frequencies(organisation.pk)
    initial = {"all": known[None], **{name: known.get(module.pk) for name, module in modules.items()}}
    form = FrequencyForm(request.POST or None, initial=initial, modules=modules.values())
    if request.method == "POST" and form.is_valid():
        actions.set_frequencies(
            organisation,
            every_days=form.cleaned_data["all"],
            modules={module: form.cleaned_data[name] for name, module in modules.items()},
            by=request.user,
        )
        return see_other("support:index")
    return render_page(request, "support/frequency.html", {"form": form}, status=422 if form.errors else 200)


def _own_organisation(request: HttpRequest) -> Any:
    organisation = request.organisation
    if organisation is None or not rules.sets_frequency(request.user, organisation):
        raise PermissionDenied
    return organisation
