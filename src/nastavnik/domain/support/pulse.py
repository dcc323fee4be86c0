"""What a month's marks of both sides say. Pure.

An alert is a mark of 4 or lower by either side, or marks of one month that differ by 3 or more.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

LOW = 4
APART = 3

Alert = Literal["low_mentor", "low_mentee", "apart"]


@dataclass(frozen=True)
class Mark:
    """The last mark of a side; of a group's mentees the lowest one of the last month."""

    score: int
    month: date


def alerts(mentor: Mark | None, mentee: Mark | None) -> tuple[Alert, ...]:
    """What is alarming, the mentee first."""
    found: list[Alert] = []
    if mentee and mentee.score <= LOW:
        found.append("low_mentee")
    if mentor and mentor.score <= LOW:
        found.append("low_mentor")
    if mentor and mentee and mentor.month == mentee.month and abs(mentor.score - mentee.score) >= APART:
        found.append("apart")
    return tuple(found)


def month_of(day: date) -> date:
    return day.replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before."""
    first = month_of(day)
    return first.replace(year=first.year - 1, month=12) if first.month == 1 else first.replace(month=first.month - 1)
