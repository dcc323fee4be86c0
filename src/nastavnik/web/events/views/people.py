"""Who is asked, who came unasked, and what came of the practical task."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.events import actions, queries, rules
from nastavnik.domain.events.days import day_of
from nastavnik.domain.organisations.queries import study_groups_of
from nastavnik.domain.people.queries import listed
from nastavnik.web.events.forms import GroupForm, ResultForm
from nastavnik.web.shell import posted, searching
from nastavnik.web.shell.render import render_page

PLACE = "events:choose_guests"


@allow(rules.runs_events)
def choose_guests(request: HttpRequest, pk: int) -> HttpResponse:
    """A class or a name; before the day they are invited, on the day they came."""
    if answer := searching.asked(request, PLACE):
        return answer
    found = fetch(queries.events_visible_to(request.user), pk, rules.can_run, request.user)
    today = clock.today(found.organisation.time_zone)
    form = GroupForm(request.GET or None, groups=study_groups_of(found.organisation, today))
    group = form.cleaned_data["group"] if form.is_valid() else None
    text = searching.words(request, PLACE)
    offered = queries.may_be_invited(found, text=text, group=group.pk if group else None)
    if request.method == "POST":
        people = list(offered.filter(pk__in=posted.numbers(request, "person")))
        if day_of(found) > today:
            number = actions.invite(found, people, by=request.user)
        else:
            number = actions.came_too(found, [one.pk for one in people], by=request.user)
        if number:
            words = ngettext("В списке на %(n)s человека больше.", "В списке прибавилось: %(n)s.", number)
            messages.success(request, words % {"n": number})
            return see_other("events:event", found.pk)
    people = list(listed(offered, today)[: queries.MOST_OFFERED + 1])
    context = {
        "event": found,
        "form": form,
        "words": text,
        "is_asked": bool(text) or group is not None,
        "is_ahead": day_of(found) > today,
        "people": people[: queries.MOST_OFFERED],
        "is_cut": len(people) > queries.MOST_OFFERED,
        "is_empty_submit": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "events/choose_guests.html", context, status=status)


@allow(rules.runs_events)
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody made of the task, in words; then the next one without a result."""
    row = fetch(queries.attendances_visible_to(request.user), pk, rules.can_write_result, request.user)
    form = ResultForm(request.POST or None, initial={"version": row.version, "result": row.task_result})
    if request.method == "POST" and request.POST.get("act") == "clear":
        actions.clear_result(row, version=posted.number(request, "version") or 0, by=request.user)
        return see_other("events:event", row.event_id)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.write_result(row, result=given["result"], version=given["version"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Результат записан."))
            following = _next(row.event, row.pk, request)
            return see_other("events:result", following) if following else see_other("events:event", row.event_id)
    context = {"form": form, "row": row, "event": row.event}
    return render_page(request, "events/result.html", context, status=422 if form.is_bound else 200)


def _next(event, done: int, request: HttpRequest) -> int | None:  # type: ignore[no-untyped-def]
    """Whose result is still to be written, by name; own ones are somebody else's to see."""
    for guest in queries.guests(event):
        row = guest.attendance
        if row and guest.came and not guest.is_shown and row.pk != done and guest.person.user_id != request.user.pk:
            return int(row.pk)
    return None
