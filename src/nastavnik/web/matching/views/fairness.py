"""«Проверить честность»: who gets the weak pairs, who would rather have each other, how the load is spread."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.domain.matching import rules
from nastavnik.domain.matching.queries import Side, Studio
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page


@dataclass(frozen=True)
class Load:
    """A mentor of the proposal with the mentees; `taken` also counts those from before."""

    mentor: Side
    taken: int
    places: int
    mentees: str


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def fairness(request: HttpRequest, pk: int) -> HttpResponse:
    studio = opening.counted(request, pk)
    titles = {"group": _("По классам"), "building": _("По корпусам"), "mode": _("Очно и онлайн")}
    context = {
        "run": studio.run,
        "studio": studio,
        "tables": [(titles[by], studio.fairness[by]) for by in titles if len(studio.fairness.get(by, ())) > 1],
        "loads": _loads(studio),
        "weak": [row for row in studio.rows if row.is_weak],
    }
    return render_page(request, "matching/fairness.html", context)


def _loads(studio: Studio) -> list[Load]:
    """Mentors who have somebody, the most loaded first."""
    names: dict[str, list[str]] = {}
    rows = {row.mentor.key: row for row in studio.rows}
    for row in studio.rows:
        names.setdefault(row.mentor.key, []).append(row.mentee.name)
    found = [Load(row.mentor, row.taken, row.places, ", ".join(names[key])) for key, row in rows.items()]
    return sorted(found, key=lambda one: (-one.taken, one.mentor.participation.person.normal_name))
