"""Modules of a programme and who works on it."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.people.models import User
from nastavnik.domain.programmes.actions.carding import settle_cards
from nastavnik.domain.programmes.actions.entries import take_usual_entries
from nastavnik.domain.programmes.enums import Kind, ProgrammeState
from nastavnik.domain.programmes.errors import ModuleTitleTaken, ProgrammeIsClosed
from nastavnik.domain.programmes.models import (
    MentoringFormat,
    Module,
    Programme,
    ProgrammeStaff,
    RadarSetting,
    RoleModel,
)

RADAR = {"radar_period", "radar_grace"}


@transaction.atomic
def add_module(
    programme: Programme,
    *,
    title: str,
    mentoring_format: MentoringFormat,
    role_model: RoleModel | None = None,
    kind: str = Kind.INDIVIDUAL,
    kind_code: str = "",
    aim: str = "",
    note: str = "",
    radar_period: int = 14,
    radar_grace: int = 7,
    keeps_diary: bool = True,
    matching_settings: dict[str, Any] | None = None,
    by: Any,
) -> Module:
    """Another part of the programme with a format, a kind and rules of its own; filled with what is usual there."""
    if programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=programme.title)
    _require_free_title(programme, title)
    module = Module.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        title=title,
        mentoring_format=mentoring_format,
        role_model=role_model,
        kind=kind,
        kind_code=kind_code,
        aim=aim,
        note=note,
        radar_period=radar_period,
        radar_grace=radar_grace,
        keeps_diary=keeps_diary,
        matching_settings=matching_settings or {},
    )
    settle_cards([module])
    audit.record("module.add", module, by=by, fields=["title", "kind"])
    return take_usual_entries(module, by=by)


@transaction.atomic
def edit_module(module: Module, changes: dict[str, Any], *, version: int, by: Any) -> Module:
    """Change what the module is and how it matches; pairs already made keep their kind."""
    changes = {name: value for name, value in changes.items() if value != getattr(module, name)}
    before = {name: getattr(module, name) for name in RADAR}
    if "title" in changes:
        _require_free_title(module.programme, changes["title"])
    versions.save_changes(module, changes, version=version, by=by)
    if changes.keys() & RADAR:
        _keep_radar(module, before)
    if {"kind", "kind_code"} & changes.keys():
        settle_cards([module])
    return module


@transaction.atomic
def add_staff(programme: Programme, *, user: User, role: str, starts_on: date, by: Any) -> ProgrammeStaff:
    """Somebody works on this programme besides the coordinators; asked a second time it changes nothing."""
    row, created = ProgrammeStaff.objects.get_or_create(
        programme=programme,
        user=user,
        role=role,
        ends_on=None,
        defaults={"organisation_id": programme.organisation_id, "starts_on": starts_on},
    )
    if created:
        audit.record("programmestaff.add", row, by=by, fields=["role"])
    return row


def _keep_radar(module: Module, before: dict[str, int]) -> None:
    """What was in force until yesterday is kept for the radar of past days; of several changes in a day the first."""
    until = clock.today(module.organisation.time_zone) - timedelta(days=1)
    RadarSetting.objects.get_or_create(
        module=module, until=until, defaults={"organisation_id": module.organisation_id, **before}
    )


def _require_free_title(programme: Programme, title: str) -> None:
    if programme.modules.filter(title=title).exists():
        raise ModuleTitleTaken(title=title)
