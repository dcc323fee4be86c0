"""A joint project, the day of its defence, the sheets of the jury."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.core.versions import save_changes
from nastavnik.domain.achievements.errors import (
    CriteriaInUse,
    NoCriteria,
    NotDefendedYet,
    OutOfScale,
    TooManyCriteria,
)
from nastavnik.domain.achievements.models import Defence, JuryMark, Project
from nastavnik.domain.achievements.queries.portfolio import sheets_of
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.people.models import User

MOST_CRITERIA = 12


@transaction.atomic
def begin_project(mentorship: Mentorship, values: Mapping[str, Any], *, by: User | None) -> Project:
    """`values` are title, aim, result."""
    require_work(mentorship)
    require_consents(mentorship)
    made = Project.objects.create(organisation_id=mentorship.organisation_id, mentorship=mentorship, **values)
    audit.record("project.begin", made, by=by, fields=list(values))
    return made


def edit_project(project: Project, values: Mapping[str, Any], *, version: int, by: User | None) -> Project:
    require_work(project.mentorship)
    require_consents(project.mentorship)
    save_changes(project, dict(values), version=version, by=by)
    return project


@transaction.atomic
def name_defence(
    project: Project, *, held_on: date, place: str, criteria: Sequence[str], most: int, version: int, by: User | None
) -> Defence:
    """The day and what is marked; once sheets are in, only day and place change. `version` is 0 for a new one."""
    require_consents(project.mentorship)
    wanted = list(dict.fromkeys(line.strip() for line in criteria if line.strip()))
    if not wanted:
        raise NoCriteria
    if len(wanted) > MOST_CRITERIA:
        raise TooManyCriteria
    defence = Defence.objects.select_for_update().filter(project=project).first()
    values = {"held_on": held_on, "place": place, "criteria": wanted, "most": most}
    if defence is None:
        defence = Defence.objects.create(organisation_id=project.organisation_id, project=project, **values)
        audit.record("defence.name", defence, by=by, fields=list(values))
        return defence
    if defence.marks.exists() and (defence.criteria, defence.most) != (wanted, most):
        raise CriteriaInUse
    save_changes(defence, values, version=version, by=by)
    return defence


@transaction.atomic
def mark_sheet(defence: Defence, *, sheet: int | None, points: Sequence[int], version: int = 0, by: User | None) -> int:
    """The sheet of one of the jury, a mark for each criterion; None adds a sheet. Returns its number.

    A sheet that is written again names the `version` it was read in: marks that somebody corrected in between are not
    lost. Raises ChangedMeanwhile with the sheet as it is now.
    """
    defence = (
        Defence.objects.select_for_update().select_related("organisation", "project__mentorship").get(pk=defence.pk)
    )
    require_consents(defence.project.mentorship)
    if defence.held_on > clock.today(defence.organisation.time_zone):
        raise NotDefendedYet
    for title, given in zip(defence.criteria, points, strict=True):
        if not 0 <= given <= defence.most:
            raise OutOfScale(title=title, most=defence.most)
    sheets = sheets_of(defence)
    number = sheet if sheet in sheets else max(sheets, default=0) + 1
    before = sheets.get(number)
    if before is not None and before.version != version:
        raise ChangedMeanwhile(before)
    defence.marks.filter(sheet=number).delete()
    JuryMark.objects.bulk_create(
        JuryMark(
            organisation_id=defence.organisation_id, defence=defence, sheet=number, criterion=place, points=given,
            version=before.version + 1 if before else 1,
        )
        for place, given in enumerate(points)
    )  # fmt: skip
    audit.record("defence.mark", defence, by=by, fields=["marks"])
    return number
