"""What a change of a pair costs, before it is made; and the change itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.changes import Change, Price
from nastavnik.domain.matching.enums import MatchRunState, SuggestionState
from nastavnik.domain.matching.errors import ChangeRefused
from nastavnik.domain.matching.queries import Side, Studio
from nastavnik.web.matching import coming_back
from nastavnik.web.matching.forms import ChangeForm
from nastavnik.web.matching.views import opening
from nastavnik.web.matching.words import CHANGES
from nastavnik.web.shell.render import render_page

SHORTLIST = 6
DIGITS = 9  # of an id in an address


@allow(rules.runs_matching)
def price(request: HttpRequest, pk: int, mentee: int) -> HttpResponse:
    """One question: is it worth that? Without a mentor the question before it: whom instead?"""
    if request.htmx and opening.decided(request, pk).state != MatchRunState.READY:
        return HttpResponse(headers={"HX-Redirect": reverse("matching:run", args=[pk])})  # its page says what became
    studio = opening.ready(request, pk)
    side = opening.mentee_of(studio, mentee)
    if request.method == "POST":
        return _made(request, studio, side)
    change = _change(studio, side, request.GET.get("kind", "swap"), request.GET.get("mentor", ""))
    if change.mentor is None:
        return _choose(request, studio, side)
    return _priced(request, studio, side, queries.price(studio, change))


def _made(request: HttpRequest, studio: Studio, side: Side) -> HttpResponse:
    change = _change(studio, side, request.POST.get("kind", ""), request.POST.get("mentor", ""))
    if change.mentor is None:
        raise Http404
    form = ChangeForm(request.POST)
    if not form.is_valid():
        if "version" in form.errors:
            return _again(request, studio.run.pk, side, change, form, ChangedMeanwhile(studio.run, "change"))
        return _priced(request, studio, side, queries.price(studio, change), form=form, status=422)
    given, run = form.cleaned_data, studio.run
    try:
        actions.apply_change(
            run,
            change,
            whole=given["whole"],
            note=given["note"],
            version=given["version"],
            by=request.user,
        )
    except (ChangeRefused, ChangedMeanwhile) as refusal:
        return _again(request, studio.run.pk, side, change, form, refusal)
    names = {"mentee": side.name, "mentor": _mentor(studio, change).name}
    messages.success(request, str(CHANGES[change.kind].done) % names)
    answer = HttpResponseRedirect(coming_back.after(request, run.pk, change.kind, side.key))
    answer.status_code = 303
    return answer


def _again(request: HttpRequest, pk: int, side: Side, change: Change, form: ChangeForm, refusal: Any) -> HttpResponse:
    """Somebody was faster, or a rule forbids it: the price as it is now, with what was written."""
    studio = opening.ready(request, pk)
    found = queries.price(studio, change)
    if not isinstance(refusal, ChangedMeanwhile):
        return _priced(request, studio, side, found, form=form, status=422)
    newest = studio.changes[0] if studio.changes else None
    late = _("Последнее изменение: %(what)s, %(by)s.") % {"by": newest.by, "what": newest.title} if newest else ""
    return _priced(request, studio, side, found, form=form, status=409, late=late or sentence(refusal))


def _change(studio: Studio, side: Side, kind: str, mentor: str) -> Change:
    if kind not in CHANGES or (mentor and mentor not in {one.key for one in studio.pool.mentors}):
        raise Http404
    if not mentor and kind == "remove":
        mentor = studio.current_mentor(side.key) or ""
    if not mentor and kind != "swap":
        raise Http404
    return Change(kind, side.key, mentor or None)  # type: ignore[arg-type]


def _mentor(studio: Studio, change: Change) -> Side:
    return studio.side(studio.pool.participations[str(change.mentor)])


def _priced(
    request: HttpRequest,
    studio: Studio,
    side: Side,
    found: Price,
    *,
    form: ChangeForm | None = None,
    status: int = 200,
    late: str = "",
) -> HttpResponse:
    kind = found.change.kind
    current = studio.current_mentor(side.key)
    context = {
        **_frame(request, studio, side, kind, found.change.mentor or ""),
        "price": found,
        "mentor": _mentor(studio, found.change),
        "current": studio.side(studio.pool.participations[current]) if current else None,
        "note": form["note"].value() if form else "",
        "note_error": form.errors.get("note", [""])[0] if form else "",
        "suggestion": _suggestion(request, found.change),
        "whole": _whole(found, form),
        "late": late,
    }
    return _answer(request, context, status)


def _whole(found: Price, form: ChangeForm | None) -> bool:
    """Is the whole plan chosen, or, before anything is, the better advice? It is where the plain change leaves
    somebody without a mentor whom the whole plan does not."""
    if found.best is None or not found.is_possible:
        return found.best is not None
    if form is not None:
        return bool(form["whole"].value())
    return found.after.coverage < found.best.after.coverage


def _suggestion(request: HttpRequest, change: Change) -> Any:
    """The open suggestion from which the price was asked, if it is of these two."""
    rows = queries.suggestions_visible_to(request.user)
    given = request.GET.get("suggestion", "")
    if change.kind != "pin" or not given.isdecimal() or len(given) > DIGITS:
        return None
    pair = {"mentee": change.mentee, "mentor": change.mentor}
    return rows.filter(pk=int(given), state=SuggestionState.OPEN, **pair).first()


def _choose(request: HttpRequest, studio: Studio, side: Side) -> HttpResponse:
    """The best other mentors of one mentee, who holds their places beside them."""
    candidates = studio.candidates(side.key)
    others = [one for one in candidates if not one.is_current and not one.is_banned]
    context = {
        **_frame(request, studio, side, "swap"),
        "shortlist": [one for one in others if not one.refusals][:SHORTLIST],
        "mentors": len(candidates),
    }
    return _answer(request, context, 200)


def _frame(request: HttpRequest, studio: Studio, side: Side, kind: str, mentor: str = "") -> dict[str, Any]:
    return {
        "run": studio.run,
        "studio": studio,
        "mentee": side,
        "words": CHANGES[kind],
        "back": coming_back.kept(request),
        "back_url": coming_back.back_to(request, studio.run.pk, kind, side.key, mentor),
    }


def _answer(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    """In its row where htmx asks, a page of its own otherwise."""
    template = "matching/_price_place.html" if request.htmx else "matching/price.html"
    return render_page(request, template, context, status=status)
