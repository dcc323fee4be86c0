"""What is held about somebody: the page for themselves, for guardians and for staff who answer."""

import io
import json
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from nastavnik.access.allow import allow
from nastavnik.access.answers import give_file
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.mentorships.naming import is_young
from nastavnik.domain.privacy import queries, rules
from nastavnik.web.privacy.forms import AskForm
from nastavnik.web.shell.render import render_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_SHEET_TITLE = 31


@allow(rules.asks)
def mine(request: HttpRequest) -> HttpResponse:
    """Whose data can I ask about: my own, my children's."""
    people = queries.subjects_visible_to(request.user)
    own = people.filter(user=request.user) | people.filter(guardians__guardian__user=request.user)
    return render_page(request, "privacy/mine.html", {"people": own.distinct()})


@allow(rules.asks)
def held(request: HttpRequest, pk: int) -> HttpResponse:
    """What is held about this person, why and how long?"""
    person = _subject(request, pk)
    holdings = list(queries.held_about(person, reader=request.user, most=20))
    is_mine = person.user_id == request.user.pk
    young = is_mine and is_young(person)  # said «ты» to
    context = {
        "person": person,
        "grouped": [(label, list(group)) for label, group in groupby(holdings, key=lambda one: one.category)],
        "form": AskForm(young=young),
        "young": young,
        "is_mine": is_mine,
        "can_erase": rules.can_erase(request.user, person),
        "requests": person.data_requests.order_by("-id")[:5],
    }
    return render_page(request, "privacy/held.html", context)


@allow(rules.asks, methods=("GET", "HEAD"))
def held_file(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is held, as a table of sheets or as JSON for another system."""
    person = _subject(request, pk)
    day = clock.today(person.organisation.time_zone)
    holdings = list(queries.held_about(person, reader=request.user, most=None))
    if request.GET.get("as") == "json":
        title = _("Мои данные %(day)s.json") % {"day": f"{day:%d.%m.%Y}"}
        return give_file(_json(holdings), title=title, content_type="application/json")
    title = _("Мои данные %(day)s.xlsx") % {"day": f"{day:%d.%m.%Y}"}
    return give_file(_workbook(holdings), title=title, content_type=XLSX)


def _subject(request: HttpRequest, pk: int) -> Any:
    return fetch(queries.subjects_visible_to(request.user), pk)


def _json(holdings: list[queries.Holding]) -> bytes:
    told = {
        str(one.title): [dict(zip(one.headings, row, strict=True)) for row in one.rows] for one in holdings
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _workbook(holdings: list[queries.Holding]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, one in enumerate(holdings, 1):
        sheet: Any = book.create_sheet(f"{number}. {one.title}"[:LONGEST_SHEET_TITLE].replace(":", ""))
        for number_of_row, row in enumerate((one.headings, *one.rows), 1):
            for column, text in enumerate(row, 1):
                cell = sheet.cell(number_of_row, column, ILLEGAL_CHARACTERS_RE.sub(" ", text))
                cell.data_type = "s"  # words are never a formula, whatever they begin with
    if not holdings:
        raise Http404
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
