"""What a module says of itself: aim, note, and what it takes from each catalogue."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.shipped import Entry
from nastavnik.web.programmes.forms.content import ContentForm, WordsForm
from nastavnik.web.programmes.views.catalogues import GROUPS
from nastavnik.web.shell.late import late, late_with
from nastavnik.web.shell.render import render_page


@allow(rules.edits_programmes)
def content(request: HttpRequest, pk: int) -> HttpResponse:
    """Aim and note are written here; lists have pages of their own."""
    module = _module(request, pk)
    initial = {"aim": module.aim, "note": module.note, "version": module.version}
    form = WordsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in ("aim", "note")}
        try:
            actions.edit_module(module, changes, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile as conflict:
            return late(request, form, conflict.subject, ("programmes:content", module.pk))
        messages.success(request, _("Сохранено."))
        return see_other("programmes:content", module.pk)
    taken = queries.module_entries(module)
    context = {
        "module": module,
        "form": form,
        "kind": queries.kind_of(module),
        "format_title": module.mentoring_format.called_in(module.organisation),
        "groups": [(title, [_line(one, taken.get(one, ())) for one in _asked(codes)]) for title, codes in GROUPS],
        "is_empty": not taken,
    }
    return render_page(request, "programmes/content.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes)
def content_list(request: HttpRequest, pk: int, catalogue: str) -> HttpResponse:
    """Tick what the module takes, in what order and words."""
    module = _module(request, pk)
    if catalogue not in Catalogue.values or catalogue == Catalogue.AIM:
        raise Http404
    offered = queries.offered(module, catalogue)
    taken = {row.code: row.text for row in module.entries.filter(catalogue=catalogue)}
    form = ContentForm(request.POST or None, offered=offered, taken=taken, initial={"version": module.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.set_module_entries(module, catalogue, form.chosen, version=version, by=request.user)
        except ChangedMeanwhile as conflict:
            return _late(request, form, conflict.subject, catalogue)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return see_other("programmes:content", module.pk)
    context = {"module": module, "catalogue": Catalogue(catalogue), "form": form}
    return render_page(request, "programmes/content_list.html", context, status=422 if form.is_bound else 200)


@allow(rules.edits_programmes, methods=("POST",))
def fill_content(request: HttpRequest, pk: int) -> HttpResponse:
    """Take what is usual where nothing stands yet."""
    module = _module(request, pk)
    actions.take_usual_entries(module, by=request.user)
    messages.success(request, _("Пустые разделы заполнены. Поправьте, что у вас иначе."))
    return see_other("programmes:content", module.pk)


def _asked(codes: tuple[Catalogue, ...]) -> list[Catalogue]:
    """The aim is a sentence of the module itself."""
    return [one for one in codes if one != Catalogue.AIM]


def _line(catalogue: Catalogue, entries: tuple[Entry, ...]) -> tuple[Catalogue, tuple[Entry, ...], int]:
    """A catalogue, what the module takes of it, and how much of that waits to be held against its source."""
    return catalogue, entries, sum(not one.is_confirmed for one in entries)


def _module(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.modules_visible_to(request.user), pk, rules.can_edit_module, request.user)


def _late(request: HttpRequest, form: ContentForm, now: Any, catalogue: str) -> HttpResponse:
    """What stands there now and what was chosen, in two lines; the form again as it was typed."""
    theirs = "; ".join(str(one.title) for one in queries.module_entries(now).get(catalogue, ()))
    rows = [{"label": str(Catalogue(catalogue).label), "theirs": theirs, "mine": form.titles}]
    back = reverse("programmes:content", args=[now.pk])
    form.name_each_field()
    return late_with(request, form, rows, version=now.version, back=back)
