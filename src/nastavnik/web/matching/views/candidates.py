"""Who would suit one mentee: everybody ranked, with reasons, who holds the place, and what choosing costs."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.access.allow import allow
from nastavnik.domain.matching import rules
from nastavnik.domain.matching.changes import Change, LevelLine, level_lines
from nastavnik.domain.matching.pricing import priced
from nastavnik.domain.matching.queries import Candidate, Side, Studio
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page

PRICED = 8  # the best ones; of the others the price is told when it is asked for


@dataclass(frozen=True)
class Choice:
    """A mentor who may be chosen: who would have to make room, and what the plain change costs; None: not counted."""

    candidate: Candidate
    instead_of: list[str]
    costs: list[LevelLine] | None


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def candidates(request: HttpRequest, pk: int, mentee: int) -> HttpResponse:
    """The possible by points, the impossible with why."""
    studio = opening.ready(request, pk)
    side = opening.mentee_of(studio, mentee)
    found = studio.candidates(side.key)
    possible = [one for one in found if not one.refusals and not one.is_current]
    context = {
        "run": studio.run,
        "studio": studio,
        "mentee": side,
        "current": next((one for one in found if one.is_current), None),
        "missing": next((one for one in studio.left_out if one.mentee.key == side.key), None),
        "choices": [_choice(studio, side, one, number < PRICED) for number, one in enumerate(possible)],
        "impossible": [one for one in found if one.refusals and not one.is_current],
        "price": reverse("matching:price", args=[studio.run.pk, side.key]),
    }
    return render_page(request, "matching/candidates.html", context)


def _choice(studio: Studio, side: Side, one: Candidate, is_priced: bool) -> Choice:
    names = [other.name for other in one.instead_of]
    if not is_priced or studio.is_stale:
        return Choice(one, names, None)
    found = priced(studio.pool.problem, studio.pairs, Change("swap", side.key, one.mentor.key))
    lines = level_lines(found.before, found.after)
    return Choice(one, names, [line for line in lines if line.difference])
