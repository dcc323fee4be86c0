"""What I was told and how often I want letters; quiet hours; what is told on paper."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.core import clock
from nastavnik.domain.notifications import actions, queries, rules
from nastavnik.domain.notifications.enums import Rhythm
from nastavnik.domain.notifications.letters import told
from nastavnik.domain.people.queries import person_of
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, signed_in
from nastavnik.web.shell.render import render_page

PAGE = 50


class RhythmForm(forms.Form):
    rhythm = forms.ChoiceField(label=_("Как часто писать на почту"), choices=Rhythm.choices, widget=forms.RadioSelect)


class QuietForm(forms.Form):
    begins = forms.TimeField(label=_("Писем нет с"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(
        label=_("До"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Одинаковое время в обоих полях значит «тихих часов нет»."),
    )


@allow(signed_in)
def mine(request: HttpRequest) -> HttpResponse:
    """What was I told?"""
    organisation = request.organisation
    person = person_of(request.user, organisation) if organisation else None
    form = RhythmForm(request.POST or None, initial={"rhythm": queries.rhythm_of(person)}) if person else None
    if request.method == "POST" and form is not None and form.is_valid():
        actions.choose_rhythm(person, rhythm=form.cleaned_data["rhythm"], by=request.user)
        return see_other("notifications:mine")
    rows = queries.told_to(request.user, organisation) if organisation else []
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for message in page.object_list:
        message.words = told(message.kind)
    context: dict[str, Any] = {"page": page, "form": form, "person": person}
    return render_page(request, "notifications/mine.html", context, status=422 if form and form.errors else 200)


@allow(rules.sets_quiet_hours)
def quiet(request: HttpRequest) -> HttpResponse:
    """When does the institution send no letters?"""
    organisation = _own(request, Permission.ORGANISATION_EDIT)
    begins, ends = queries.quiet_hours_of(organisation)
    form = QuietForm(request.POST or None, initial={"begins": begins, "ends": ends})
    if request.method == "POST" and form.is_valid():
        actions.set_quiet_hours(organisation, **form.cleaned_data, by=request.user)
        return see_other("notifications:quiet")
    context = {"form": form, "zone": organisation.time_zone}
    return render_page(request, "notifications/quiet.html", context, status=422 if form.errors else 200)


@allow(rules.tells_on_paper, methods=("GET", "HEAD"))
def paper(request: HttpRequest) -> HttpResponse:
    """Who has neither a way in nor an address, and what is to be handed over to them?"""
    organisation = _own(request, Permission.PEOPLE_EDIT)
    today = clock.today(organisation.time_zone)
    rows = [(person, [told(kind) for kind in kinds]) for person, kinds in
            queries.to_be_told_on_paper(organisation, today)]  # fmt: skip
    return render_page(request, "notifications/paper.html", {"rows": rows, "today": today})


def _own(request: HttpRequest, permission: Permission) -> Any:
    organisation = request.organisation
    if organisation is None or not holds(request.user, permission, organisation.pk):
        raise PermissionDenied
    return organisation
