"""What was read, what needs a look, and the refused rows as a workbook."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file, see_other
from nastavnik.domain.exchange import queries, rules
from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.enums import PeopleImportState as State
from nastavnik.domain.exchange.reading.refused import errors_workbook
from nastavnik.web.exchange import attention
from nastavnik.web.exchange.fields import CARD_TITLES
from nastavnik.web.exchange.forms import AcceptForm
from nastavnik.web.exchange.views.frame import open_import, steps
from nastavnik.web.shell.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 12
MOST_SHOWN = 500


@allow(rules.imports_people, methods=("GET", "HEAD"))
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read, and the button that takes the people in."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    if people_import.role == ListRole.PAIRS:
        return see_other("exchange:check_pairs", pk)
    found = queries.preview(people_import)
    if people_import.state == State.UPLOADED or found.reading.is_blocked:
        return see_other("exchange:columns", pk)
    rows = attention.attention(found)
    shown = rows[: MOST_SHOWN if request.GET.get("all") else SHOWN]
    entries = found.comparison.entries
    differences = found.differences
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
        "more_at_once": len(rows) <= MOST_SHOWN,
        "all_shown": bool(request.GET.get("all")),
        "about": attention.sentences_about(found.reading),
        "skipped": attention.skipped(found),
        "agreed": sum(1 for entry in entries if entry.record.consent),
        "declined": sum(1 for entry in entries if entry.record.consent is False),
        "differences": [(person, row, _named(listed)) for person, row, listed in differences[:MOST_SHOWN]],
        "steps": steps(3),
    }
    return render_page(request, "exchange/check.html", context)


def _named(listed: Any) -> list[tuple[Any, str, str]]:
    return [(CARD_TITLES[one.field], one.here, one.listed) for one in listed]


@allow(rules.imports_people, methods=("GET", "HEAD"))
def refused(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as a workbook to be mended and loaded again."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    read = queries.pairs_reading_of if people_import.role == ListRole.PAIRS else queries.reading_of
    reading = read(people_import, people_import.columns)
    rows = queries.table_of(people_import).rows
    return give_file(errors_workbook(reading, rows), title=_("Исправить.xlsx"), content_type=XLSX)
