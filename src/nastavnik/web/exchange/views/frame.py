"""What all pages of the wizard share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nastavnik.access.answers import see_other
from nastavnik.access.fetch import fetch
from nastavnik.domain.exchange import queries, rules
from nastavnik.domain.exchange.enums import PeopleImportState as State


def steps(now: int) -> list[dict[str, str]]:
    """The four steps with what is done; past the fourth all are."""
    titles = (_("Файл"), _("Столбцы"), _("Проверка"), _("Готово"))
    return [
        {"title": title, "state": "done" if number < now else "now" if number == now else "ahead"}
        for number, title in enumerate(titles, start=1)
    ]


def fetched(request: HttpRequest, pk: int) -> Any:
    """The import, of an organisation whose lists the user may load."""
    return fetch(queries.visible_to(request.user), pk, rules.can_import, request.user)


def open_import(request: HttpRequest, pk: int) -> tuple[Any, HttpResponse | None]:
    """An import that can still be changed, or the page where it ended."""
    people_import = fetched(request, pk)
    if people_import.state in (State.ACCEPTED, State.UNDONE):
        return people_import, see_other("exchange:done", pk)
    if people_import.state == State.CANCELLED:
        return people_import, see_other("exchange:upload")
    return people_import, None
