"""The way back to the first steps, for pages to which they lead."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.queries import visible_to
from nastavnik.domain.programmes.rules import edits_programmes


def first_steps(user: Any, organisation: Any) -> str:
    """The address of what comes next while no programme runs; "" once one does, and for who edits none."""
    if organisation is None or not edits_programmes(user):
        return ""
    rows = visible_to(user).filter(organisation=organisation).exclude(state=ProgrammeState.CLOSED)
    states = dict(rows.order_by().values_list("pk", "state"))
    if ProgrammeState.RUNNING in states.values():
        return ""
    return reverse("desk:first_steps", args=list(states)) if len(states) == 1 else reverse("desk:start")


def said_with_way(said: str, user: Any, organisation: Any) -> str:
    """The message of a page that was saved, with the link back to the first steps while they are not over."""
    way = first_steps(user, organisation)
    return format_html('{} <a href="{}">{}</a>', said, way, _("К первым шагам")) if way else said
