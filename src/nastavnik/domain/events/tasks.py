"""In the background: names that nobody may keep are forgotten."""

from datetime import datetime

from nastavnik.core import jobs
from nastavnik.domain.events.actions import forget_guests


@jobs.job("events.forget_guests")
def forget() -> None:
    """Once a day."""
    forget_guests()


@jobs.standing("events.forget_guests")
def once_a_day(at: datetime) -> str | None:
    """One run a day, in the small hours."""
    return f"events.forget_guests:{at:%Y-%m-%d}" if at.hour >= 1 else None
