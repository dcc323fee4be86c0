"""How far somebody is with a course. Pure: sessions and what was written about them → a standing.

Training is practice: hours alone leave a mentor «trained on paper only». A mentor is trained who has the hours, has
shown the result of the practical task of every session attended, and took part in a role-play where the course has one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nastavnik.domain.events.enums import TrainingState


@dataclass(frozen=True)
class Session:
    """A session that took place; `hours` are academic hours that count for who came."""

    pk: int
    hours: Decimal
    is_role_play: bool = False


@dataclass(frozen=True)
class Visit:
    """Somebody was at a session; `is_shown`: the result of the practical task was seen."""

    session: int
    is_shown: bool


@dataclass(frozen=True)
class Standing:
    """`tasks_open` are ids of attended sessions whose task has no result; `hours_needed` is what the course asks."""

    state: TrainingState
    hours: Decimal
    hours_needed: Decimal
    tasks_open: tuple[int, ...] = ()
    lacks_role_play: bool = False

    @property
    def is_trained(self) -> bool:
        return self.state == TrainingState.TRAINED


def standing(sessions: Sequence[Session], visits: Iterable[Visit], *, hours_needed: Decimal) -> Standing:
    """The standing of one person. `sessions` are all of the course that took place; visits of other sessions are
    ignored. `hours_needed` 0 asks for every session that took place; a course without any has taught nobody."""
    known = {session.pk: session for session in sessions}
    came: Mapping[int, Visit] = {visit.session: visit for visit in visits if visit.session in known}
    hours = sum((known[pk].hours for pk in came), Decimal(0))
    needed = hours_needed or sum((session.hours for session in sessions), Decimal(0))
    tasks_open = tuple(sorted(pk for pk, visit in came.items() if not visit.is_shown))
    in_play = any(known[pk].is_role_play for pk in came)
    lacks_play = any(session.is_role_play for session in sessions) and not in_play
    whole = hours >= needed if hours_needed else len(came) == len(known)
    state = _state(bool(came), whole, bool(tasks_open) or lacks_play)
    return Standing(state, hours, needed, tasks_open, lacks_play)


def _state(begun: bool, whole: bool, without_practice: bool) -> TrainingState:
    if not begun:
        return TrainingState.NOT_BEGUN
    if not whole:
        return TrainingState.ON_THE_WAY
    return TrainingState.ON_PAPER if without_practice else TrainingState.TRAINED
