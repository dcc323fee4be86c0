"""The same programme in the next school year: dates moved, whoever is not finished carried over."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Model

from nastavnik.core import audit
from nastavnik.domain.organisations.actions import ensure_academic_year
from nastavnik.domain.organisations.models import AcademicYear
from nastavnik.domain.programmes.actions.creating import require_dates, require_free_title
from nastavnik.domain.programmes.actions.enrolment import enrol_many
from nastavnik.domain.programmes.errors import AnotherOrganisation, CopyBeginsEarlier
from nastavnik.domain.programmes.models import (
    Module,
    ModuleEntry,
    Participation,
    Programme,
    ProgrammeStaff,
    RoadmapItem,
    RoadmapResponsible,
    Stage,
)
from nastavnik.domain.programmes.queries.copying import unfinished
from nastavnik.domain.programmes.queries.profiles import said_of
from nastavnik.domain.programmes.records import ProfileValues
from nastavnik.domain.programmes.terms import shifted

WHAT = ("type", "goal", "note", "education_stage", "activity", "first_needs", "designed_from", "needs_order")
MODULE = (
    "title", "mentoring_format_id", "role_model_id", "kind", "kind_code", "note", "aim", "radar_period", "radar_grace",
    "keeps_diary", "matching_settings", "card_needs_order", "card_needs_plan",
)  # fmt: skip
ENTRY = ("catalogue", "code", "text", "position")
STAGE = ("number", "code", "title", "first_day", "last_day")
ROW = ("title", "task", "responsible", "result", "document", "resources", "term_kind", "term_words", "remind_days")


@transaction.atomic
def copy_programme(
    programme: Programme,
    *,
    academic_year: AcademicYear | None = None,
    starts_on: date,
    title: str,
    take: Collection[int] = (),
    by: Any,
) -> Programme:
    """A programme that is being prepared: modules, words, stages, roadmap and staff of this one.

    Days keep their distance from the start, whole months stay months; nothing is done yet and rows that were dropped
    stay behind. `take` are ids of unfinished participations: these people are enrolled anew with what their profiles
    say. Consents, pairs and papers are of their year and are not copied. Without an academic year it is the one of the
    first day.
    """
    academic_year = academic_year or ensure_academic_year(programme.organisation, on=starts_on, by=by)
    if academic_year.organisation_id != programme.organisation_id:
        raise AnotherOrganisation
    moved = starts_on - programme.starts_on
    if moved < timedelta():
        raise CopyBeginsEarlier(day=f"{programme.starts_on:%d.%m.%Y}")
    ends_on = programme.ends_on and programme.ends_on + moved
    require_dates(academic_year, starts_on, ends_on)
    require_free_title(programme.organisation, academic_year, title)
    made = Programme.objects.create(
        organisation=programme.organisation,
        academic_year=academic_year,
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        copied_from=programme,
        **_values(programme, WHAT),
    )
    modules = _copy_modules(programme, made)
    _copy_plan(programme, made)
    _copy_staff(programme, made)
    audit.record("programme.copy", made, by=by, fields=["copied_from", "starts_on", "title"])
    _enrol(unfinished(programme).filter(pk__in=take), modules, starts_on, by)
    return made


def _values(row: Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _copy_modules(programme: Programme, made: Programme) -> dict[int, Module]:
    """Id of the old module → the new one."""
    copies = {}
    for module in programme.modules.prefetch_related("entries"):
        copy = Module.objects.create(organisation=made.organisation, programme=made, **_values(module, MODULE))
        ModuleEntry.objects.bulk_create(
            ModuleEntry(organisation_id=made.organisation_id, module=copy, **_values(entry, ENTRY))
            for entry in module.entries.all()
        )
        copies[module.pk] = copy
    return copies


def _copy_plan(programme: Programme, made: Programme) -> None:
    old = list(programme.stages.order_by("number"))
    new = Stage.objects.bulk_create(
        Stage(organisation_id=made.organisation_id, programme=made, **_values(stage, STAGE)) for stage in old
    )
    stages = {before.pk: after for before, after in zip(old, new, strict=True)}
    rows = list(
        RoadmapItem.objects.filter(stage__programme=programme, dropped_on=None)
        .order_by("id")
        .prefetch_related("people")
    )
    items = RoadmapItem.objects.bulk_create(_moved(row, stages[row.stage_id], programme, made) for row in rows)
    RoadmapResponsible.objects.bulk_create(
        RoadmapResponsible(organisation_id=made.organisation_id, item=item, person_id=one.person_id)
        for row, item in zip(rows, items, strict=True)
        for one in row.people.all()
    )


def _moved(row: RoadmapItem, stage: Stage, programme: Programme, made: Programme) -> RoadmapItem:
    first_day, last_day = shifted(row, programme.starts_on, made.starts_on)
    return RoadmapItem(
        organisation_id=made.organisation_id,
        stage=stage,
        first_day=first_day,
        last_day=last_day,
        **_values(row, ROW),
    )


def _copy_staff(programme: Programme, made: Programme) -> None:
    ProgrammeStaff.objects.bulk_create(
        ProgrammeStaff(
            organisation_id=made.organisation_id,
            programme=made,
            user_id=one.user_id,
            role=one.role,
            starts_on=made.starts_on,
        )
        for one in programme.staff.filter(ends_on=None).order_by("id")
    )


def _enrol(rows: Iterable[Participation], modules: dict[int, Module], joined_on: date, by: Any) -> None:
    """Everybody begins as enrolled: whether they may be matched is looked at in the new year."""
    people = list(rows)
    said = said_of([one.pk for one in people])
    groups: dict[tuple[int, str], list[Participation]] = {}
    for one in people:
        groups.setdefault((one.module_id, one.role), []).append(one)
    for (module_id, role), members in groups.items():
        entries: Sequence[tuple[Any, ProfileValues]] = [
            (one.person, said.get(one.pk, ProfileValues())) for one in members
        ]
        enrol_many(modules[module_id], role=role, entries=entries, joined_on=joined_on, by=by, admit=False)
