"""Questionnaires that are ready to use: one file per sort, one line in the tuple."""

import re

from nastavnik.domain.questionnaires.shipped import after_meeting, before_after, coordinator, people, satisfaction
from nastavnik.domain.questionnaires.shipped.shape import Shipped

LINEAGE = re.compile(r"(mentee|mentor)_(?:before|after)(?=_|$)")
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


def lineage(questionnaire_id: int, code: str) -> str:
    """What a questionnaire asks, whichever side of the time: ready ones before and after are of one lineage."""
    return LINEAGE.sub(r"\1", code) if LINEAGE.match(code) else f"{code or questionnaire_id}"


__all__ = ["SHIPPED", "Shipped", "lineage", "shipped_by"]
