"""A group begins with what its members need; for each need a theme, and the themes are voted on."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.mentorships.errors import NotAGroup, NotAMember, NothingWritten, ThemeMissing
from nastavnik.domain.mentorships.gates import require_consents, require_work
from nastavnik.domain.mentorships.models import GroupNeed, Mentorship, MentorshipMember, ThemeVote
from nastavnik.domain.mentorships.queries.group import is_group
from nastavnik.domain.people.models import User


@transaction.atomic
def name_need(mentorship: Mentorship, *, text: str, member: MentorshipMember | None, by: User | None) -> GroupNeed:
    """One more line of the list, in the words of who needs it."""
    _require_group(mentorship)
    if not text.strip():
        raise NothingWritten
    need = GroupNeed.objects.create(
        organisation_id=mentorship.organisation_id, mentorship=mentorship, named_by=member, text=text.strip()
    )
    audit.record("groupneed.name", need, by=by, fields=["text"])
    return need


@transaction.atomic
def shape_need(need: GroupNeed, values: Mapping[str, str], *, version: int, by: User | None) -> GroupNeed:
    """The theme, what helps, what the group will do and in which form."""
    _require_group(need.mentorship)
    save_changes(need, {name: value.strip() for name, value in values.items()}, version=version, by=by)
    return need


@transaction.atomic
def vote(need: GroupNeed, member: MentorshipMember, *, by: User | None) -> bool:
    """For a theme, or no longer for it; is it voted for now?"""
    _require_group(need.mentorship)
    if member.mentorship_id != need.mentorship_id or member.ends_on is not None:
        raise NotAMember
    if not need.theme:
        raise ThemeMissing
    ballot, made = ThemeVote.objects.get_or_create(
        need=need, member=member, defaults={"organisation_id": need.organisation_id}
    )
    if not made:
        ballot.delete()
    audit.record("groupneed.vote", need, by=by, fields=["ballots"])
    return made


@transaction.atomic
def agree_theme(need: GroupNeed, *, version: int, on: date | None = None, by: User | None) -> GroupNeed:
    """The group takes this theme."""
    _require_group(need.mentorship)
    if not need.theme:
        raise ThemeMissing
    day = on or clock.today(need.organisation.time_zone)
    save_changes(need, {"agreed_on": day}, version=version, by=by)
    return need


def _require_group(mentorship: Mentorship) -> None:
    require_work(mentorship)
    require_consents(mentorship)
    if not is_group(mentorship):
        raise NotAGroup
