"""Pairs that a teacher, or the two themselves, name; the coordinator decides."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.matching import actions, queries, rules
from nastavnik.domain.people.queries import names_of_users
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.web.matching.forms.suggestion import SuggestionForm
from nastavnik.web.shell.render import render_page

ROWS = 50


@allow(rules.suggests_pairs, methods=("GET", "HEAD"))
def suggestions(request: HttpRequest) -> HttpResponse:
    """A teacher's own ones; for coordinators all, with what waits for a decision first."""
    rows = queries.suggestions_visible_to(request.user).filter(organisation=request.organisation)
    page = Paginator(rows.order_by("-state", "-at", "-pk"), ROWS).get_page(request.GET.get("page"))
    names = names_of_users(request.organisation, [row.by_id for row in page]) if request.organisation else {}
    context = {
        "page": page,
        "leads": rules.runs_matching(request.user),
        "rows": [
            {
                "suggestion": row,
                "by_name": names.get(row.by_id, ""),
                "may_decide": row.state == "open" and rules.can_decide_suggestion(request.user, row),
            }
            for row in page
        ],
        "modules": queries.modules_to_suggest_in(request.user).filter(organisation=request.organisation),
    }
    return render_page(request, "matching/suggestions.html", context)


@allow(rules.suggests_pairs)
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    module = fetch(queries.modules_to_suggest_in(request.user), pk, rules.can_suggest, request.user)
    people = {
        f"{role}s": queries.to_suggest(request.user, module, role)
        for role in (ParticipationRole.MENTEE, ParticipationRole.MENTOR)
    }
    initial = {name: request.GET.get(name) for name in ("mentee", "mentor")}
    form = SuggestionForm(request.POST or None, **people, initial={k: v for k, v in initial.items() if v})
    if request.method == "POST" and form.is_valid():
        try:
            actions.suggest(module, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Предложение у куратора. Его решение появится в этом списке."))
            return see_other("matching:suggestions")
    context = {"module": module, "form": form}
    return render_page(request, "matching/suggestion_form.html", context, status=422 if form.is_bound else 200)


@allow(rules.runs_matching, methods=("POST",))
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The pair is pinned with its way; in the proposal that is ready, if there is one."""
    found = _suggestion(request, pk)
    run = queries.ready_run(found.module)
    try:
        actions.accept_suggestion(found, run=run, by=request.user)
    except ChangedMeanwhile:
        raise
    except DomainError as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Пара закреплена: остальные строятся вокруг неё."))
        if run:
            return see_other("matching:run", run.pk)
    return see_other("matching:suggestions")


@allow(rules.runs_matching, methods=("POST",))
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    found = _suggestion(request, pk)
    actions.set_aside_suggestion(found, by=request.user, note=request.POST.get("note", "")[:300])
    messages.success(request, _("Предложение отложено. Педагог увидит это в своём списке."))
    return see_other("matching:suggestions")


def _suggestion(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.suggestions_visible_to(request.user), pk, rules.can_decide_suggestion, request.user)
