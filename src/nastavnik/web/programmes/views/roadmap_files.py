"""The roadmap out of the product, as a table and as a calendar, and the files that show what was done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.access.fetch import fetch
from nastavnik.access.messages import sentence
from nastavnik.core import clock
from nastavnik.core.errors import DomainError
from nastavnik.domain.documents.rendering.xlsx import Column, Sheet, render_table
from nastavnik.domain.files.checking import MOST_BYTES
from nastavnik.domain.files.queries import read
from nastavnik.domain.programmes import actions, queries, rules
from nastavnik.domain.programmes.calendar_file import Entry, calendar_file
from nastavnik.domain.programmes.enums import ResourceKind, RowState, TermKind
from nastavnik.web.programmes.forms import EvidenceForm
from nastavnik.web.shell.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    ("№", 5), ("Этап", 22), ("Мероприятие", 40), ("Задача", 30), ("Срок", 22), ("Начало", 12), ("Конец", 12),
    ("Ответственные", 26), ("Ожидаемый результат", 30), ("Вид документа", 22), ("Ресурсы", 30), ("Состояние", 14),
    ("День", 12),
)  # fmt: skip


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user).select_related("organisation"), pk)
    today = clock.today(found.organisation.time_zone)
    rows = [_cells(stage, row) for stage, rows in queries.roadmap(found, today) for row in rows]
    columns = [Column(title, width) for title, width in COLUMNS]
    content = render_table([Sheet(_("Дорожная карта"), columns, rows)], day=today)
    return give_file(content, title=f"{_('Дорожная карта')} – {found.title}.xlsx", content_type=XLSX)


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def roadmap_ics(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(queries.visible_to(request.user), pk)
    stages = queries.roadmap(found)
    entries = [_entry(stage, row) for stage, rows in stages for row in rows if _has_days(row)]
    content = calendar_file(found.title, entries, at=clock.now())
    title = f"{_('Дорожная карта')} – {found.title}.ics"
    return give_file(content, title=title, content_type="text/calendar; charset=utf-8")


@allow(rules.edits_programmes, methods=("POST",))
def add_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a file with a row; a file that is refused is told why, on the page of the row."""
    rows = queries.items_visible_to(request.user).select_related("stage__programme", "organisation")
    item = fetch(rows, pk, lambda user, item: rules.can_edit(user, item.stage.programme), request.user)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.add_evidence(item, title=file.name, content=file.read(MOST_BYTES + 1), by=request.user)
        except DomainError as refusal:
            form.add_error("file", sentence(refusal))
        else:
            return see_other("programmes:row", item.pk)
    context = {"programme": item.stage.programme, "item": item, "form": form}
    return render_page(request, "programmes/add_evidence.html", context, status=422)


@allow(rules.sees_programmes, methods=("GET", "HEAD"))
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The file itself, to those who see the programme."""
    file = fetch(queries.evidence_visible_to(request.user), pk).file
    return give_file(read(file), title=file.title, content_type=file.content_type)


@allow(rules.edits_programmes, methods=("POST",))
def remove_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(
        queries.evidence_visible_to(request.user),
        pk,
        lambda user, one: rules.can_edit(user, one.item.stage.programme),
        request.user,
    )
    actions.remove_evidence(found, by=request.user)
    return see_other("programmes:row", found.item_id)


def _cells(stage: Any, row: queries.RoadmapRow) -> list[Any]:
    item = row.item
    return [
        row.number, f"{stage.number}. {stage.title}", item.title, item.task, row.term, item.starts_on, item.ends_on,
        row.responsible_said, item.result, item.document, _resources(item), str(row.state.label),
        item.dropped_on or item.done_on or item.begun_on,
    ]  # fmt: skip


def _resources(item: Any) -> str:
    kinds = dict(ResourceKind.choices)
    return "; ".join(f"{kinds[kind]}: {words}" for kind, words in item.resources.items() if kind in kinds)


def _has_days(row: queries.RoadmapRow) -> bool:
    """«Ежемесячно» over the whole programme would only cover every day of a calendar."""
    return row.state != RowState.DROPPED and row.item.term_kind != TermKind.WORDS


def _entry(stage: Any, row: queries.RoadmapRow) -> Entry:
    item = row.item
    about = [
        _("Срок: %(term)s") % {"term": row.term},
        _("Ответственные: %(who)s") % {"who": row.responsible_said} if row.responsible else "",
        _("Результат: %(result)s") % {"result": item.result} if item.result else "",
        _("Документ: %(document)s") % {"document": item.document} if item.document else "",
    ]
    return Entry(
        uid=f"roadmap-row-{item.pk}@nastavnik",
        title=item.title,
        starts_on=item.starts_on,
        ends_on=item.ends_on,
        about="\n".join(line for line in about if line),
        category=stage.title,
        is_yearly=item.term_kind == TermKind.YEARLY,
        remind_days=item.remind_days if item.is_open else None,
    )
