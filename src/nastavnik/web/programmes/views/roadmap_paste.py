"""Many rows at once: from a table of Word or Excel, shown before it is added, or from a ready set."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.programmes import actions, pasting, queries, rules
from nastavnik.domain.programmes.pasting import Field, Pasted, PastedRow, StageSpan
from nastavnik.domain.programmes.pasting.messages import FIELDS, sentence_of
from nastavnik.domain.programmes.templates.row_sets import ROW_SETS
from nastavnik.domain.programmes.terms import days_term, said
from nastavnik.web.programmes.forms import PasteForm
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.templatetags.frame import plural

MENDED = re.compile(r"r(\d{1,4})-(title|term|responsible|task|result|document|leave_out)")
CHOSEN = re.compile(r"c(\d{1,2})")


@dataclass(frozen=True)
class Line:
    """A row of the preview: what was understood, sentences on what was not, and fields to mend it with."""

    row: PastedRow
    stage: str
    term: str
    doubts: tuple[str, ...]
    notes: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]  # name, label, value
    kept: tuple[tuple[str, str], ...]  # mended before and right now


@allow(rules.edits_programmes)
def roadmap_paste(request: HttpRequest, pk: int) -> HttpResponse:
    """What was understood? Nothing is written before «Добавить», then all rows are."""
    found = _programme(request, pk)
    form = PasteForm(request.POST, request.FILES) if request.method == "POST" else PasteForm()
    context: dict[str, Any] = {"programme": found, "form": form}
    status = 200
    if request.method == "POST" and form.is_valid():
        mended = _mended(request)
        pasted = pasting.read(
            form.cleaned_data["text"],
            around=found.starts_on,
            until=found.ends_on,
            stages=queries.stage_spans(found),
            columns=_chosen(request),
            mended=mended,
        )
        if "add" in request.POST and pasted.can_be_added:
            added = actions.add_pasted(found, pasted, by=request.user)
            messages.success(request, _("Добавлено: %(rows)s.") % {"rows": plural(added, "строка,строки,строк")})
            return see_other("programmes:roadmap", found.pk)
        status = 422 if "add" in request.POST or not pasted.rows else 200
        context |= _preview(found, form.cleaned_data["text"], pasted, mended)
    elif request.method == "POST":
        status = 422
    return render_page(request, "programmes/roadmap_paste.html", context, status=status)


@allow(rules.edits_programmes)
def roadmap_ready(request: HttpRequest, pk: int) -> HttpResponse:
    """Ready rows; those that the roadmap has already do not come twice."""
    found = _programme(request, pk)
    if request.method == "POST" and request.POST.get("code") in {one.code for one in ROW_SETS}:
        added = actions.add_rows(found, request.POST["code"], by=request.user)
        said_so = _("Добавлено: %(rows)s.") % {"rows": plural(added, "строка,строки,строк")}
        messages.success(request, said_so if added else _("Все эти строки уже есть."))
        return see_other("programmes:roadmap", found.pk)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "programmes/roadmap_ready.html", {"programme": found, "sets": ROW_SETS}, status=status)


def _programme(request: HttpRequest, pk: int) -> Any:
    rows = queries.visible_to(request.user).select_related("organisation")
    return fetch(rows, pk, rules.can_edit, request.user)


def _mended(request: HttpRequest) -> dict[int, dict[str, str]]:
    """Row → its words written by hand."""
    mended: dict[int, dict[str, str]] = {}
    for name, value in request.POST.items():
        if asked := MENDED.fullmatch(name):
            mended.setdefault(int(asked[1]), {})[asked[2]] = str(value)
    return mended


def _chosen(request: HttpRequest) -> dict[int, Field | None]:
    """Column → its field, where somebody chose one."""
    known = {field.value for field in Field}
    return {
        int(asked[1]): Field(value) if value in known else None
        for name, value in request.POST.items()
        if (asked := CHOSEN.fullmatch(name))
    }


def _preview(programme: Any, text: str, pasted: Pasted, mended: dict[int, dict[str, str]]) -> dict[str, Any]:
    spans = {span.number: span for span in queries.stage_spans(programme)}
    has_terms = any(column.field == Field.TERM for column in pasted.columns)
    today = clock.today(programme.organisation.time_zone)
    return {
        "text": text,
        "pasted": pasted,
        "columns": [
            (place, column.title or _("Столбец %(number)s") % {"number": place + 1}, column.field)
            for place, column in enumerate(pasted.columns)
        ],
        "fields": FIELDS.items(),
        "about": [sentence_of(issue) for issue in pasted.issues if not issue.is_error],
        "wrong": [sentence_of(issue) for issue in pasted.issues if issue.is_error],
        "lines": [
            _line(row, spans.get(row.stage), mended.get(row.row, {}), today, has_terms=has_terms) for row in pasted.rows
        ],
        "left_out": sorted(number for number, words in mended.items() if words.get("leave_out")),
    }


def _line(row: PastedRow, stage: StageSpan | None, mended: dict[str, str], today: date, *, has_terms: bool) -> Line:
    """In a table without any terms the field of a term offers the days of the stage; nothing is taken unasked."""
    wrong = {issue.field for issue in row.issues if issue.is_error and issue.field}
    values = {"title": row.title, "term": row.term_text, "task": row.task, "result": row.result,
              "document": row.document, "responsible": ", ".join(row.responsible)}  # fmt: skip
    if stage and not has_terms and not values["term"]:
        values["term"] = said(days_term(stage.starts_on, stage.ends_on))
    notes = [sentence_of(issue) for issue in row.issues if not issue.is_error]
    if row.term and row.term.ends_on < today:
        notes.append(_("Строка %(row)s: срок уже прошёл. Проверьте год.") % {"row": row.row})
    return Line(
        row=row,
        stage=stage.title if stage else "",
        term=said(row.term) if row.term else "",
        doubts=tuple(sentence_of(issue) for issue in row.issues if issue.is_error),
        notes=tuple(notes),
        fields=tuple((f"r{row.row}-{name}", str(FIELDS[name]), values[name]) for name in sorted(wrong)),
        kept=tuple((f"r{row.row}-{name}", words) for name, words in mended.items() if name not in wrong),
    )
