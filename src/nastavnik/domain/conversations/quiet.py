"""Quiet hours: what is written at night is delivered in the morning."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

BEGIN, END = time(21, 0), time(7, 0)


def delivery(at: datetime, time_zone: str) -> datetime:
    """When something written at the moment `at` (aware) reaches the other side: at once by day, else at seven."""
    there = at.astimezone(ZoneInfo(time_zone))
    if END <= there.time() < BEGIN:
        return at
    day = there.date() + timedelta(days=1) if there.time() >= BEGIN else there.date()
    return datetime.combine(day, END, there.tzinfo).astimezone(at.tzinfo)
