"""Editing a programme, moving its start, opening and closing it."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, lifecycle, versions
from nastavnik.domain.programmes.actions.creating import require_dates, require_free_title
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.errors import EndsBeforeStart, ProgrammeIsClosed
from nastavnik.domain.programmes.models import Programme, RoadmapItem
from nastavnik.domain.programmes.terms import shifted


@transaction.atomic
def edit_programme(programme: Programme, changes: dict[str, Any], *, version: int, by: Any) -> Programme:
    """Change what the programme says of itself; only what differs is written, and the journal tells what it was."""
    changes = {name: value for name, value in changes.items() if value != getattr(programme, name)}
    if "title" in changes:
        require_free_title(programme.organisation, programme.academic_year, changes["title"])
    ends_on = changes.get("ends_on", programme.ends_on)
    if ends_on and ends_on < programme.starts_on:
        raise EndsBeforeStart()
    versions.save_changes(programme, changes, version=version, by=by)
    return programme


@transaction.atomic
def move_start(programme: Programme, *, starts_on: date, version: int | None = None, by: Any) -> Programme:
    """Move the whole roadmap: its rows are offsets; those of whole months move by months. The end moves along."""
    if programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=programme.title)
    before = programme.starts_on
    ends_on = programme.ends_on and programme.ends_on + (starts_on - before)
    require_dates(programme.academic_year, starts_on, ends_on)
    changes = {"starts_on": starts_on, "ends_on": ends_on}
    versions.save_changes(programme, changes, version=version or programme.version, by=by)
    _move_months(programme, before, by)
    return programme


def launch(programme: Programme, *, by: Any) -> Programme:
    """Begin: people are taken in and matched."""
    lifecycle.advance(programme, "launch", by=by)
    return programme


def close(programme: Programme, *, by: Any, note: str = "") -> Programme:
    """The programme is over; nothing is deleted."""
    lifecycle.advance(programme, "close", by=by, note=note)
    return programme


def _move_months(programme: Programme, before: date, by: Any) -> None:
    moved = []
    for item in RoadmapItem.objects.filter(stage__programme=programme):
        days = shifted(item, before, programme.starts_on)
        if days != (item.first_day, item.last_day):
            item.first_day, item.last_day = days
            item.version += 1
            moved.append(item)
    RoadmapItem.objects.bulk_update(moved, ["first_day", "last_day", "version"], batch_size=200)
    if moved:
        audit.record("programme.move_months", programme, by=by, fields=["first_day", "last_day"])
