"""«Сегодня»: what needs me, for every role."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from nastavnik.access.allow import allow
from nastavnik.core import clock
from nastavnik.domain.desk import queries
from nastavnik.domain.desk.records import QueueItem, Today
from nastavnik.domain.people.rules import signed_in
from nastavnik.web.desk.addresses import address
from nastavnik.web.shell.beginning import first_steps
from nastavnik.web.shell.render import render_page

GROUPS = (("urgent", _("Срочно"), "bad"), ("today", _("До конца дня"), "warn"), ("week", _("На этой неделе"), "info"))


@allow(signed_in, methods=("GET", "HEAD"))
def today(request: HttpRequest) -> HttpResponse:
    organisation = request.organisation
    on = clock.today(organisation.time_zone) if organisation else clock.today()
    desk = queries.today(request.user, organisation, on)
    groups = _groups(desk)
    context = {
        "desk": desk,
        "groups": groups,
        "first": groups[0]["rows"][0] if groups else None,
        "radar_parts": _radar_parts(desk),
        "total": len(desk.queue),
        "urgent": len(desk.group("urgent")),
        "programmes_url": address("programmes:index"),
        "begin": "" if desk.radar and desk.radar.counted else first_steps(request.user, organisation),
    }
    return render_page(request, "desk/today.html", context)


def _groups(desk: Today) -> list[dict[str, Any]]:
    """The groups that are not empty, each row with the address of its act."""
    return [
        {"title": title, "state": state, "rows": [_row(item) for item in desk.group(urgency)]}
        for urgency, title, state in GROUPS
        if desk.group(urgency)
    ]


def _radar_parts(desk: Today) -> list[tuple[str, float]]:
    """The parts of the bar: fill and number."""
    box = desk.radar
    return [("f-ok", box.on_time), ("f-warn", box.late), ("f-bad", box.silent)] if box else []


def _row(item: QueueItem) -> dict[str, Any]:
    place = address(item.url_name, *item.url_args)
    later = address(item.later_name, *item.url_args) if item.later_name else ""
    return {**asdict(item), "url": place + (f"?{item.query}" if item.query and place else ""), "later_url": later}
