"""Once a day: who answers for a row of a roadmap is told that its end is near."""

from datetime import datetime

from nastavnik.core import clock
from nastavnik.core.jobs import job, standing
from nastavnik.domain.programmes.actions.reminding import remind

HOUR_UTC = 3  # 6 o'clock in Moscow: the letter is there before the working day, in Kamchatka during it


@job("programmes.remind")
def remind_of_rows() -> None:
    remind(clock.now())


@standing("programmes.remind")
def reminding_is_due(at: datetime) -> str | None:
    """Asked at any hour after it, so that a machine switched on later makes up for the day."""
    return f"programmes.remind/{at:%Y-%m-%d}" if at.hour >= HOUR_UTC else None
