"""Quiet hours: what is written at night is delivered in the morning."""

from datetime import datetime, time

from nastavnik.domain.notifications.timing import after_quiet

BEGIN, END = time(21, 0), time(7, 0)


def delivery(at: datetime, time_zone: str) -> datetime:
    """When something written at the moment `at` (aware) reaches the other side: at once by day, else at seven."""
    return after_quiet(at, time_zone, BEGIN, END)
