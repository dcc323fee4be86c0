"""«Что важнее»: what other weights would change, and counting anew by them."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.queries import Studio
from nastavnik.domain.matching.settings import CRITERIA, choices
from nastavnik.web.matching.forms import WeightsForm
from nastavnik.web.matching.forms.weights import MAIN
from nastavnik.web.matching.hints import hints
from nastavnik.web.matching.views import opening
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page

MORE = 10  # points that a hint adds to one criterion
MOST_PAIRS = 40_000  # above it a hint for each criterion would make the page wait
SHOWN = (MatchRunState.READY, MatchRunState.PUBLISHED)


@allow(rules.runs_matching)
def weights(request: HttpRequest, pk: int) -> HttpResponse:
    """A preview changes nothing; counting anew keeps the weights and asks for a run."""
    module = opening.module_to_match(request, pk)
    studio = _studio(request, module)
    form = form_of(module, studio, request.POST or None)
    preview = None
    if form.is_bound and form.is_valid():
        if "preview" not in request.POST:
            return _recount(request, module, form)
        preview = queries.preview(studio, form.weights) if studio else None
    context = {"module": module, "run": studio.run if studio else None, "form": form, "preview": preview}
    if request.htmx.target == "raised":
        context["raised"] = _raised(studio, form)
    status = 422 if form.is_bound and form.errors else 200
    return render_page(request, "matching/weights.html", context, status=status)


def _raised(studio: Studio | None, form: WeightsForm) -> list[tuple[str, int, int]]:
    """(criterion, points, how many mentors would change): each of the main ones raised a little by itself."""
    problem = studio.pool.problem if studio else None
    if studio is None or problem is None or len(problem.mentees) * len(problem.mentors) > MOST_PAIRS:
        return []
    now = {name: int(form[name].initial) for name in CRITERIA}
    tried = {name: min(100, now[name] + MORE) for name in CRITERIA[:MAIN] if now[name] < 100}
    return [(name, more, len(queries.preview(studio, {**now, name: more}).moves)) for name, more in tried.items()]


def form_of(module: Any, studio: Studio | None, data: Any = None) -> WeightsForm:
    """The weights in force, with what they bring about in the plan."""
    chosen = choices(module.kind, module.matching_settings)["weights"]
    initial = {**chosen, "version": module.version, "run": studio.run.pk if studio else None}
    return WeightsForm(data, initial=initial, hints=hints(studio.rows) if studio else None, auto_id="w_%s")


def _recount(request: HttpRequest, module: Any, form: WeightsForm) -> HttpResponse:
    today = clock.today(module.organisation.time_zone)
    version = form.cleaned_data["version"]
    try:
        asked = actions.reweigh(module, weights=form.weights, version=version, as_of=today, by=request.user)
    except ChangedMeanwhile:
        return _late(request, opening.module_to_match(request, module.pk), form)
    return see_other("matching:run", asked.pk)


def _late(request: HttpRequest, module: Any, form: WeightsForm) -> HttpResponse:
    """409: the weights as somebody else left them beside those that came late."""
    now = choices(module.kind, module.matching_settings)["weights"]
    rows = [
        {"label": str(form[name].label), "theirs": str(now[name]), "mine": str(mine)}
        for name, mine in form.weights.items()
        if mine != now[name]
    ]
    return late_with(request, form, rows, version=module.version, back=request.path)


def _studio(request: HttpRequest, module: Any) -> Studio | None:
    """The run that the page came from, or the newest with a plan; none before the first."""
    runs = queries.visible_to(request.user).filter(module=module, state__in=SHOWN)
    wanted = request.POST.get("run") or request.GET.get("run", "")
    found = runs.filter(pk=int(wanted)).first() if wanted.isdecimal() and len(wanted) < 10 else None
    found = found or runs.first()
    return opening.studio_of(found) if found else None
