"""История человека: what was with somebody, as periods."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.access.fetch import fetch
from nastavnik.core import clock
from nastavnik.domain.exchange.registers.history import history_of
from nastavnik.domain.people import queries, rules
from nastavnik.web.shell.render import render_page

TITLES = {
    "group": _("Класс или группа"),
    "programme": _("Участие в программах"),
    "pair": _("Пары и группы"),
    "training": _("Встречи и обучение"),
    "clearance": _("Допуск к работе с детьми"),
    "consent": _("Согласия"),
    "guardian": _("Кто отвечает за ребёнка"),
    "role": _("Роли"),
}


@allow(rules.sees_people, methods=("GET", "HEAD"))
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """When, what, until when; what holds today is marked."""
    someone = fetch(queries.visible_to(request.user).select_related("organisation"), pk)
    on = clock.today(someone.organisation.time_zone)
    told = groupby(history_of(someone, request.user), key=lambda span: span.kind)
    parts = [(kind, TITLES[kind], [(span, span.holds(on)) for span in spans]) for kind, spans in told]
    return render_page(request, "people/history.html", {"person": someone, "parts": parts})
