"""The roadmap of one programme: its rows by stage, those that a filter leaves, those that wait for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from nastavnik.domain.programmes.enums import ProgrammeState, RowState
from nastavnik.domain.programmes.models import (
    Programme,
    RoadmapEvidence,
    RoadmapItem,
    RoadmapResponsible,
    Stage,
)
from nastavnik.domain.programmes.pasting import StageSpan, people_in
from nastavnik.domain.programmes.queries.responsible import responsible
from nastavnik.domain.programmes.terms import outside, said

LATE = "late"


@dataclass(frozen=True)
class RoadmapRow:
    """A row as pages, files and papers say it on a day."""

    item: RoadmapItem
    number: int  # in the whole roadmap
    term: str
    responsible: tuple[str, ...]
    state: RowState
    is_late: bool

    @property
    def outside(self) -> str:
        """«before» or «after» the days of the programme, else empty."""
        programme = self.item.stage.programme
        return outside(self.item, programme.starts_on, programme.ends_on)

    @property
    def responsible_said(self) -> str:
        return ", ".join(self.responsible)


@dataclass(frozen=True)
class RoadmapFilter:
    """What is shown. Empty is everything; `state` is a RowState or «late»."""

    stage: int | None = None
    responsible: str = ""
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.stage or self.responsible or self.state)

    def keeps(self, row: RoadmapRow) -> bool:
        if self.stage and row.item.stage.number != self.stage:
            return False
        if self.responsible and self.responsible not in parts_of(row):
            return False
        return not self.state or (row.is_late if self.state == LATE else row.state == self.state)


Roadmap = Sequence[tuple[Stage, Sequence[RoadmapRow]]]


def roadmap(programme: Programme, on: date | None = None) -> Roadmap:
    """Stages in their order, each with its rows by day; as many queries for one row as for a hundred."""
    people = Prefetch("people", RoadmapResponsible.objects.select_related("person"))
    evidence = Prefetch("evidence", RoadmapEvidence.objects.select_related("file"))
    items = Prefetch("items", RoadmapItem.objects.prefetch_related(people, evidence))
    stages = list(programme.stages.order_by("number").prefetch_related(items))
    found, number = [], 0
    for stage in stages:
        stage.programme = programme
        rows = []
        for item in stage.items.all():
            item.stage = stage
            number += 1
            rows.append(row_of(item, number, on))
        found.append((stage, rows))
    return found


def row_of(item: RoadmapItem, number: int, on: date | None = None) -> RoadmapRow:
    """The row as it is said on a day; without a day nothing is late."""
    waits = item.is_open and item.stage.done_on is None
    late = bool(on and waits and item.ends_on < on)
    return RoadmapRow(item, number, said(item), tuple(responsible(item)), item.state, late)


def filtered_roadmap(stages: Roadmap, shown: RoadmapFilter) -> Roadmap:
    """Stages with the rows that the filter keeps; a filter leaves out stages without any."""
    if not shown:
        return stages
    kept = ((stage, [row for row in rows if shown.keeps(row)]) for stage, rows in stages)
    return [(stage, rows) for stage, rows in kept if rows]


def parts_of(row: RoadmapRow) -> tuple[str, ...]:
    """Everybody who answers for the row, one by one."""
    return people_in("; ".join(row.responsible))


def roadmap_people(stages: Iterable[tuple[Stage, Iterable[RoadmapRow]]]) -> list[str]:
    """All who answer for something, each once, by the alphabet."""
    return sorted({part for _stage, rows in stages for row in rows for part in parts_of(row)}, key=str.lower)


def beyond(programme: Programme) -> tuple[int, int]:
    """How many rows that are still to be done and how many stages end after the last day; two queries."""
    if programme.ends_on is None:
        return 0, 0
    stages = list(programme.stages.all())
    for stage in stages:
        stage.programme = programme
    by_id = {stage.pk: stage for stage in stages}
    items = list(RoadmapItem.objects.filter(stage__in=by_id, done_on=None, dropped_on=None))
    for item in items:
        item.stage = by_id[item.stage_id]
    rows = sum(outside(item, programme.starts_on, programme.ends_on) == "after" for item in items)
    return rows, sum(stage.ends_on > programme.ends_on for stage in stages)


def stage_spans(programme: Programme) -> list[StageSpan]:
    """The stages as a pasted table is read against them."""
    stages = list(programme.stages.order_by("number"))
    for stage in stages:
        stage.programme = programme
    return [StageSpan(stage.number, stage.title, stage.starts_on, stage.ends_on) for stage in stages]


def waiting_with_reminder() -> QuerySet[RoadmapItem]:
    """Open rows of programmes that are not over, for which a reminder was asked. Which of them are due on a day says
    `is_time_to_remind`: days are offsets, and databases add days to dates each in its own way."""
    return (
        RoadmapItem.objects.filter(remind_days__isnull=False, done_on__isnull=True, dropped_on__isnull=True)
        .filter(stage__done_on__isnull=True)
        .exclude(stage__programme__state=ProgrammeState.CLOSED)
        .select_related("stage__programme__organisation")
        .prefetch_related(Prefetch("people", RoadmapResponsible.objects.select_related("person")))
        .order_by("id")
    )


def is_time_to_remind(item: RoadmapItem, on: date) -> bool:
    """Whether the day is within the days before the end for which a reminder was asked."""
    return item.remind_days is not None and 0 <= (item.ends_on - on).days <= item.remind_days
