"""The day and hour of an event where it takes place."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo


def begins(event: Any) -> datetime:
    """The beginning in the institution's own time."""
    at: datetime = event.starts_at
    return at.astimezone(ZoneInfo(event.organisation.time_zone))


def day_of(event: Any) -> date:
    """The calendar day on which it is held there."""
    return begins(event).date()
