"""Sheets of teachers: written, corrected, and their next step taken into the plan."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.enums import Party
from nastavnik.domain.mentorships.gates import require_consents, require_day, require_work
from nastavnik.domain.mentorships.models import Goal, Mentorship, MentorshipMember, PlanStep
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.plans.actions.correcting import add_step
from nastavnik.domain.plans.errors import WordsMissing
from nastavnik.domain.plans.models import WorkSheet


@transaction.atomic
def write_sheet(
    mentorship: Mentorship, *, kind: str, author: Person, values: Mapping[str, Any], by: User | None
) -> WorkSheet:
    """A day of the pair's work, in words of one of the two."""
    require_work(mentorship)
    require_consents(mentorship)
    _check(mentorship, values)
    made = WorkSheet.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, kind=kind, author=author, **values
    )
    audit.record("worksheet.write", made, by=by, fields=list(values))
    return made


def edit_sheet(sheet: WorkSheet, values: Mapping[str, Any], *, version: int, by: User | None) -> WorkSheet:
    require_work(sheet.mentorship)
    _check(sheet.mentorship, values)
    save_changes(sheet, dict(values), version=version, by=by)
    return sheet


@transaction.atomic
def plan_from_sheet(sheet: WorkSheet, *, goal: Goal, by: User | None) -> PlanStep:
    """The next step of a sheet becomes a step of its author in the plan, once."""
    sheet = WorkSheet.objects.select_for_update().get(pk=sheet.pk)
    if sheet.step_id and sheet.step:
        return sheet.step
    if not sheet.next_step:
        raise WordsMissing
    role = MentorshipMember.objects.filter(mentorship=sheet.mentorship_id, person=sheet.author_id).first()
    who = role.role if role and role.role in Party.values else ""
    step = add_step(goal, title=sheet.next_step, who=who, by=by)
    save_changes(sheet, {"step": step}, version=sheet.version, by=by)
    return step


def _check(mentorship: Mentorship, values: Mapping[str, Any]) -> None:
    if not values["title"].strip():
        raise WordsMissing
    require_day(mentorship, values["happened_on"])
    if values.get("tried_on"):
        require_day(mentorship, values["tried_on"])
