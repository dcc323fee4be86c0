"""Stages and rows of a roadmap are marked as they are done."""

from collections.abc import Mapping

from nastavnik.demo.timeline import Timeline
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.models import Programme, RoadmapItem, Stage
from nastavnik.domain.programmes.queries import roadmap


def keep(programme: Programme, timeline: Timeline, *, done: Mapping[str, int], by: User) -> None:
    """Each stage is done so many days ago; its rows by their last day, or with the stage."""
    for stage, rows in roadmap(programme):
        if stage.code in done:
            finished = timeline.day(done[stage.code])
            timeline.on(finished, lambda stage=stage: _mark(stage, timeline, by), hour=17)
        for item in (row.item for row in rows):
            last = min(item.ends_on, finished) if stage.code in done else item.ends_on
            if last < timeline.today:
                timeline.on(last, lambda item=item: _mark(item, timeline, by), hour=16)


def _mark(planned: Stage | RoadmapItem, timeline: Timeline, by: User) -> None:
    programmes.mark_done(planned, done_on=timeline.today_in_story(), by=by)
