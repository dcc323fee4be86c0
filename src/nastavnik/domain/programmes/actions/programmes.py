"""Creating a programme from a template, moving its start, opening and closing it."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, lifecycle, versions
from nastavnik.domain.organisations.models import AcademicYear, Organisation
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.errors import EndsBeforeStart, OutsideTheYear, ProgrammeIsClosed, TitleTaken
from nastavnik.domain.programmes.models import MentoringFormat, Module, Programme, RoadmapItem, Stage
from nastavnik.domain.programmes.templates import ProgrammeTemplate

FIRST_MODULE = "Основной модуль"


@transaction.atomic
def create_programme(
    organisation: Organisation,
    *,
    template: ProgrammeTemplate,
    title: str,
    academic_year: AcademicYear,
    starts_on: date,
    ends_on: date | None = None,
    by: Any,
) -> Programme:
    """A programme with its first module, seven stages and a roadmap, all from a ready template."""
    ends_on = ends_on or starts_on + timedelta(days=template.last_day)
    _require_dates(academic_year, starts_on, ends_on)
    _require_free_title(organisation, academic_year, title)
    programme = Programme.objects.create(
        organisation=organisation,
        academic_year=academic_year,
        title=title,
        type=template.type,
        goal=str(template.goal),
        needs_order=template.needs_order,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _first_module(programme, template)
    _plan(programme, template)
    audit.record("programme.create", programme, by=by, fields=["title", "starts_on", "ends_on"])
    return programme


@transaction.atomic
def edit_programme(programme: Programme, changes: dict[str, Any], *, version: int, by: Any) -> Programme:
    """Change the title, the goal, the last day or whether an order is needed."""
    if "title" in changes and changes["title"] != programme.title:
        _require_free_title(programme.organisation, programme.academic_year, changes["title"])
    ends_on = changes.get("ends_on", programme.ends_on)
    if ends_on and ends_on < programme.starts_on:
        raise EndsBeforeStart()
    versions.save_changes(programme, changes, version=version, by=by)
    return programme


@transaction.atomic
def move_start(programme: Programme, *, starts_on: date, version: int | None = None, by: Any) -> Programme:
    """Move the whole roadmap: its rows are offsets, so nothing else changes; the end moves along."""
    if programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=programme.title)
    ends_on = programme.ends_on and programme.ends_on + (starts_on - programme.starts_on)
    _require_dates(programme.academic_year, starts_on, ends_on)
    changes = {"starts_on": starts_on, "ends_on": ends_on}
    versions.save_changes(programme, changes, version=version or programme.version, by=by)
    return programme


def launch(programme: Programme, *, by: Any) -> Programme:
    """Begin: people are taken in and matched."""
    lifecycle.advance(programme, "launch", by=by)
    return programme


def close(programme: Programme, *, by: Any, note: str = "") -> Programme:
    """The programme is over; nothing is deleted."""
    lifecycle.advance(programme, "close", by=by, note=note)
    return programme


def _require_dates(year: AcademicYear, starts_on: date, ends_on: date | None) -> None:
    # A programme may end after its year (итог in autumn), but it begins within it.
    if starts_on < year.starts_on or (year.ends_on and starts_on > year.ends_on):
        raise OutsideTheYear(year=year.title)
    if ends_on and ends_on < starts_on:
        raise EndsBeforeStart()


def _require_free_title(organisation: Organisation, year: AcademicYear, title: str) -> None:
    if Programme.objects.filter(organisation=organisation, academic_year=year, title=title).exists():
        raise TitleTaken(title=title)


def _first_module(programme: Programme, template: ProgrammeTemplate) -> Module:
    return Module.objects.create(
        organisation=programme.organisation,
        programme=programme,
        title=FIRST_MODULE,
        mentoring_format=MentoringFormat.objects.get(organisation=None, code=template.mentoring_format),
        kind=template.kind,
        radar_period=template.radar_period,
        radar_grace=template.radar_grace,
    )


def _plan(programme: Programme, template: ProgrammeTemplate) -> None:
    owner = programme.organisation
    stages = Stage.objects.bulk_create(
        Stage(
            organisation=owner,
            programme=programme,
            number=number,
            code=stage.code,
            title=str(stage.title),
            first_day=stage.first_day,
            last_day=stage.last_day,
        )
        for number, stage in enumerate(template.stages, start=1)
    )
    by_code = {stage.code: stage for stage in stages}
    RoadmapItem.objects.bulk_create(
        RoadmapItem(
            organisation=owner,
            stage=by_code[row.stage],
            title=str(row.title),
            responsible=str(row.responsible),
            result=str(row.result),
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in template.roadmap
    )
