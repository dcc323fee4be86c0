"""What a mentor needs to be admitted. Pure: who it is and what is known → points in order, done or not.

The law's points (clearance, consents of and for children, written consent and agreement of a worker) are musts that
nobody can waive, except the agreement, whose terms may stand in the labour contract itself. The others are the
institution's: an interview and training may be found needless, with a reason; nobody is made to check themself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from nastavnik.domain.intake.admission_enums import AdmissionCode as C

SOON = timedelta(days=30)
OWN = frozenset({C.INTERVIEW, C.TRAINING})  # what the institution asks of newcomers
WAIVABLE = frozenset({C.INTERVIEW, C.TRAINING, C.AGREEMENT, C.EMPLOYEE_CONSENT})


@dataclass(frozen=True)
class About:
    """Who is to be admitted where.

    `meets_children`: mentees of the module are pupils. `is_worker_for_workers`: somebody employed here who will mentor
    other workers (ТК РФ ст. 351.8). `asks_training`: None where the module has no course, else whether admission waits
    for it.
    """

    is_minor: bool
    meets_children: bool
    is_worker_for_workers: bool = False
    asks_training: bool | None = None


@dataclass(frozen=True)
class Done:
    """What is known of one point: since when, until when; `until` None is without end."""

    on: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Point:
    """One line of the checklist. `is_waived` counts as done; `is_soon` ends within a month."""

    code: C
    is_must: bool
    is_done: bool
    is_waived: bool = False
    on: date | None = None
    until: date | None = None
    due_on: date | None = None
    is_soon: bool = False
    note: str = ""

    @property
    def keeps_out(self) -> bool:
        return self.is_must and not self.is_done

    @property
    def may_be_waived(self) -> bool:
        return self.code in WAIVABLE


@dataclass(frozen=True)
class Known:
    """What the rooms know: code → done; waived: code → why; due: code → day."""

    done: Mapping[str, Done] = field(default_factory=dict)
    waived: Mapping[str, str] = field(default_factory=dict)
    due: Mapping[str, date] = field(default_factory=dict)


def checklist(about: About, known: Known, *, on: date) -> tuple[Point, ...]:
    """The points of one mentor on a day, in the order in which they are usually done."""
    return tuple(_point(code, is_must, known, on) for code, is_must in _asked(about))


def missing(points: tuple[Point, ...]) -> tuple[C, ...]:
    """Codes of what keeps somebody out."""
    return tuple(point.code for point in points if point.keeps_out)


def _asked(about: About) -> Iterator[tuple[C, bool]]:
    yield C.PROCESSING, about.is_minor
    if about.is_minor:
        yield C.GUARDIAN, True
    yield C.PARTICIPATION, False
    if about.meets_children and not about.is_minor:
        yield C.CLEARANCE, True
    if about.is_worker_for_workers:
        yield C.EMPLOYEE_CONSENT, True
        yield C.AGREEMENT, True
    yield C.SELF_CHECK, False
    yield C.INTERVIEW, True
    if about.asks_training is not None:
        yield C.TRAINING, about.asks_training


def _point(code: C, is_must: bool, known: Known, on: date) -> Point:
    done, why = known.done.get(code), known.waived.get(code, "")
    is_waived = bool(why) and code in WAIVABLE and done is None
    until = done.until if done else None
    return Point(
        code=code,
        is_must=is_must,
        is_done=is_waived or (done is not None and (until is None or until >= on)),
        is_waived=is_waived,
        on=done.on if done else None,
        until=until,
        due_on=known.due.get(code),
        is_soon=until is not None and on <= until <= on + SOON,
        note=why if is_waived else done.note if done else "",
    )
