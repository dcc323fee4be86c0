"""What was done, and the way back."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.domain.exchange import actions, queries, rules
from nastavnik.domain.exchange.enums import PeopleImportState as State
from nastavnik.domain.exchange.errors import ImportStoodUpon
from nastavnik.domain.people import queries as people
from nastavnik.domain.programmes import queries as programmes
from nastavnik.web.exchange import pairs
from nastavnik.web.exchange.fields import CARD_TITLES
from nastavnik.web.exchange.forms import VersionForm
from nastavnik.web.exchange.hindering import kept, reasons
from nastavnik.web.exchange.views.frame import fetched, steps
from nastavnik.web.shell.render import render_page

NAMED = 50


@allow(rules.imports_people, methods=("GET", "HEAD"))
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened and what is next."""
    people_import = fetched(request, pk)
    if people_import.state not in (State.ACCEPTED, State.UNDONE):
        return see_other("exchange:check", pk)
    outcome = people_import.outcome
    declined = outcome.get("declined", [])
    different = outcome.get("differences", [])
    told = {one["person"] for one in different[:NAMED]}.union(declined[:NAMED])
    named = people.visible_to(request.user).in_bulk(told)
    context = {
        "people_import": people_import,
        "outcome": outcome,
        "is_undone": people_import.state == State.UNDONE,
        "is_fresh": people_import.state == State.ACCEPTED and queries.can_still_be_pressed(people_import),
        "waiting": queries.waiting_after(people_import).count(),
        "unrecorded": queries.admitted_past_the_checklist(people_import, request.user),
        "declined": [named[pk] for pk in declined if pk in named],
        "declined_more": max(0, len(declined) - NAMED),
        "differences": [
            (named[one["person"]], [CARD_TITLES[field] for field in one["fields"]])
            for one in different
            if one["person"] in named
        ],
        "steps": steps(5),
        **_kept({one["person"]: one["why"] for one in outcome.get("kept", [])}, request),
        **_pairs(people_import, request),
    }
    return render_page(request, "exchange/done.html", context)


def _kept(why: Mapping[int, Sequence[str]], request: HttpRequest) -> dict[str, Any]:
    """Who stays when a list is undone, a sentence each."""
    named = people.visible_to(request.user).in_bulk(list(why)[:NAMED])
    return {
        "kept": kept((named[pk], codes) for pk, codes in why.items() if pk in named),
        "kept_more": max(0, len(why) - NAMED),
        "kept_number": len(why),
    }


def _pairs(people_import: Any, request: HttpRequest) -> dict[str, Any]:
    """What a list of pairs came to."""
    outcome = people_import.outcome
    listed = outcome.get("waiting_pairs", [])[:NAMED]
    numbers = {pk for one in listed for pk in (*one["mentors"], *one["mentees"])}
    named = programmes.participations_visible_to(request.user).select_related("person").in_bulk(numbers)
    return {
        "waiting_pairs": pairs.waiting_of({"waiting_pairs": listed}, named),
        "can_try_again": any(one["why"] in pairs.WAITS for one in outcome.get("waiting_pairs", [])),
        "left_out_pairs": [(one["row"], pairs.WHY[one["why"]]) for one in outcome.get("left_out_pairs", [])[:NAMED]],
    }


@allow(rules.imports_people)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What goes when the import is undone, or what hinders; the button."""
    people_import = fetched(request, pk)
    if people_import.state != State.ACCEPTED:
        return see_other("exchange:done", pk)
    if request.method == "POST":
        return _undo(request, people_import)
    return _shown(request, people_import)


def _undo(request: HttpRequest, people_import: Any) -> HttpResponse:
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.undo(people_import, version=form.cleaned_data["version"], by=request.user)
    except ImportStoodUpon as stood_upon:
        people_import.refresh_from_db()
        return _shown(request, people_import, sentence(stood_upon))
    if people_import.outcome.get("kept"):
        messages.success(request, _("Загрузка отменена для тех, с кем ещё не работали. Кто остался, названо ниже."))
        return see_other("exchange:done", people_import.pk)
    messages.success(request, _("Загрузка отменена: всё стало, как было до неё."))
    return see_other("exchange:upload")


def _shown(request: HttpRequest, people_import: Any, refusal: str = "") -> HttpResponse:
    found = queries.undoing(people_import)
    is_partly = bool(found.kept) and found.is_possible
    context = {
        "people_import": people_import,
        "outcome": people_import.outcome,
        "reasons": () if is_partly else reasons(found.hindrances),
        **_kept(found.kept, request),
        "is_partly": is_partly,
        "can_be_undone": bool(people_import.trace) and (is_partly or not found.hindrances),
        "refusal": refusal,
        "form": VersionForm(initial={"version": people_import.version}),
    }
    return render_page(request, "exchange/undo.html", context, status=422 if refusal else 200)
