"""What people decided: pins and bans with what each costs, and who changed what."""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.domain.matching import messages, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.queries import ChangeLine
from nastavnik.domain.matching.queries.reports import counted
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def decisions(request: HttpRequest, pk: int) -> HttpResponse:
    studio = opening.counted(request, pk)
    costs = {(one.kind, one.mentee.key, one.mentor.key): one for one in studio.forced}
    here = studio.pool.participations.keys()
    rows = [
        (one, costs.get((one.kind, one.mentee.key, one.mentor.key)), {one.mentee.key, one.mentor.key} <= here)
        for one in studio.decisions
    ]
    context = {
        "run": studio.run,
        "studio": studio,
        "trail": [(one, _lines(one, studio.keeps)) for one in studio.changes],
        "pins": [row for row in rows if row[0].kind == "pin"],
        "bans": [row for row in rows if row[0].kind == "ban"],
        "is_counted": bool(counted(studio)),
        "can_change": studio.run.state == MatchRunState.READY and not studio.is_stale,
    }
    return render_page(request, "matching/decisions.html", context)


def _lines(change: ChangeLine, keeps: bool) -> list[tuple[str, int]]:
    """What the change did to the goals, in words; only what moved."""
    return [(messages.level(name, keeps=keeps), moved) for name, moved in change.difference.items() if moved]
