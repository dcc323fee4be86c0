"""Catalogues of the institution: what is there, one list, one entry."""

from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import Catalogue, ProgrammeType
from nastavnik.domain.programmes.fitting import About, may_fit
from nastavnik.domain.programmes.kinds import card
from nastavnik.domain.programmes.shipped import Entry, formats
from nastavnik.web.programmes.forms.catalogue import EntryForm, initial_of, usual_new
from nastavnik.web.programmes.own import own_organisation
from nastavnik.web.shell.late import both_texts, late_with
from nastavnik.web.shell.render import render_page

GROUPS = (
    (gettext_lazy("Как работаем"), (Catalogue.KIND, Catalogue.METHOD, Catalogue.DIRECTION)),
    (
        gettext_lazy("Зачем"),
        (
            Catalogue.AIM,
            Catalogue.TASK,
            Catalogue.EXPECTED_RESULT,
            Catalogue.OUTCOME,
            Catalogue.SOCIAL_EFFECT,
            Catalogue.OPPORTUNITY,
        ),
    ),
    (
        gettext_lazy("Кто"),
        (
            Catalogue.MENTOR_POST,
            Catalogue.MENTEE_CATEGORY,
            Catalogue.MENTOR_PORTRAIT,
            Catalogue.MENTEE_PORTRAIT,
            Catalogue.MENTOR_REQUIREMENT,
            Catalogue.MENTEE_REQUIREMENT,
        ),
    ),
    (
        gettext_lazy("По каким правилам"),
        (
            Catalogue.PRINCIPLE,
            Catalogue.TERM,
            Catalogue.MENTOR_RIGHT,
            Catalogue.MENTOR_DUTY,
            Catalogue.MENTEE_RIGHT,
            Catalogue.MENTEE_DUTY,
        ),
    ),
)
STEPS = {
    "hide": actions.hide_entry,
    "show": actions.show_entry,
    "restore": actions.restore_entry,
}
STEPPED = {
    "hide": gettext_lazy("Больше не предлагаем. Запись стоит внизу списка, её можно вернуть."),
    "show": gettext_lazy("Снова предлагаем."),
    "restore": gettext_lazy("Вернулся готовый текст."),
}


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def catalogues(request: HttpRequest) -> HttpResponse:
    organisation = own_organisation(request)
    facts = {one.catalogue: one for one in queries.catalogue_facts(organisation)}
    groups = [(title, [facts[code] for code in codes]) for title, codes in GROUPS]
    context = {"groups": groups, "formats": queries.formats_for(organisation)}
    return render_page(request, "programmes/catalogues.html", context)


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def catalogue(request: HttpRequest, catalogue: str) -> HttpResponse:
    organisation, listed = own_organisation(request), _catalogue(catalogue)
    titles = _formats(organisation)
    asked = request.GET.get("format", "")
    everything = queries.entries(organisation, listed, hidden=True)
    used = {code for one in everything for code in one.formats}
    found = [one for one in everything if may_fit(one, _about(asked) if asked in used else About())]
    context = {
        "catalogue": listed,
        "filters": [(code, title) for code, title in titles.items() if code in used],
        "asked": asked,
        "rows": [_row(one, titles) for one in found if not one.is_hidden],
        "hidden": [one for one in found if one.is_hidden],
    }
    return render_page(request, "programmes/catalogue.html", context)


@allow(rules.edits_programmes)
def add_catalogue_entry(request: HttpRequest, catalogue: str) -> HttpResponse:
    """An own entry of the institution."""
    organisation, listed = own_organisation(request), _catalogue(catalogue)
    choices = list(_formats(organisation).items())
    form = EntryForm(request.POST or None, catalogue=listed, entry=None, formats=choices, initial=usual_new(listed))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_entry(organisation, listed, by=request.user, **form.changes)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Запись добавлена."))
            return see_other("programmes:catalogue", listed)
    context = {"catalogue": listed, "form": form}
    return render_page(request, "programmes/catalogue_entry.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def catalogue_entry(request: HttpRequest, catalogue: str, code: str) -> HttpResponse:
    """Own words for an entry, and what can be done with it."""
    organisation, listed = own_organisation(request), _catalogue(catalogue)
    entry = _entry(organisation, listed, code)
    choices = list(_formats(organisation).items())
    form = EntryForm(request.POST or None, catalogue=listed, entry=entry, formats=choices, initial=initial_of(entry))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.edit_entry(organisation, listed, code, form.changes, version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            now = SimpleNamespace(**initial_of(_entry(organisation, listed, code)))
            back = reverse("programmes:catalogue", args=[listed])
            rows = both_texts(form, now)
            return late_with(request, form, rows, version=getattr(conflict.subject, "version", None), back=back)
        except DomainError as refusal:
            form.add_error("title", sentence(refusal))
        else:
            messages.success(request, _("Сохранено."))
            return see_other("programmes:catalogue", listed)
    offered = [one.code for one in queries.entries(organisation, listed)]
    context = {
        "catalogue": listed,
        "entry": entry,
        "form": form,
        "place": offered.index(code) + 1 if code in offered else 0,
        "places": len(offered),
    }
    return render_page(request, "programmes/catalogue_entry.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def catalogue_entry_step(request: HttpRequest, catalogue: str, code: str) -> HttpResponse:
    """Hide, show, forget own words, move up or down."""
    organisation, listed = own_organisation(request), _catalogue(catalogue)
    _entry(organisation, listed, code)
    step = request.POST.get("step", "")
    if step in ("up", "down"):
        actions.move_entry(organisation, listed, code, up=step == "up", by=request.user)
        return see_other("programmes:catalogue_entry", listed, code)
    if step not in STEPS:
        raise Http404
    STEPS[step](organisation, listed, code, by=request.user)
    messages.success(request, STEPPED[step])
    return see_other("programmes:catalogue", listed)


def _catalogue(code: str) -> Catalogue:
    try:
        return Catalogue(code)
    except ValueError:
        raise Http404 from None


def _entry(organisation: Any, catalogue: str, code: str) -> Entry:
    found = queries.entry(organisation, catalogue, code)
    if found is None:
        raise Http404
    return found


def _about(format_code: str) -> About:
    """A shipped format says for whom its programmes are."""
    sides = ((ProgrammeType.TEACHERS, formats.OF_TEACHERS), (ProgrammeType.PUPILS, formats.ALL))
    programme_type = next((side for side, codes in sides if format_code in codes), "")
    return About(programme_type=programme_type, format_code=format_code)


def _formats(organisation: Any) -> dict[str, str]:
    return {one.code: one.called_in(organisation) for one in queries.formats_for(organisation, hidden=True)}


def _row(entry: Entry, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "entry": entry,
        "formats": [titles.get(code, code) for code in entry.formats],
        "kind": card(entry) if entry.catalogue == Catalogue.KIND else None,
    }
