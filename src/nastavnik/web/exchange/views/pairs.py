"""A list of pairs: what will become of each row, and the pairs that wait."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.domain.exchange import actions, queries, rules
from nastavnik.domain.exchange.enums import ListRole
from nastavnik.domain.exchange.enums import PeopleImportState as State
from nastavnik.web.exchange import attention, pairs
from nastavnik.web.exchange.forms import AcceptForm, VersionForm
from nastavnik.web.exchange.views.checking import MOST_SHOWN, SHOWN
from nastavnik.web.exchange.views.frame import fetched, open_import, steps
from nastavnik.web.shell.render import render_page


@allow(rules.imports_people, methods=("GET", "HEAD"))
def check_pairs(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will be together since when, what needs a look, and the button."""
    people_import, elsewhere = open_import(request, pk)
    if elsewhere:
        return elsewhere
    if people_import.role != ListRole.PAIRS:
        return see_other("exchange:check", pk)
    found = queries.preview_pairs(people_import)
    if people_import.state == State.UPLOADED or found.reading.is_blocked:
        return see_other("exchange:columns", pk)
    on = queries.today_of(people_import)
    rows = pairs.rows_of(found, on)
    most = MOST_SHOWN if request.GET.get("all") else SHOWN
    ready = [line for line in found.lines if not line.why]
    context = {
        "people_import": people_import,
        "reading": found.reading,
        "form": AcceptForm(initial={"version": people_import.version, "admit": True}),
        "ready": len(ready),
        "over": sum(1 for line in ready if line.is_over(on)),
        "people": len(found.comparison.entries),
        "newcomers": found.people.newcomers,
        "refused": len(found.reading.refused_rows),
        "left_out": sum(1 for line in found.lines if line.why and line.why != "held"),
        "questions": pairs.questions_of(found),
        "rows": rows[:most],
        "more": max(0, len(rows) - most),
        "about": attention.sentences_about(found.reading),
        "skipped": attention.skipped(found),
        "steps": steps(3),
    }
    return render_page(request, "exchange/check_pairs.html", context)


@allow(rules.imports_people, methods=("POST",))
def take_waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """The pairs that wait are tried again."""
    people_import = fetched(request, pk)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    made = actions.take_waiting(people_import, version=form.cleaned_data["version"], by=request.user)
    if made:
        text = ngettext("Записана %(n)s пара.", "Записано пар: %(n)s.", made) % {"n": made}
        messages.success(request, text)
    else:
        messages.info(request, _("Пока записать нечего: что нужно каждой паре, написано ниже."))
    return see_other("exchange:done", pk)
