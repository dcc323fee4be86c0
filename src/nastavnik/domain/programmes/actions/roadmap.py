"""The roadmap and the stages: marking what is done, rows of one's own."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.domain.programmes.errors import EndsBeforeStart
from nastavnik.domain.programmes.models import RoadmapItem, Stage


def mark_done(planned: Stage | RoadmapItem, *, done_on: date | None, version: int | None = None, by: Any) -> None:
    """A stage or a row of the roadmap is done (or, with None, not done after all)."""
    versions.save_changes(planned, {"done_on": done_on}, version=version or planned.version, by=by)


@transaction.atomic
def add_item(
    stage: Stage, *, title: str, first_day: int, last_day: int, responsible: str = "", result: str = "", by: Any
) -> RoadmapItem:
    """A row of one's own; days are counted from the start of the programme."""
    if last_day < first_day:
        raise EndsBeforeStart()
    item = RoadmapItem.objects.create(
        organisation_id=stage.organisation_id,
        stage=stage,
        title=title,
        responsible=responsible,
        result=result,
        first_day=first_day,
        last_day=last_day,
    )
    audit.record("roadmapitem.add", item, by=by, fields=["title", "first_day", "last_day"])
    return item


def edit_item(item: RoadmapItem, changes: dict[str, Any], *, version: int, by: Any) -> RoadmapItem:
    """Change a row of the roadmap."""
    if changes.get("last_day", item.last_day) < changes.get("first_day", item.first_day):
        raise EndsBeforeStart()
    versions.save_changes(item, changes, version=version, by=by)
    return item
