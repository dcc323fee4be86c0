"""One participation: its profile and its steps."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.mentorships.queries.members import occupied
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import AdmittedHow, Catalogue, Kind, ParticipationRole
from nastavnik.domain.programmes.errors import PairStillWorks
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.web.programmes.forms import ProfileForm
from nastavnik.web.programmes.forms.profile import initial_of
from nastavnik.web.programmes.views.observing import known_topics
from nastavnik.web.shell.late import late_with
from nastavnik.web.shell.render import render_page

STEPS = {
    "admit": actions.admit,
    "suspend": actions.suspend,
    "resume": actions.resume,
    "leave": actions.leave,
}


def _categories(organisation: Any, chosen: str) -> dict[str, str]:
    """Those that are offered, and the chosen one also where it is offered no more."""
    rows = queries.entries(organisation, Catalogue.MENTEE_CATEGORY, hidden=True)
    return {one.code: one.title for one in rows if not one.is_hidden or one.code == chosen}


@allow(rules.edits_programmes)
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """Needs, competences, time: what matching reads of this person."""
    found = _participation(request, pk)
    today = clock.today(found.organisation.time_zone)
    participant = queries.participants([found], today)[0]
    said = queries.said_of([found.pk]).get(found.pk, ProfileValues())
    initial = {**initial_of(said), "version": queries.profile_version(found)}
    form = ProfileForm(
        request.POST or None,
        role=found.role,
        said=said,
        categories=_categories(found.organisation, said.category),
        team=found.module.kind == Kind.TEAM,
        known=known_topics(found.organisation),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or None
        try:
            actions.set_profile(found, values=form.values, version=version, by=request.user)
        except ChangedMeanwhile:
            return _late(request, found, form)
        return see_other("programmes:profile", found.pk)
    context = {
        "participation": found,
        "participant": participant,
        "form": form,
        "observations": queries.written_about(found, request.user),
        "can": {"observe": rules.can_observe(request.user, found)},
        "steps": [step for step in found.lifecycle.actions(found.state) if step in STEPS],
    }
    return render_page(request, "programmes/profile.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Admit, suspend, resume, leave."""
    found = _participation(request, pk)
    act = STEPS.get(request.POST.get("step", ""))
    if act is None:
        raise Http404
    if act is actions.leave and occupied([found]).exists():
        raise PairStillWorks()
    if act is actions.admit:
        _admit(request, found)
    else:
        act(found, by=request.user)
    return see_other("programmes:profile", found.pk)


def _admit(request: HttpRequest, found: Any) -> None:
    """Past the checklist of mentors: said, and named there."""
    actions.admit(found, by=request.user, reason=AdmittedHow.BY_HAND)
    if found.role == ParticipationRole.MENTOR:
        messages.info(request, _("Допущен без записи о проверке: имя стоит на странице «Отбор наставников»."))


def _participation(request: HttpRequest, pk: int) -> Any:
    rows = queries.participations_visible_to(request.user).select_related("organisation", "person", "module__programme")
    found = fetch(rows, pk, rules.can_edit_participation, request.user)
    today = clock.today(found.organisation.time_zone)
    return queries.with_gates(rows, today).get(pk=found.pk)


def _late(request: HttpRequest, found: Any, form: ProfileForm) -> HttpResponse:
    """409: what is written now beside what came late."""
    now = initial_of(queries.said_of([found.pk]).get(found.pk, ProfileValues()))
    mine = initial_of(form.values)
    rows = [
        {"label": form.fields[name].label, "theirs": now[name], "mine": mine[name]}
        for name in form.fields
        if name in now and now[name] != mine[name]
    ]
    return late_with(request, form, rows, version=queries.profile_version(found), back=request.path)
