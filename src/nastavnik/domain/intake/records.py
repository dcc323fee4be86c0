"""Plain values of the room."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WaitingCounts:
    """What waits for the coordinator: `ready` can be decided today, `late` waits longer than promised."""

    waiting: int = 0
    ready: int = 0
    late: int = 0
    oldest_on: date | None = None
    talks: int = 0
    remedies_due: int = 0
    first_due_on: date | None = None
