"""Завершение: сколько ещё работает."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.queries import at_work
from nastavnik.domain.monitoring.as_of import begun, mentorships_of
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Ещё работают")
DEFINITION = _("Пары и группы, работавшие в этот день, с теми, что на паузе; из всех, начавших работать по этот день")


def still_active(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Mentorships at work on the day, paused ones included, of those begun by the day."""
    rows = mentorships_of(programme, module)
    total = begun(rows, as_of).count()
    return Figure("still_active", TITLE, DEFINITION, at_work(rows, as_of).count() if total else None, total, as_of)
