"""Questionnaires that are ready to use: one file per sort, one line in the tuple."""

from nastavnik.domain.questionnaires.shipped import after_meeting, before_after, coordinator, people, satisfaction
from nastavnik.domain.questionnaires.shipped.shape import Shipped

SHIPPED: tuple[Shipped, ...] = (
    *coordinator.SHIPPED,
    *after_meeting.SHIPPED,
    *before_after.SHIPPED,
    *satisfaction.SHIPPED,
    *people.SHIPPED,
)


def shipped_by(code: str) -> Shipped | None:
    """The ready questionnaire of this code."""
    return next((one for one in SHIPPED if one.code == code), None)


__all__ = ["SHIPPED", "Shipped", "shipped_by"]
