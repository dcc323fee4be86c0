"""Composing a programme out of small parts: shared rows, those of a format, of an activity, of a stage of education."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nastavnik.domain.programmes.designing import Answers, Proposal, Sharing
from nastavnik.domain.programmes.enums import ProgrammeType
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.templates.adapting import adaptations
from nastavnik.domain.programmes.templates.formats import part_of
from nastavnik.domain.programmes.templates.rows import COORDINATOR, HEAD, SHARED, fitting
from nastavnik.domain.programmes.templates.shape import (
    SCHOOL_YEAR,
    ProgrammeTemplate,
    RowTemplate,
    StageTemplate,
    Text,
)
from nastavnik.domain.programmes.templates.stages import MEANS, STAGE_SETS, place

LAUNCH = 60
"""Days of preparing and pairing: in a long programme they take no longer than in a school year."""
LONGEST_NEEDS = 300
DAYS_OF_A_YEAR = 365

ROLE_PLAY = RowTemplate(
    "selection_training", 38, 52, gettext_lazy("Разыграть с наставниками встречи: один в роли, остальные подсказывают"),
    COORDINATOR, result=gettext_lazy("наставник пробовал вести встречу"), task=gettext_lazy("научить на примерах"),
    document=gettext_lazy("отметки об обучении"), months_from=2,
)  # fmt: skip


def compose(proposal: Proposal, answers: Answers, *, title: str, stage_set: str | None = None) -> ProgrammeTemplate:
    """The programme that the designer proposes, ready to be created."""
    last = last_day_of(proposal.months)
    adapted = adaptations(answers.education_stage, answers.activity)
    with_order = proposal.needs_order and KINDS[proposal.kind].order_needed
    own = [*part_of(proposal.mentoring_format).rows, *(row for one in adapted for row in one.rows)]
    if answers.sharing == Sharing.TAUGHT:
        own.append(ROLE_PLAY)
    shared = fitting(SHARED, proposal.type)
    rows = chosen((*shared, *own), months=proposal.months, with_head=proposal.needs_order, with_order=with_order)
    running = next((one.running for one in adapted if one.running), "")
    stages = called(stretched_stages(STAGE_SETS[stage_set or proposal.stage_set].stages, last), running)
    return ProgrammeTemplate(
        code="designed",
        title=title,
        about="",
        goal=part_of(proposal.mentoring_format).goal,
        note=note(answers),
        type=proposal.type,
        mentoring_format=proposal.mentoring_format,
        role_model=proposal.role_model,
        kind=proposal.kind,
        stages=stages,
        roadmap=laid(with_needs(stretched_rows(rows, last), answers.first_needs), stages),
        needs_order=proposal.needs_order,
        radar_period=proposal.radar_period,
        radar_grace=proposal.radar_grace,
        education_stage=answers.education_stage,
        activity=answers.activity,
        first_needs=answers.first_needs,
        mentor_portraits=proposal.mentor_portraits,
        mentee_portraits=proposal.mentee_portraits,
        designed_from=answers.plain,
    )


def roadmap(
    *own: RowTemplate,
    stages: tuple[StageTemplate, ...],
    programme_type: str = ProgrammeType.PUPILS,
    with_head: bool = True,
    with_order: bool = True,
) -> tuple[RowTemplate, ...]:
    """Shared rows and one's own for a school year, in the order of their days, each in a stage of the set."""
    shared = fitting(SHARED, programme_type)
    rows = chosen((*shared, *own), months=9, with_head=with_head, with_order=with_order)
    return laid(rows, stages)


def chosen(rows: Iterable[RowTemplate], *, months: int, with_head: bool, with_order: bool) -> tuple[RowTemplate, ...]:
    """Rows that make sense in a programme of so many months; without the head's where none decides."""
    kept = (row for row in rows if row.months_from <= months and (with_order or not row.if_order))
    return tuple(row for row in kept if with_head or row.responsible is not HEAD)


def laid(rows: Iterable[RowTemplate], stages: tuple[StageTemplate, ...]) -> tuple[RowTemplate, ...]:
    """Rows in the order of their days, each with the code of the stage it falls into."""
    placed = (replace(row, stage=place(stages, row.stage, row.first_day, row.last_day)) for row in rows)
    return tuple(sorted(placed, key=lambda row: (row.first_day, row.last_day)))


def last_day_of(months: int) -> int:
    """The last day of a programme; nine months are a school year."""
    return SCHOOL_YEAR if months == 9 else round(DAYS_OF_A_YEAR * months / 12)


def stretched(day: int, last: int) -> int:
    """The day of a school year in a programme that ends on `last`: short ones shrink, long ones keep their launch."""
    if last < SCHOOL_YEAR:
        return round(day * last / SCHOOL_YEAR)
    if day <= LAUNCH:
        return day
    return round(LAUNCH + (day - LAUNCH) * (last - LAUNCH) / (SCHOOL_YEAR - LAUNCH))


def stretched_stages(stages: Sequence[StageTemplate], last: int) -> tuple[StageTemplate, ...]:
    return tuple(
        replace(one, first_day=stretched(one.first_day, last), last_day=stretched(one.last_day, last)) for one in stages
    )


def stretched_rows(rows: Sequence[RowTemplate], last: int) -> tuple[RowTemplate, ...]:
    return tuple(
        replace(one, first_day=stretched(one.first_day, last), last_day=stretched(one.last_day, last)) for one in rows
    )


def called(stages: Sequence[StageTemplate], running: Text) -> tuple[StageTemplate, ...]:
    """The stage of work by the name that the activity gives it."""
    if not running:
        return tuple(stages)
    work = next(stage.code for stage in stages if "running" in MEANS[stage.code])
    return tuple(replace(stage, title=running) if stage.code == work else stage for stage in stages)


def with_needs(rows: Sequence[RowTemplate], needs: str) -> tuple[RowTemplate, ...]:
    """The first key needs stand in the task of the row that gathers mentees."""
    if not needs:
        return tuple(rows)
    first = next(row for row in rows if row.stage == "mentee_pool")
    said = _("начать с первых запросов: %(needs)s") % {"needs": needs[:LONGEST_NEEDS]}
    return tuple(replace(row, task=said) if row is first else row for row in rows)


def note(answers: Answers) -> str:
    """The explanatory note: what the activity and the stage make of this programme. Papers say the needs beside it."""
    return " ".join(str(one.note) for one in adaptations(answers.education_stage, answers.activity))
