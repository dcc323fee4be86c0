"""What the page of one pair says of looking after it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.queries import with_radar
from nastavnik.domain.support import messages
from nastavnik.domain.support.components import components
from nastavnik.domain.support.enums import Strength
from nastavnik.domain.support.queries.duties import Duty, duty, with_support
from nastavnik.domain.support.queries.strengths import facts_of
from nastavnik.domain.support.queries.visible import looked_after_by


@dataclass(frozen=True)
class StrengthLine:
    """One of the three components in words."""

    title: Promise
    strength: Strength
    reasons: str
    step: Promise | str


@dataclass(frozen=True)
class PairSupport:
    """`row` has its radar and its last marks."""

    row: Any
    duty: Duty | None
    strengths: list[StrengthLine]


def of_pair(user: Any, mentorship: Mentorship, today: date) -> PairSupport:
    """Of a pair that the user looks after; at most eight queries."""
    rows = looked_after_by(user).filter(pk=mentorship.pk)
    row = with_radar(with_support(rows, today, reader=user), today)[0]
    facts = facts_of([row])[row.pk]
    lines = [
        StrengthLine(
            messages.COMPONENTS[one.code],
            one.strength,
            ", ".join(str(messages.REASONS[reason]) for reason in one.reasons),
            messages.STEPS.get(one.step, ""),
        )
        for one in components(facts)
    ]
    return PairSupport(row, duty(row, today), lines)
