"""Where programmes stand: the facts of their seven stages, for steppers and next steps."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.models import Participation, Programme, RoadmapItem, Stage

StageStatus = Literal["done", "now", "ahead"]


@dataclass(frozen=True)
class StageFact:
    """One stage of one programme on a day. `days_late` is how long ago it should have ended, else 0."""

    stage: Stage
    status: StageStatus
    days_late: int
    done: int  # rows of the roadmap that are done
    rows: int

    @property
    def is_late(self) -> bool:
        return self.days_late > 0


@dataclass(frozen=True)
class ProgrammeFacts:
    """A programme with its stages and the number of people in it: enrolled in any way, and ready for matching."""

    programme: Programme
    stages: tuple[StageFact, ...]
    mentees: int
    mentors: int
    ready_mentees: int
    ready_mentors: int

    @property
    def now(self) -> StageFact | None:
        """The stage that the programme is at; None when all are done."""
        return next((fact for fact in self.stages if fact.status == "now"), None)

    @property
    def done(self) -> int:
        return sum(fact.status == "done" for fact in self.stages)


def stage_facts(programmes: Iterable[Programme], on: date) -> list[ProgrammeFacts]:
    """Facts of programmes on a day, in three queries whatever the number."""
    asked = list(programmes)
    stages: dict[int, list[Stage]] = {programme.pk: [] for programme in asked}
    by_pk = {programme.pk: programme for programme in asked}
    for stage in Stage.objects.filter(programme__in=asked).order_by("number"):
        stage.programme = by_pk[stage.programme_id]
        stages[stage.programme_id].append(stage)
    rows, done = _roadmap_counts(asked)
    people = _people_counts(asked)
    return [
        ProgrammeFacts(
            programme,
            _facts(stages[programme.pk], rows, done, on),
            *(people[programme.pk, *key] for key in COUNTED),
        )
        for programme in asked
    ]


COUNTED = ((ParticipationRole.MENTEE, "all"), (ParticipationRole.MENTOR, "all"),
           (ParticipationRole.MENTEE, "ready"), (ParticipationRole.MENTOR, "ready"))  # fmt: skip


def _facts(stages: Sequence[Stage], rows: Counter[int], done: Counter[int], on: date) -> tuple[StageFact, ...]:
    """Done is what is marked so; the first that is not is the stage of now, the others are ahead."""
    current = next((stage for stage in stages if stage.done_on is None), None)
    found = []
    for stage in stages:
        status: StageStatus = "done" if stage.done_on else "now" if stage is current else "ahead"
        late = max(0, (on - stage.ends_on).days) if status == "now" else 0
        found.append(StageFact(stage, status, late, done[stage.pk], rows[stage.pk]))
    return tuple(found)


def _roadmap_counts(programmes: Sequence[Programme]) -> tuple[Counter[int], Counter[int]]:
    rows: Counter[int] = Counter()
    done: Counter[int] = Counter()
    items = RoadmapItem.objects.filter(stage__programme__in=programmes, dropped_on__isnull=True)
    for stage_id, done_on in items.values_list("stage_id", "done_on"):
        rows[stage_id] += 1
        done[stage_id] += done_on is not None
    return rows, done


def _people_counts(programmes: Sequence[Programme]) -> Counter[tuple[int, str, str]]:
    """(programme id, role, "all" or "ready") → different persons; who left is not counted."""
    people = Participation.objects.filter(module__programme__in=programmes).exclude(state=ParticipationState.LEFT)
    seen: set[tuple[int, str, str, int]] = set()
    for programme_id, role, state, person_id in people.values_list("module__programme", "role", "state", "person_id"):
        seen.add((programme_id, role, "all", person_id))
        if state == ParticipationState.READY:
            seen.add((programme_id, role, "ready", person_id))
    return Counter((programme_id, role, kind) for programme_id, role, kind, _person in seen)
