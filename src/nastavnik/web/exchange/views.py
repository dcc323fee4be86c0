"""The wizard: file → columns → check → done. Nothing is written about people before «Принять»."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core.errors import ChangedMeanwhile, DomainError
from nastavnik.domain.exchange import actions, queries, rules
from nastavnik.domain.exchange.enums import PeopleImportState as State
from nastavnik.domain.exchange.errors import UnreadableFile
from nastavnik.domain.exchange.messages import refusal
from nastavnik.domain.exchange.reading.refused import errors_workbook
from nastavnik.domain.people import queries as people
from nastavnik.web.exchange import attention
from nastavnik.web.exchange.fields import CARD_TITLES
from nastavnik.web.exchange.forms import AcceptForm, ColumnsForm, DecideForm, UploadForm
from nastavnik.web.shell.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 12


def _steps(now: int) -> list[dict[str, str]]:
    titles = (_("Файл"), _("Столбцы"), _("Проверка"), _("Готово"))
    return [
        {"title": title, "state": "done" if number < now else "now" if number == now else "ahead"}
        for number, title in enumerate(titles, start=1)
    ]


@allow(rules.imports_people)
def upload(request: HttpRequest) -> HttpResponse:
    """Which list, of whom, into which programme."""
    organisation = request.organisation  # type: ignore[attr-defined]
    if organisation is None:
        raise Http404
    modules = queries.modules_for_import(request.user).filter(organisation=organisation)
    named = [(module.pk, f"{module.programme.title}: {module.title}") for module in modules]
    start = {"module": request.GET.get("module"), "role": request.GET.get("role") or "mentee"}
    form = UploadForm(request.POST or None, request.FILES or None, modules=named, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            people_import = _store(form, fetch(modules, form.cleaned_data["module"]), request.user)
        except UnreadableFile as unreadable:
            form.add_error("file", refusal(unreadable))
        else:
            return see_other("exchange:columns", people_import.pk)
    unfinished = queries.unfinished(request.user).filter(organisation=organisation)[:10]
    context = {"form": form, "unfinished": unfinished, "has_modules": bool(named), "steps": _steps(1)}
    return render_page(request, "exchange/upload.html", context, status=422 if request.method == "POST" else 200)


def _store(form: UploadForm, module: Any, user: Any) -> Any:
    file = form.cleaned_data["file"]
    if file.size > settings.UPLOAD_LIMIT:
        raise UnreadableFile("too_big", limit=settings.UPLOAD_LIMIT // 1024**2)
    return actions.upload(module, role=form.cleaned_data["role"], content=file.read(), name=file.name, by=user)


def _open(request: HttpRequest, pk: int) -> Any:
    """An import that can still be changed, or the page where it ended."""
    people_import = fetch(queries.visible_to(request.user), pk, rules.can_import, request.user)
    if people_import.state == State.ACCEPTED:
        return people_import, see_other("exchange:done", pk)
    if people_import.state == State.CANCELLED:
        return people_import, see_other("exchange:upload")
    return people_import, None


@allow(rules.imports_people)
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column holds what: the guess is shown and can be corrected."""
    people_import, elsewhere = _open(request, pk)
    if elsewhere:
        return elsewhere
    found = queries.preview(people_import)
    form = ColumnsForm(
        request.POST or None,
        columns=found.reading.columns,
        role=people_import.role,
        initial={"version": people_import.version},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_columns(people_import, form.columns, version=form.cleaned_data["version"], by=request.user)
        except ChangedMeanwhile:
            raise
        except DomainError as unclear:
            form.add_error(None, sentence(unclear))
        else:
            return see_other("exchange:check", pk)
    context = {
        "form": form,
        "people_import": people_import,
        "reading": found.reading,
        "rows": [(column, form[column.letter]) for column in found.reading.columns],
        "about": attention.whole_list(found),
        "steps": _steps(2),
    }
    return render_page(request, "exchange/columns.html", context, status=422 if request.method == "POST" else 200)


@allow(rules.imports_people, methods=("GET", "HEAD"))
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read, what needs a look, and the button that takes the people in."""
    people_import, elsewhere = _open(request, pk)
    if elsewhere:
        return elsewhere
    found = queries.preview(people_import)
    if people_import.state == State.UPLOADED or found.reading.is_blocked:
        return see_other("exchange:columns", pk)
    rows = attention.attention(found)
    shown = rows if request.GET.get("all") else rows[:SHOWN]
    entries = found.comparison.entries
    context = {
        "people_import": people_import,
        "reading": found.reading,
        "form": AcceptForm(initial={"version": people_import.version, "admit": True}),
        "ready": len(entries),
        "known": len(entries) - found.newcomers,
        "refused": len(found.reading.refused_rows),
        "questions": len(found.comparison.open_questions),
        "repeats": sum(len(one.rows) - 1 for one in found.comparison.merged),
        "rows": shown,
        "more": len(rows) - len(shown),
        "about": attention.whole_list(found),
        "skipped": attention.skipped(found),
        "agreed": sum(1 for entry in entries if entry.record.consent),
        "differences": [(person, row, _named(listed)) for person, row, listed in found.differences],
        "steps": _steps(3),
    }
    return render_page(request, "exchange/check.html", context)


def _named(listed: Any) -> list[tuple[Any, str, str]]:
    return [(CARD_TITLES[one.field], one.here, one.listed) for one in listed]


@allow(rules.imports_people, methods=("POST",))
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One person or two."""
    people_import, elsewhere = _open(request, pk)
    if elsewhere:
        return elsewhere
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.decide(people_import, by=request.user, **form.cleaned_data)
    return see_other("exchange:check", pk)


@allow(rules.imports_people, methods=("GET", "HEAD"))
def refused(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as a workbook to be mended and loaded again."""
    people_import, elsewhere = _open(request, pk)
    if elsewhere:
        return elsewhere
    found = queries.preview(people_import)
    return give_file(errors_workbook(found.reading, found.table.rows), title=_("Исправить.xlsx"), content_type=XLSX)


@allow(rules.imports_people, methods=("POST",))
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the people in."""
    people_import = fetch(queries.visible_to(request.user), pk, rules.can_import, request.user)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.accept(people_import, by=request.user, **form.cleaned_data)
    return see_other("exchange:done", pk)


@allow(rules.imports_people, methods=("POST",))
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Not this list."""
    people_import = fetch(queries.visible_to(request.user), pk, rules.can_import, request.user)
    actions.cancel(people_import, by=request.user)
    messages.success(request, _("Список не загружен, файл удалён. Ничего не изменено."))
    return see_other("exchange:upload")


@allow(rules.imports_people, methods=("GET", "HEAD"))
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened and what is next."""
    people_import = fetch(queries.visible_to(request.user), pk, rules.can_import, request.user)
    if people_import.state != State.ACCEPTED:
        return see_other("exchange:check", pk)
    outcome = people_import.outcome
    declined = outcome.get("declined", [])
    told = {one["person"] for one in outcome["differences"]}.union(declined)
    named = people.visible_to(request.user).in_bulk(told)
    context = {
        "people_import": people_import,
        "outcome": outcome,
        "waiting": queries.waiting_after(people_import).count(),
        "declined": [named[pk] for pk in declined if pk in named],
        "differences": [
            (named[one["person"]], [CARD_TITLES[field] for field in one["fields"]])
            for one in outcome["differences"]
            if one["person"] in named
        ],
        "steps": _steps(4),
    }
    return render_page(request, "exchange/done.html", context)
