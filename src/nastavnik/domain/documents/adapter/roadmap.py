"""The roadmap of a programme as a paper."""

from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.programme import programme_of, programme_text
from nastavnik.domain.documents.kinds.roadmap import PlannedRow, PlannedStage, RoadmapContext
from nastavnik.domain.documents.models import Document
from nastavnik.domain.programmes import queries as programmes
from nastavnik.domain.programmes.enums import ResourceKind, RowState
from nastavnik.domain.programmes.queries import RoadmapRow


def context_of(document: Document) -> RoadmapContext:
    """From the rows as they are now, without those that were dropped. Raises HeadMissing."""
    programme = programme_of(document)
    stages = tuple(
        PlannedStage(stage.title, tuple(_row(row) for row in rows if row.state != RowState.DROPPED))
        for stage, rows in programmes.roadmap(programme)
    )
    return RoadmapContext(frame=frame_of(document), programme=programme_text(programme), stages=stages)


def _row(row: RoadmapRow) -> PlannedRow:
    item = row.item
    return PlannedRow(
        title=item.title,
        term=row.term,
        task=item.task,
        responsible=row.responsible_said,
        result=item.result,
        document=item.document,
        resources=tuple(f"{kind.label}: {item.resources[kind]}" for kind in ResourceKind if item.resources.get(kind)),
    )
