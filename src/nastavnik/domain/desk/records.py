"""What the page «Сегодня» consists of, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Literal

Urgency = Literal["urgent", "today", "week"]
URGENCIES: tuple[Urgency, ...] = ("urgent", "today", "week")


@dataclass(frozen=True)
class QueueItem:
    """One thing that waits: what, why, since when, and the one act. `mark` is the name of an icon."""

    urgency: Urgency
    mark: str
    title: str
    why: str = ""
    since: date | None = None
    action_title: str = ""
    url_name: str = ""
    url_args: tuple[Any, ...] = ()
    query: str = ""
    later_name: str = ""  # the page where it is put off, with the same arguments


@dataclass(frozen=True)
class RadarBox:
    """How many mentorships at work have which status on the day."""

    as_of: date
    on_time: int = 0
    late: int = 0
    silent: int = 0
    paused: int = 0

    @property
    def counted(self) -> int:
        return self.on_time + self.late + self.silent


@dataclass(frozen=True)
class StageLine:
    """A stage as the stepper shows it: done, now, late or ahead."""

    title: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme with its stages and its number of mentorships at work."""

    pk: int
    title: str
    pairs: int
    stages: Sequence[StageLine]


@dataclass(frozen=True)
class Ahead:
    """A row of a roadmap that begins or ends soon; `is_late` where its last day has passed."""

    day: date
    title: str
    programme_pk: int
    programme: str
    is_late: bool = False


@dataclass(frozen=True)
class LogTap:
    """An own pair: its meeting of the day that is `told` and `how` it was; `due_*` of a planned one that has passed and
    was not written down, which is asked about first."""

    pk: int
    title: str
    told: int | None
    how: str
    due_id: int | None
    due_on: date | None
    due_at: time | None


@dataclass(frozen=True)
class PulseAsked:
    """A pair of one's own whose mark of the month is not told yet; `readers` are the names of who will read it."""

    pk: int
    title: str
    readers: str


@dataclass(frozen=True)
class Today:
    """The page: the queue in the order of harm, and what stands beside it."""

    on: date
    queue: Sequence[QueueItem] = ()
    radar: RadarBox | None = None
    programmes: Sequence[ProgrammeLine] = field(default_factory=tuple)
    ahead: Sequence[Ahead] = field(default_factory=tuple)
    next_on: date | None = None  # the nearest thing that is known to come, for the empty state
    log: Sequence[LogTap] = ()  # own pairs whose meeting can be written down
    pulse: Sequence[PulseAsked] = ()

    def group(self, urgency: Urgency) -> list[QueueItem]:
        return [item for item in self.queue if item.urgency == urgency]
