"""Завершение: доведено до конца."""

from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.monitoring.as_of import ended, mentorships_of
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Доведены до конца")
DEFINITION = _("Пары и группы, завершённые по плану или по сроку, из всех, закончивших работу по этот день")


def completed(programme: Programme, as_of: date, module: Module | None = None) -> Figure:
    """Mentorships completed by the day, of those completed or dissolved by the day."""
    counted = ended(mentorships_of(programme, module), as_of).aggregate(
        completed=Count("pk", filter=Q(state=MentorshipState.COMPLETED)), total=Count("pk")
    )
    done = counted["completed"] if counted["total"] else None
    return Figure("completed", TITLE, DEFINITION, done, counted["total"], as_of)
