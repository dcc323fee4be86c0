"""Many rows at once: from a table of Word or Excel, shown before it is added, or from a ready set."""

import re
from collections.abc import Mapping
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
from nastavnik.domain.programmes.messages import outside_words
from nastavnik.domain.programmes.pasting import Field, Pasted, PastedRow, StageSpan
from nastavnik.domain.programmes.pasting.messages import FIELDS, sentence_of
from nastavnik.domain.programmes.templates.row_sets import ROW_SETS
from nastavnik.domain.programmes.terms import Term, days_term, outside, said
from nastavnik.web.programmes.forms import PasteForm
from nastavnik.web.shell.render import render_page
from nastavnik.web.shell.templatetags.frame import plural

MENDED = re.compile(r"r(\d{1,4})-(title|term|responsible|task|result|document|leave_out)")
CHOSEN = re.compile(r"c(\d{1,2})")
KEPT = re.compile(f"{MENDED.pattern}|{CHOSEN.pattern}")


@dataclass(frozen=True)
class Line:
    """A row of the preview: what was understood, sentences on what was not, and fields to mend it with."""

    row: PastedRow
    called: str  # how a person finds it in the table
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
    if request.method == "POST" and form.is_valid():
        sent = {name: str(value) for name, value in request.POST.items() if KEPT.fullmatch(name)}
        kept = {**sent, "text": form.cleaned_data["text"]}
        pasted = _read(found, kept)
        if "add" in request.POST and pasted.can_be_added:
            added = actions.add_pasted(found, pasted, by=request.user)
            request.session.pop(_key(found), None)
            messages.success(request, _("Добавлено: %(rows)s.") % {"rows": plural(added, "строка,строки,строк")})
            return see_other("programmes:roadmap", found.pk)
        if pasted.rows or pasted.left_out:
            # What was read stands on a page of its own, to which «Назад» can return.
            request.session[_key(found)] = kept
            return see_other("programmes:roadmap_pasted", found.pk)
        context |= _preview(found, kept, pasted)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "programmes/roadmap_paste.html", context, status=status)


@allow(rules.edits_programmes, methods=("GET", "HEAD"))
def roadmap_pasted(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read of the table; after it was added there is nothing to show."""
    found = _programme(request, pk)
    kept = request.session.get(_key(found))
    if not kept:
        return see_other("programmes:roadmap_paste", found.pk)
    context = {"programme": found, **_preview(found, kept, _read(found, kept))}
    return render_page(request, "programmes/roadmap_paste.html", context)


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


def _key(programme: Any) -> str:
    return f"pasted-{programme.pk}"


def _read(programme: Any, kept: Mapping[str, str]) -> Pasted:
    return pasting.read(
        kept["text"],
        around=programme.starts_on,
        until=programme.ends_on,
        stages=queries.stage_spans(programme),
        columns=_chosen(kept),
        mended=_mended(kept),
    )


def _mended(kept: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Row → its words written by hand."""
    mended: dict[int, dict[str, str]] = {}
    for name, value in kept.items():
        if asked := MENDED.fullmatch(name):
            mended.setdefault(int(asked[1]), {})[asked[2]] = value
    return mended


def _chosen(kept: Mapping[str, str]) -> dict[int, Field | None]:
    """Column → its field, where somebody chose one."""
    known = {field.value for field in Field}
    return {
        int(asked[1]): Field(value) if value in known else None
        for name, value in kept.items()
        if (asked := CHOSEN.fullmatch(name))
    }


def _preview(programme: Any, kept: Mapping[str, str], pasted: Pasted) -> dict[str, Any]:
    mended = _mended(kept)
    spans = {span.number: span for span in queries.stage_spans(programme)}
    has_terms = any(column.field == Field.TERM for column in pasted.columns)
    today = clock.today(programme.organisation.time_zone)
    return {
        "text": kept["text"],
        "pasted": pasted,
        "columns": [
            (place, column.title or _("Столбец %(number)s") % {"number": place + 1}, column.field)
            for place, column in enumerate(pasted.columns)
        ],
        "fields": FIELDS.items(),
        "about": [sentence_of(issue) for issue in pasted.issues if not issue.is_error],
        "wrong": [sentence_of(issue) for issue in pasted.issues if issue.is_error],
        "lines": [
            _line(
                row,
                pasted.called[row.row],
                spans.get(row.stage),
                mended.get(row.row, {}),
                _notes(row, programme, today),
                has_terms=has_terms,
            )
            for row in pasted.rows
        ],
        "outside": sum(bool(row.term and _where(row.term, programme)) for row in pasted.rows),
        "left_out": [
            (number, pasted.called.get(number, str(number)))
            for number in sorted(mended)
            if mended[number].get("leave_out")
        ],
    }


def _where(term: Term, programme: Any) -> str:
    return outside(term, programme.starts_on, programme.ends_on)


def _notes(row: PastedRow, programme: Any, today: date) -> list[str]:
    """A term that is over, or not of this programme: what a person would want to look at."""
    if not row.term:
        return []
    if where := _where(row.term, programme):
        return [_("Срок – %(where)s. Проверьте месяц и год.") % {"where": outside_words(where, programme)}]
    return [_("Срок уже прошёл. Проверьте год.")] if row.term.ends_on < today else []


def _line(
    row: PastedRow, called: str, stage: StageSpan | None, mended: dict[str, str], doubts: list[str], *, has_terms: bool
) -> Line:
    """In a table without any terms the field of a term offers the days of the stage; nothing is taken unasked."""
    wrong = {issue.field for issue in row.issues if issue.is_error and issue.field}
    values = {"title": row.title, "term": row.term_text, "task": row.task, "result": row.result,
              "document": row.document, "responsible": ", ".join(row.responsible)}  # fmt: skip
    if stage and not has_terms and not values["term"]:
        values["term"] = said(days_term(stage.starts_on, stage.ends_on))
    notes = [sentence_of(issue, called) for issue in row.issues if not issue.is_error]
    return Line(
        row=row,
        called=called,
        stage=stage.title if stage else "",
        term=said(row.term) if row.term else "",
        doubts=tuple(sentence_of(issue, called) for issue in row.issues if issue.is_error),
        notes=(*notes, *doubts),
        fields=tuple((f"r{row.row}-{name}", str(FIELDS[name]), values[name]) for name in sorted(wrong)),
        kept=tuple((f"r{row.row}-{name}", words) for name, words in mended.items() if name not in wrong),
    )
