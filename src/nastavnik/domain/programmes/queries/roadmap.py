"""The roadmap of one programme."""

from collections.abc import Sequence

from nastavnik.domain.programmes.models import Programme, RoadmapItem, Stage


def roadmap(programme: Programme) -> Sequence[tuple[Stage, Sequence[RoadmapItem]]]:
    """Stages in their order, each with its rows by day; two queries."""
    stages = list(programme.stages.order_by("number").prefetch_related("items"))
    for stage in stages:
        stage.programme = programme
        for item in stage.items.all():
            item.stage = stage
    return [(stage, list(stage.items.all())) for stage in stages]
