"""Speed mentoring: the table of rounds, shown and printed."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.domain.matching import queries, rules
from nastavnik.domain.matching.queries.rounds import rounds_of
from nastavnik.web.shell.render import render_page

USUAL = 5
LENGTHS = (3, 5, 7, 10)


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def rounds(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sits with whom, round by round."""
    meeting = fetch(queries.meetings_visible_to(request.user), pk)
    said = request.GET.get("minutes", "")
    minutes = int(said) if said in {str(length) for length in LENGTHS} else USUAL
    found = rounds_of(meeting, minutes)
    context = {
        "meeting": meeting,
        "rounds": found,
        "minutes": minutes,
        "lengths": LENGTHS,
        "total": len(found) * minutes,
    }
    return render_page(request, "matching/rounds.html", context)
