"""Two plans side by side: another run, last year's pairs, the way it is done by hand, the stable one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.domain.matching import queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page

PLANS = {
    "greedy": (
        _("Как вручную"),
        _("Берём лучшую пару, потом лучшую из оставшихся, и так до конца: обычно так и делают."),
    ),
    "stable": (_("Взаимно устойчивый"), _("Никакие двое не хотели бы бросить своих ради друг друга.")),
    "last_year": (_("Прежние пары"), _("Те, кто работает или работал вместе в этой программе.")),
}


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """With what is chosen by the address: the number of a run, or one of the words."""
    studio = opening.counted(request, pk)
    others = list(queries.comparable(studio.run))
    chosen = request.GET.get("with") or _first(studio.run)
    against: Any = chosen if chosen in PLANS else next((one for one in others if str(one.pk) == chosen), None)
    if against is None:
        raise Http404
    context = {
        "run": studio.run,
        "studio": studio,
        "others": others,
        "plans": [(code, title, hint) for code, (title, hint) in PLANS.items()],
        "chosen": chosen,
        "hint": PLANS[chosen][1] if chosen in PLANS else "",
        "other": None if chosen in PLANS else against,
        "comparison": queries.compare(studio, against),
        "ready": MatchRunState.READY,
    }
    return render_page(request, "matching/compare.html", context)


def _first(run: Any) -> str:
    other = queries.compared_first(run)
    return str(other.pk) if other else "greedy"
