"""One event: the list, who came, what is handed out, what came of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock, links
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.achievements.queries import alumni
from nastavnik.domain.events import actions, queries, rules
from nastavnik.domain.events.days import begins, day_of
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.files.queries import read
from nastavnik.domain.intake.queries import gathered as of_meetings
from nastavnik.domain.library import queries as library
from nastavnik.web.events.forms import EventForm, MaterialForm, SessionForm
from nastavnik.web.events.views.festive import festive
from nastavnik.web.shell import posted
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.squares import square

STEPS: dict[str, Callable[..., Any]] = {
    "hold": actions.hold,
    "reopen": actions.reopen,
    "call_off": actions.call_off,
    "call_together": actions.call_together,
    "call_participants": actions.call_participants,
    "call_parents": actions.call_parents,
}
MOST_OTHERS = 9999


@allow(rules.runs_events, methods=("GET", "HEAD"))
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """On the day a list to tick on a telephone; afterwards results, materials, who did not apply."""
    return _page(request, _event(request, pk))


def _page(
    request: HttpRequest, found: Any, *, ticked: tuple[int, ...] = (), refusal: Any = None, form: Any = None
) -> HttpResponse:
    """`ticked` with why they were not kept: they stay on the list, beside what is written."""
    guests = queries.guests(found)
    materials = list(found.materials.select_related("file"))
    titles = library.titles(found.organisation)
    context = {
        "event": found,
        "is_training": found.kind == EventKind.TRAINING,
        "guests": guests,
        "came": [guest for guest in guests if guest.came],
        "without_result": sum(guest.came and not guest.is_shown for guest in guests),
        "without_consent": queries.without_consent(found),
        "is_ahead": day_of(found) > clock.today(found.organisation.time_zone),
        "ticked": {guest.person.pk for guest in guests if guest.came} | set(ticked),
        "not_kept": refusal and sentence(refusal),
        "gathered": None if found.kind == EventKind.TRAINING else of_meetings.gathered(found),
        "takes_applications": of_meetings.takes_applications(found),
        "materials": [(one, titles.get(one.memo, one.memo) if one.memo else one.file.title) for one in materials],
        "form": form or MaterialForm(memos=_memos(titles)),
        **(festive(found) if found.kind in queries.FESTIVE else {}),
    }
    status = 200 if refusal is None else 409 if isinstance(refusal, ChangedMeanwhile) else 422
    return render_page(request, "events/event.html", context, status=422 if form else status)


@allow(rules.runs_events)
def edit_event(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, place or task."""
    found = _event(request, pk)
    kind = SessionForm if found.kind == EventKind.TRAINING else EventForm
    at = begins(found)
    now = {**actions.fields_of(found, actions.EventPlan), "version": found.version, "day": at.date(), "at": at.time()}
    form = kind(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            actions.edit_event(found, form.plan(found.organisation.time_zone), version=version, by=request.user)
        except ChangedMeanwhile:
            return _late(request, pk, form)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("events:event", found.pk)
    context = {"form": form, "event": found, "course": found.course}
    return render_page(request, "events/event_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_events, methods=("POST",))
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """Ticks of those who came; the same list takes people off before the day."""
    found, ticked = _event(request, pk), posted.numbers(request, "came")
    if request.POST.get("act") == "take_off":
        gone = actions.take_off(found, ticked, by=request.user)
        messages.success(request, ngettext("Убран %(n)s человек.", "Убрано человек: %(n)s.", gone) % {"n": gone})
        return see_other("events:event", found.pk)
    try:
        others = min(posted.number(request, "others") or 0, MOST_OTHERS)
        version = posted.number(request, "version")
        if version is None:
            raise ChangedMeanwhile(found)
        number = actions.mark_attendance(
            found,
            came=ticked,
            guests_came=posted.numbers(request, "guest"),
            others_came=others,
            version=version,
            by=request.user,
        )
    except DomainError as refusal:
        return _page(request, _event(request, pk), ticked=tuple(ticked), refusal=refusal)
    words = ngettext("Отмечен %(n)s человек.", "Отмечено человек: %(n)s.", number) % {"n": number}
    messages.success(request, words)
    return see_other("events:event", found.pk)


@allow(rules.runs_events, methods=("POST",))
def event_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Held, called off, open again; invite all who learn here."""
    found = _event(request, pk)
    step = request.POST.get("step", "")
    act = STEPS.get(step)
    if act is None and step != "call_alumni":
        raise Http404
    # Who took part in other years stands in a room above that of events.
    done = (
        act(found, by=request.user)
        if act
        else actions.invite(found, alumni.to_invite(found.organisation), by=request.user)
    )
    if step.startswith("call_") and isinstance(done, int):
        words = ngettext("В списке на %(n)s человека больше.", "В списке прибавилось: %(n)s.", done) % {"n": done}
        messages.success(request, words if done else _("Все, кого можно позвать, уже в списке."))
    return see_other("events:event", found.pk)


@allow(rules.runs_events, methods=("GET", "HEAD"))
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """On paper: the list to sign, and for applications the code in large letters with its square."""
    found = _event(request, pk)
    takes = found.kind != EventKind.TRAINING and of_meetings.takes_applications(found)
    address = links.absolute("public:apply_by_code", base=f"{request.scheme}://{request.get_host()}") if takes else ""
    context = {
        "event": found,
        "guests": queries.guests(found),
        "blank": range(12),
        "takes_applications": takes,
        "address": address.partition("://")[2].rstrip("/"),
        "square": square(address),
    }
    return render_page(request, "events/sheet.html", context)


@allow(rules.runs_events, methods=("POST",))
def add_material(request: HttpRequest, pk: int) -> HttpResponse:
    """A memo of the library or a file."""
    found = _event(request, pk)
    form = MaterialForm(request.POST, request.FILES, memos=_memos(library.titles(found.organisation)))
    if not form.is_valid():
        return _page(request, found, form=form)
    file = form.cleaned_data["file"]
    try:
        if file:
            actions.add_file(found, title=file.name, content=file.read(), by=request.user)
        if form.cleaned_data["memo"]:
            actions.add_memo(found, form.cleaned_data["memo"], by=request.user)
    except DomainError as refusal:
        form.add_error("file", sentence(refusal))
        return _page(request, found, form=form)
    messages.success(request, _("Добавлено. Материал видят наставники, которых здесь учат."))
    return see_other("events:event", found.pk)


@allow(rules.learns_or_runs, methods=("GET", "HEAD"))
def material(request: HttpRequest, pk: int) -> HttpResponse:
    """The file itself; memos have pages of their own."""
    found = fetch(queries.materials_visible_to(request.user), pk)
    if found.file is None:
        return see_other("library:memo", found.memo)
    return give_file(read(found.file), title=found.file.title, content_type=found.file.content_type)


@allow(rules.runs_events, methods=("POST",))
def remove_material(request: HttpRequest, pk: int) -> HttpResponse:
    """No longer handed out."""
    found = fetch(queries.materials_visible_to(request.user), pk, rules.can_change_material, request.user)
    place = found.event_id
    actions.remove_material(found, by=request.user)
    return see_other("events:event", place)


def _event(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.events_visible_to(request.user), pk, rules.can_run, request.user)


def _memos(titles: dict[str, str]) -> list[tuple[str, str]]:
    return list(titles.items())


def _late(request: HttpRequest, pk: int, form: EventForm) -> HttpResponse:
    now = _event(request, pk)
    shown = {**actions.fields_of(now, actions.EventPlan), "day": day_of(now), "at": begins(now).strftime("%H:%M")}
    rows = [
        {"label": form.fields[name].label, "theirs": shown.get(name), "mine": form.cleaned_data[name]}
        for name in form.fields
        if name != "version" and str(shown.get(name)) not in str(form.cleaned_data[name])
    ]
    return late_with(request, form, rows, version=now.version, back=request.path)
