"""An event to which many are invited: its programme, guests from outside, the page of the invited."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.documents.adapter.people import institution
from nastavnik.domain.documents.event_paper import invitation_paper
from nastavnik.domain.documents.rendering.papers import render_many
from nastavnik.domain.events import actions, queries, rules
from nastavnik.domain.events.days import begins
from nastavnik.domain.mentorships.naming import is_young
from nastavnik.domain.organisations.queries import partners
from nastavnik.domain.people.queries import person_of
from nastavnik.web.events.festive_forms import GuestForm, ProgrammeForm
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page


@allow(rules.runs_events)
def edit_programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Point by point; the hours follow from the minutes."""
    found = fetch(queries.events_visible_to(request.user), pk, rules.can_run, request.user)
    points = list(found.points.all())
    form = ProgrammeForm(points, request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.set_programme(found, form.points(), version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return _late(request, form, conflict.subject)
        except DomainError as error:
            form.add_error(None, sentence(error))
        else:
            messages.success(request, _("Программа сохранена."))
            return see_other("events:event", found.pk)
    context = {"form": form, "event": found}
    return render_page(request, "events/edit_programme.html", context, status=422 if form.errors else 200)


@allow(rules.is_asked_to_events, methods=("GET", "HEAD"))
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """When, where, what will be; to read and to print. Who else is invited stands nowhere on it."""
    found = fetch(queries.invitations_visible_to(request.user), pk)
    person = person_of(request.user, found.organisation)
    context = {
        "event": found,
        "points": queries.timed(found, found.points.all()),
        "may_run": rules.can_run(request.user, found),
        "is_invited": queries.is_invited(request.user, found),
        "is_young": bool(person and is_young(person)),
    }
    return render_page(request, "events/invitation.html", context)


@allow(rules.runs_events, methods=("GET", "HEAD"))
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """One file to print: the programme for the door, an invitation for each guest from outside and for everybody whom
    no letter reaches."""
    found = fetch(queries.events_visible_to(request.user), pk, rules.can_run, request.user)
    names = [", ".join(filter(None, (guest.partner and guest.partner.title, guest.name))) for guest in _outside(found)]
    names += [person.full_name for person in queries.asked_by_hand(found)]
    lines = [
        (f"{point.begins:%H:%M} – {point.ends:%H:%M}", point.title, point.who)
        for point in queries.timed(found, found.points.all())
    ]
    at, ours = begins(found), institution(found.organisation)
    said = {"title": found.title, "day": at.date(), "hour": f"{at:%H:%M}", "place": found.place, "note": found.note}
    sheets = [invitation_paper(ours, lines=lines, to=name, **said) for name in ["", *names]]
    content = render_many(sheets, title=found.title)
    return give_file(content, title=f"{_('Приглашения')}.pdf", content_type="application/pdf")


@allow(rules.runs_events, methods=("POST",))
def add_guest(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.events_visible_to(request.user), pk, rules.can_run, request.user)
    form = GuestForm(request.POST, partners=partners(found.organisation))
    refusal = _("Проверьте, кого вы добавили: партнёра выбирают из списка.")
    if form.is_valid():
        try:
            actions.add_guest(found, by=request.user, **form.cleaned_data)
        except DomainError as error:
            refusal = str(sentence(error))
        else:
            return see_other("events:event", found.pk)
    messages.error(request, refusal)
    return see_other("events:event", found.pk)


@allow(rules.runs_events, methods=("POST",))
def remove_guest(request: HttpRequest, pk: int) -> HttpResponse:
    guest = fetch(queries.outside_guests_visible_to(request.user), pk, rules.can_change_guest, request.user)
    try:
        actions.remove_guest(guest, by=request.user)
    except DomainError as error:
        messages.error(request, sentence(error))
    return see_other("events:event", guest.event_id)


def festive(found: Any) -> dict[str, Any]:
    """What the page of such an event shows beside what every event has."""
    outside = _outside(found)
    return {
        "is_festive": found.kind in queries.FESTIVE,
        "points": queries.timed(found, found.points.all()),
        "outside": outside,
        "outside_came": any(guest.came for guest in outside),
        "by_hand": queries.asked_by_hand(found),
        "guest_form": GuestForm(partners=partners(found.organisation), auto_id="guest-%s"),
    }


def _outside(found: Any) -> list[Any]:
    return list(found.outside_guests.select_related("partner"))


def _late(request: HttpRequest, form: ProgrammeForm, event: Any) -> HttpResponse:
    """Both programmes as lines; only those that differ."""
    theirs = [_line(point) for point in event.points.all()]
    mine = [_line(point) for point in form.points()]
    rows = [
        {"label": _("Строка %(n)s") % {"n": n + 1}, "theirs": (theirs + [""] * n)[n], "mine": (mine + [""] * n)[n]}
        for n in range(max(len(theirs), len(mine)))
        if theirs[n : n + 1] != mine[n : n + 1]
    ]
    return late_with(request, form, rows, version=event.version, back=request.path)


def _line(point: Any) -> str:
    minutes = _("%(n)s мин") % {"n": point.minutes}
    return ", ".join(filter(None, (minutes, point.title, point.who)))
