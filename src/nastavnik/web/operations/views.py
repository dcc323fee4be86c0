"""The state of the server and its copies, for those who look after it. No data of any person is shown."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.allow import allow
from nastavnik.access.answers import see_other
from nastavnik.domain.operations import actions, findings, queries, rules
from nastavnik.domain.operations.messages import mend, sentence
from nastavnik.web.shell.render import render_page


@allow(rules.looks_after, methods=("GET", "HEAD"))
def state(request: HttpRequest) -> HttpResponse:
    """What the doctor finds without reading all data, and the copies there are."""
    found = findings.examine()
    lines = [{"is_well": one.is_well, "sentence": sentence(one), "mend": mend(one)} for one in found]
    context = {
        "lines": sorted(lines, key=lambda line: line["is_well"]),
        "wrong": sum(not line["is_well"] for line in lines),
        "backups": queries.backups(),
        "in_progress": queries.backup_in_progress(),
    }
    return render_page(request, "operations/state.html", context)


@allow(rules.looks_after, methods=("POST",))
def backup(request: HttpRequest) -> HttpResponse:
    """Have a copy made by the worker."""
    actions.ask_backup(by=request.user)
    messages.success(request, _("Копия делается. Она появится в списке, когда будет готова и проверена."))
    return see_other("operations:state")
