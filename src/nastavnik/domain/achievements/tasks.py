"""In the background: who is to think of the attestation hears of it in time."""

from datetime import datetime

from nastavnik.core import jobs
from nastavnik.domain.achievements.actions import tell_of_attestations


@jobs.job("achievements.tell_of_attestations")
def tell() -> None:
    """Once a day."""
    tell_of_attestations()


@jobs.standing("achievements.tell_of_attestations")
def once_a_day(at: datetime) -> str | None:
    """In the small hours; the letter waits for the end of quiet hours."""
    return f"achievements.tell_of_attestations:{at:%Y-%m-%d}" if at.hour >= 2 else None
