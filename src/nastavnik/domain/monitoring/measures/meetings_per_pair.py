"""Встречи: сколько в среднем на пару или группу."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.monitoring.measures.meetings_held import meetings_held
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Встреч в среднем на пару")
DEFINITION = _("Состоявшиеся встречи, делённые на все пары и группы, начавшие работать по этот день")


def meetings_per_pair(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Meetings held up to the day per mentorship begun by the day, ended ones included."""
    held = meetings_held(programme, as_of, module)
    return replace(held, code="meetings_per_pair", title=TITLE, definition=DEFINITION, form="average")
