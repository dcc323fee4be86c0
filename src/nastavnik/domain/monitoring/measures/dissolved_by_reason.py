"""Завершение: почему прекратились раньше."""

from datetime import date

from django.db.models import Count
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from nastavnik.domain.mentorships.enums import EndReason, MentorshipState
from nastavnik.domain.monitoring.as_of import ended, mentorships_of
from nastavnik.domain.monitoring.records import Figure
from nastavnik.domain.programmes.models import Module, Programme

TITLE = _("Прекращены раньше: {reason}")
DEFINITION = _("Пары и группы, прекращённые раньше по этой причине, из всех прекращённых раньше по этот день")


def dissolved_by_reason(programme: Programme, as_of: date, module: Module | None = None) -> tuple[Figure, ...]:
    """For each reason that occurred: mentorships dissolved by the day with it, of all dissolved by the day. They are
    parts of one whole: outside the house they are shown through `privacy.protect` only."""
    rows = ended(mentorships_of(programme, module), as_of).filter(state=MentorshipState.DISSOLVED)
    counted = dict(rows.order_by().values_list("end_reason").annotate(Count("pk")))
    total = sum(counted.values())
    return tuple(
        Figure(
            f"dissolved_{reason}", format_lazy(TITLE, reason=reason.label), DEFINITION, counted[reason], total, as_of
        )
        for reason in EndReason
        if reason in counted
    )
