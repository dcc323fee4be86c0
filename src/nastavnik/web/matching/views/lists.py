"""Which module, and are its data ready?"""

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.render import render_page


@allow(rules.runs_matching, methods=("GET", "HEAD"))
def index(request: HttpRequest) -> HttpResponse:
    modules = list(queries.modules_to_match(request.user))
    latest = queries.latest_runs(request.user, modules)
    rows = [{"module": module, "run": latest.get(module.pk)} for module in modules]
    return render_page(request, "matching/index.html", {"rows": rows})


@allow(rules.runs_matching)
def module(request: HttpRequest, pk: int) -> HttpResponse:
    """Are the data ready? The button asks for a run."""
    found = opening.module_to_match(request, pk)
    today = clock.today(found.organisation.time_zone)
    if request.method == "POST":
        asked = actions.run(found, as_of=today, rematch="rematch" in request.POST, by=request.user)
        return see_other("matching:run", asked.pk)
    pool = queries.pool_of(found, as_of=today)
    runs = queries.with_counts(queries.visible_to(request.user).filter(module=found)).order_by("-number")[:10]
    published = any(run.state == MatchRunState.PUBLISHED for run in runs)
    context = {"module": found, "today": today, "runs": runs, "published": published, **_readiness(pool)}
    return render_page(request, "matching/module.html", context)


def _readiness(pool: queries.Pool) -> dict[str, object]:
    """Numbers and names of who takes part and who waits."""
    waiting = pool.waiting()
    kept_out = {str(one.participation.pk) for one in waiting}
    mentees = [record for record in pool.mentees if record.key not in kept_out]
    mentors = [record for record in pool.mentors if record.key not in kept_out]
    return {
        "waiting": len(waiting),
        "waiting_consent": [one for one in waiting if one.code == "consent"],
        "waiting_clearance": [one for one in waiting if one.code == "clearance"],
        "mentees": len(mentees),
        "all_mentees": len(pool.mentees),
        "mentors": len(mentors),
        "all_mentors": len(pool.mentors),
        "places": sum(record.places or 0 for record in mentors),
        "without_time": sum(not record.free_time for record in mentees),
        "without_need": sum(not (record.main_need or record.needs) for record in mentees),
        "can_run": bool(pool.mentees and pool.mentors),
        "short_of_places": max(0, len(mentees) - sum(record.places or 0 for record in mentors)),
    }
