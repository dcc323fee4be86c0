"""Who would suit one mentee: everybody ranked, with reasons, who holds the place, and what choosing costs."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from nastavnik.access.allow import allow
from nastavnik.domain.matching import rules
from nastavnik.domain.matching.queries import Candidate, Studio
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def candidates(request: HttpRequest, pk: int, mentee: int) -> HttpResponse:
    """The possible by points, the impossible with why."""
    studio = opening.ready(request, pk)
    side = opening.mentee_of(studio, mentee)
    found = studio.candidates(side.key)
    holders = _holders(studio)
    context = {
        "run": studio.run,
        "studio": studio,
        "mentee": side,
        "current": next((one for one in found if one.is_current), None),
        "missing": next((one for one in studio.left_out if one.mentee.key == side.key), None),
        "possible": [(one, holders[one.mentor.key]) for one in found if can_be_chosen(one) and not one.is_current],
        "impossible": [one for one in found if not can_be_chosen(one) and not one.is_current],
        "price": reverse("matching:price", args=[studio.run.pk, side.key]),
    }
    return render_page(request, "matching/candidates.html", context)


def can_be_chosen(one: Candidate) -> bool:
    """Nothing forbids it but that the places are taken: then somebody moves, and the price says who."""
    return not one.refusals or (one.is_full and len(one.refusals) == 1)


def _holders(studio: Studio) -> dict[str, list[str]]:
    """Mentor → who has the places in this proposal."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in studio.rows:
        found[row.mentor.key].append(row.mentee.name)
    return found
