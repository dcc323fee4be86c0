"""Which sheet is read and which column holds what."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.exchange import actions, queries, rules
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import refusal
from nastavnik.web.exchange import attention
from nastavnik.web.exchange.forms import ColumnsForm, SheetForm, VersionForm
from nastavnik.web.exchange.views.frame import open_import, steps
from nastavnik.web.shell.render import render_page


@allow(rules.imports_people)
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """The guess is shown and can be corrected; what was remembered of such lists is said."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    reading = queries.reading_of(people_import, people_import.columns)
    form = ColumnsForm(
        request.POST or None,
        columns=reading.columns,
        role=people_import.role,
        initial={"version": people_import.version, "remember": True},
    )
    if request.method == "POST" and form.is_valid():
        try:
            _take(people_import, form, request.user)
        except ChangedMeanwhile:
            raise
        except DomainError as unclear:
            form.add_error(None, sentence(unclear))
        else:
            return see_other("exchange:check", pk)
    context = {
        "form": form,
        "people_import": people_import,
        "reading": reading,
        "rows": [(column, form[column.letter]) for column in reading.columns],
        "about": attention.sentences_about(reading, other_sheets=False),
        "saved": queries.saved_for(people_import) if people_import.columns else None,
        "sheets": _sheets(people_import),
        "steps": steps(2),
    }
    return render_page(request, "exchange/columns.html", context, status=422 if request.method == "POST" else 200)


def _take(people_import: Any, form: ColumnsForm, user: Any) -> None:
    actions.set_columns(people_import, form.columns, version=form.cleaned_data["version"], by=user)
    if form.cleaned_data["remember"]:
        actions.remember_columns(people_import, by=user)


def _sheets(people_import: Any) -> list[tuple[str, bool]]:
    """Every sheet that looks like a list, and whether it is the one being read; one alone is no choice."""
    names = queries.lists_in(people_import)
    now = queries.table_of(people_import).sheet
    return [(name, name == now) for name in names] if len(names) > 1 else []


@allow(rules.imports_people, methods=("POST",))
def choose_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Another sheet of the same file."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    form = SheetForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.choose_sheet(
            people_import, form.cleaned_data["sheet"], version=form.cleaned_data["version"], by=request.user
        )
    except UnreadableFile as unreadable:
        messages.error(request, refusal(unreadable))
    return see_other("exchange:columns", pk)


@allow(rules.imports_people, methods=("POST",))
def forget_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """What was remembered about such lists is forgotten, this one is read as it is guessed."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.forget_columns(people_import, version=form.cleaned_data["version"], by=request.user)
    messages.success(request, _("Забыли. Столбцы угаданы заново, проверьте их."))
    return see_other("exchange:columns", pk)
