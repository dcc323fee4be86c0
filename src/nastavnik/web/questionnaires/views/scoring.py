"""What is counted out of the answers."""

from django.http import Http404, HttpRequest, HttpResponse

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.questionnaires import actions, queries, rules
from nastavnik.domain.questionnaires.enums import VersionState
from nastavnik.domain.questionnaires.specs import Score, Scoring
from nastavnik.web.questionnaires.forms import ScoreForm
from nastavnik.web.shell.posted import number
from nastavnik.web.shell.render import render_page

NEW = "new"


@allow(rules.edits_questionnaires)
def score(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Which questions make one number, and what is it called?"""
    draft = fetch(queries.versions_visible_to(request.user), pk, rules.can_edit_version, request.user)
    if draft.state != VersionState.DRAFT:
        raise Http404
    scores = draft.scored.scores
    former = next((one for one in scores if one.code == code), None)
    if former is None and code != NEW:
        raise Http404
    form = ScoreForm(request.POST or None, spec=draft.asked, score=former)
    version = number(request, "version")
    if request.method == "POST" and former and "remove" in request.POST:
        kept = tuple(one for one in scores if one.code != code)
        actions.save_draft(draft, scoring=Scoring(kept), version=version or draft.version, by=request.user)
        return see_other("questionnaires:build", pk)
    if request.method == "POST" and form.is_valid():
        built = form.built(code if former else _free(scores))
        changed = tuple(built if one.code == code else one for one in scores) if former else (*scores, built)
        actions.save_draft(draft, scoring=Scoring(changed), version=version or draft.version, by=request.user)
        return see_other("questionnaires:build", pk)
    context = {"form": form, "draft": draft, "score": former}
    return render_page(request, "questionnaires/score.html", context, status=422 if form.is_bound else 200)


def _free(scores: tuple[Score, ...]) -> str:
    """s1, s2, …: the first that is free."""
    taken = {one.code for one in scores}
    return next(f"s{place}" for place in range(1, len(taken) + 2) if f"s{place}" not in taken)
