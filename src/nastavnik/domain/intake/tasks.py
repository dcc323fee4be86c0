"""Once a day: drafts that nobody touched for a month are erased."""

from datetime import datetime

from nastavnik.core.jobs import job, standing
from nastavnik.domain.intake.actions import erase_drafts

HOUR_UTC = 1


@job("intake.erase_drafts")
def forget_drafts() -> None:
    erase_drafts()


@standing("intake.erase_drafts")
def erasing_is_due(at: datetime) -> str | None:
    """Asked at any hour after it, so that a machine switched on later makes up for the day."""
    return f"intake.erase_drafts/{at:%Y-%m-%d}" if at.hour >= HOUR_UTC else None
