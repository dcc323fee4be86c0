"""Many rows at once: out of a ready set, or out of a table that was pasted. All or none."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.programmes.actions.roadmap import days_of
from nastavnik.domain.programmes.errors import RowsNotUnderstood
from nastavnik.domain.programmes.models import Programme, RoadmapItem, RoadmapResponsible, Stage
from nastavnik.domain.programmes.pasting import Pasted, PastedRow
from nastavnik.domain.programmes.queries.responsible import BETWEEN, named_in, parted
from nastavnik.domain.programmes.templates.row_sets import row_set
from nastavnik.domain.programmes.templates.rows import fitting
from nastavnik.domain.programmes.templates.shape import RowTemplate
from nastavnik.domain.programmes.templates.stages import meaning
from nastavnik.domain.programmes.terms import snapped


@transaction.atomic
def add_rows(programme: Programme, template_code: str, *, by: Any) -> int:
    """Add the rows of a ready set; those whose title is already in the roadmap are left out. Returns how many came.

    Raises KeyError where there is no such set.
    """
    stages = list(programme.stages.order_by("number"))
    present = set(RoadmapItem.objects.filter(stage__programme=programme).values_list("title", flat=True))
    rows = [row for row in fitting(row_set(template_code).rows, programme.type) if str(row.title) not in present]
    RoadmapItem.objects.bulk_create(_of_template(row, _stage_for(row, stages), programme) for row in rows)
    audit.record("programme.add_rows", programme, by=by, fields=[template_code])
    return len(rows)


@transaction.atomic
def add_pasted(programme: Programme, pasted: Pasted, *, by: Any) -> int:
    """Add every row of a table that was understood, or none: raises RowsNotUnderstood while one is not."""
    if not pasted.can_be_added:
        raise RowsNotUnderstood(rows=", ".join(pasted.called.get(row.row, str(row.row)) for row in pasted.wrong) or "—")
    stages = {stage.number: stage for stage in programme.stages.all()}
    named = named_in(programme.organisation, (part for row in pasted.rows for part in row.responsible))
    apart = [parted(row.responsible, named) for row in pasted.rows]
    items = RoadmapItem.objects.bulk_create(
        _of_pasted(row, stages[row.stage], words, programme)
        for row, (_people, words) in zip(pasted.rows, apart, strict=True)
    )
    RoadmapResponsible.objects.bulk_create(
        RoadmapResponsible(organisation_id=item.organisation_id, item=item, person=person)
        for item, (people, _words) in zip(items, apart, strict=True)
        for person in people
    )
    audit.record("programme.add_rows", programme, by=by, fields=["pasted"])
    return len(items)


def _of_template(row: RowTemplate, stage: Stage, programme: Programme) -> RoadmapItem:
    first, last = snapped(row.term_kind, row.first_day, row.last_day, programme.starts_on)
    return RoadmapItem(
        organisation_id=programme.organisation_id,
        stage=stage,
        title=str(row.title),
        task=str(row.task),
        responsible=str(row.responsible),
        result=str(row.result),
        document=str(row.document),
        resources={kind: str(words) for kind, words in row.resources.items()},
        term_kind=row.term_kind,
        first_day=first,
        last_day=last,
    )


def _of_pasted(row: PastedRow, stage: Stage, words: Sequence[str], programme: Programme) -> RoadmapItem:
    if row.term is None:
        raise RowsNotUnderstood(rows=str(row.row))
    return RoadmapItem(
        organisation_id=programme.organisation_id,
        stage=stage,
        title=row.title,
        task=row.task,
        responsible=BETWEEN.join(words),
        result=row.result,
        document=row.document,
        resources=dict(row.resources),
        **days_of(row.term, programme),
    )


def _stage_for(row: RowTemplate, stages: Sequence[Stage]) -> Stage:
    """The stage of the programme that does the work of the row: the last of them that has begun by its day."""
    fitting = [stage for stage in stages if row.stage in meaning(stage.code)] or list(stages)
    begun = [stage for stage in fitting if stage.first_day <= row.first_day]
    return (begun or fitting[:1])[-1]
