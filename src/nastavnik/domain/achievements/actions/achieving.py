"""An achievement is entered, corrected, confirmed or sent back with a question."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.lifecycle import advance
from nastavnik.core.versions import save_changes
from nastavnik.domain.achievements.actions.storing import Given, stored
from nastavnik.domain.achievements.enums import AchievementState
from nastavnik.domain.achievements.errors import AlreadyConfirmed, DayAhead, NotOfThisPair, ReasonMissing
from nastavnik.domain.achievements.models import Achievement
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import User


@transaction.atomic
def enter(
    mentorship: Mentorship, *, person_id: int, values: Mapping[str, Any], file: Given | None, by: User | None
) -> Achievement:
    """By either side, about a member; `values` are kind, level, title, result, happened_on."""
    require_work(mentorship)
    require_consents(mentorship)
    _check_day(mentorship.organisation, values["happened_on"])
    if not mentorship.members.filter(person=person_id, ends_on__isnull=True).exists():
        raise NotOfThisPair
    made = Achievement.objects.create(
        organisation_id=mentorship.organisation_id,
        mentorship=mentorship,
        person_id=person_id,
        file=stored(mentorship.organisation, file, by),
        entered_by=by,
        **values,
    )
    audit.record("achievement.enter", made, by=by, fields=list(values))
    return made


@transaction.atomic
def edit(
    achievement: Achievement, values: Mapping[str, Any], *, file: Given | None, version: int, by: User | None
) -> Achievement:
    """Until it is confirmed; what was sent back waits again."""
    if achievement.state == AchievementState.CONFIRMED:
        raise AlreadyConfirmed
    require_consents(achievement.mentorship)
    _check_day(achievement.organisation, values["happened_on"])
    changes = dict(values)
    if file:
        changes["file"] = stored(achievement.organisation, file, by)
    save_changes(achievement, changes, version=version, by=by)
    if achievement.state == AchievementState.RETURNED:
        enter_again(achievement, by=by)
    return achievement


def confirm(achievement: Achievement, *, by: User | None) -> Achievement:
    """It stands in portfolios from now on."""
    require_consents(achievement.mentorship)
    advance(achievement, "confirm", by=by)
    return achievement


def ask_again(achievement: Achievement, *, note: str, by: User | None) -> Achievement:
    if not note.strip():
        raise ReasonMissing
    advance(achievement, "ask_again", by=by, note=note.strip())
    return achievement


def enter_again(achievement: Achievement, *, by: User | None) -> Achievement:
    advance(achievement, "enter_again", by=by)
    return achievement


def _check_day(organisation: Organisation, day: date) -> None:
    if day > clock.today(organisation.time_zone):
        raise DayAhead
