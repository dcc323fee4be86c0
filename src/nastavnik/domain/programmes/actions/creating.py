"""A programme out of a template: its first module with what is usual there, its stages, its roadmap."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.organisations.actions import ensure_academic_year
from nastavnik.domain.organisations.models import AcademicYear, Organisation
from nastavnik.domain.programmes.actions.carding import settle_cards
from nastavnik.domain.programmes.actions.entries import take_usual_entries
from nastavnik.domain.programmes.enums import Catalogue
from nastavnik.domain.programmes.errors import EndsBeforeStart, OutsideTheYear, TitleTaken
from nastavnik.domain.programmes.models import (
    MentoringFormat,
    Module,
    ModuleEntry,
    Programme,
    RoadmapItem,
    RoleModel,
    Stage,
)
from nastavnik.domain.programmes.templates import ProgrammeTemplate, RowTemplate
from nastavnik.domain.programmes.templates.ending import fitted, usual_end
from nastavnik.domain.programmes.terms import snapped

FIRST_MODULE = "Основной модуль"


@transaction.atomic
def create_programme(
    organisation: Organisation,
    *,
    template: ProgrammeTemplate,
    title: str,
    academic_year: AcademicYear | None = None,
    starts_on: date,
    ends_on: date | None = None,
    by: Any,
) -> Programme:
    """A programme with its first module, stages, roadmap and words, all from a template, ready or designed.

    Without an academic year it belongs to the one of its first day, which is made where there is none. Where it is
    shorter than the template, stages and rows are drawn together.
    """
    academic_year = academic_year or ensure_academic_year(organisation, on=starts_on, by=by)
    ends_on = ends_on or usual_end(template, starts_on)
    require_dates(academic_year, starts_on, ends_on)
    require_free_title(organisation, academic_year, title)
    template = fitted(template, (ends_on - starts_on).days)
    programme = Programme.objects.create(
        organisation=organisation,
        academic_year=academic_year,
        title=title,
        type=template.type,
        goal=str(template.goal),
        note=str(template.note),
        education_stage=template.education_stage,
        activity=template.activity,
        first_needs=template.first_needs,
        designed_from=dict(template.designed_from),
        needs_order=template.needs_order,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    take_usual_entries(_first_module(programme, template), by=by)
    _plan(programme, template)
    audit.record("programme.create", programme, by=by, fields=["title", "starts_on", "ends_on"])
    return programme


def require_dates(year: AcademicYear, starts_on: date, ends_on: date | None) -> None:
    """It begins within its year and may end after it (итог in autumn), but not before it begins."""
    if starts_on < year.starts_on or (year.ends_on and starts_on > year.ends_on):
        raise OutsideTheYear(year=year.title)
    if ends_on and ends_on < starts_on:
        raise EndsBeforeStart()


def require_free_title(organisation: Organisation, year: AcademicYear, title: str) -> None:
    """A title is taken once a year."""
    if Programme.objects.filter(organisation=organisation, academic_year=year, title=title).exists():
        raise TitleTaken(title=title)


def _first_module(programme: Programme, template: ProgrammeTemplate) -> Module:
    """The portraits that the designer chose stand in it before the usual ones are taken."""
    chosen = MentoringFormat.objects.get(organisation=None, code=template.mentoring_format)
    roles = RoleModel.objects.filter(organisation=None, mentoring_format=chosen, title=template.role_model)
    module = Module.objects.create(
        organisation=programme.organisation,
        programme=programme,
        title=FIRST_MODULE,
        mentoring_format=chosen,
        role_model=roles.first() if template.role_model else None,
        kind=template.kind,
        radar_period=template.radar_period,
        radar_grace=template.radar_grace,
    )
    settle_cards([module])
    portraits = {
        Catalogue.MENTOR_PORTRAIT: template.mentor_portraits,
        Catalogue.MENTEE_PORTRAIT: template.mentee_portraits,
    }
    ModuleEntry.objects.bulk_create(
        ModuleEntry(organisation_id=module.organisation_id, module=module, catalogue=name, code=code, position=place)
        for name, codes in portraits.items()
        for place, code in enumerate(codes)
    )
    return module


def _plan(programme: Programme, template: ProgrammeTemplate) -> None:
    stages = Stage.objects.bulk_create(
        Stage(
            organisation_id=programme.organisation_id,
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
    RoadmapItem.objects.bulk_create(_row(programme, by_code[row.stage], row) for row in template.roadmap)


def _row(programme: Programme, stage: Stage, row: RowTemplate) -> RoadmapItem:
    first_day, last_day = snapped(row.term_kind, row.first_day, row.last_day, programme.starts_on)
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
        first_day=first_day,
        last_day=last_day,
    )
