"""Pairs whose meeting can be written down in one tap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState, Mood
from nastavnik.domain.mentorships.models import Meeting, Mentorship, MentorshipMember
from nastavnik.domain.mentorships.naming import called, listed
from nastavnik.domain.mentorships.queries.members import with_people
from nastavnik.domain.mentorships.queries.visible import stopped_for_consent, visible_to
from nastavnik.domain.organisations.models import Organisation

AT_WORK = (MentorshipState.ACTIVE, MentorshipState.PAUSED)


@dataclass(frozen=True)
class LogPair:
    """A pair as the log shows it: no surname of a child. `told` is the id of the meeting of the day that is written
    down, `how` what it was in words."""

    pk: int
    title: str
    keeps_diary: bool
    told: int | None
    how: str


def told_of_day(on: date) -> dict[str, Subquery]:
    """To annotate mentorships with: the id, the state and the mood of the day's meeting."""
    gone = (MeetingState.PLANNED, MeetingState.CANCELLED)
    rows = Meeting.objects.filter(mentorship=OuterRef("pk"), happens_on=on).exclude(state__in=gone).order_by("id")
    return {f"told_{name}": Subquery(rows.values(name)[:1]) for name in ("id", "state", "mood")}


def pairs_to_log(user: Any, organisation: Organisation | None, on: date) -> list[LogPair]:
    """Own pairs at work, those that rest for want of a consent left out; two queries."""
    if organisation is None:
        return []
    mine = MentorshipMember.objects.filter(mentorship=OuterRef("pk"), person__user=user, ends_on__isnull=True)
    stopped = stopped_for_consent(Mentorship.objects.filter(pk=OuterRef("pk")))
    rows = visible_to(user).filter(Exists(mine), organisation=organisation, state__in=AT_WORK)
    return log_pairs(rows.exclude(Exists(stopped)).annotate(**told_of_day(on)), user)


def log_pairs(rows: Iterable[Mentorship], user: Any) -> list[LogPair]:
    """The same of rows that are annotated with `told_of_day`; those in which the user takes part now; one query."""
    found: Sequence[Any] = with_people(list(rows))
    return [
        LogPair(row.pk, title_for(row, user), row.module.keeps_diary, row.told_id, _how(row.told_state, row.told_mood))
        for row in found
        if any(member.person.user_id == user.pk and member.ends_on is None for member in row.members.all())
    ]


def title_for(mentorship: Mentorship, user: Any) -> str:
    """The title of a group, or the names of the other side; members are loaded."""
    if mentorship.title:
        return mentorship.title
    members = list(mentorship.members.all())
    role = next((member.role for member in members if member.person.user_id == user.pk), "")
    return listed([called(member.person) for member in members if member.role != role and member.ends_on is None])


def _how(state: str | None, mood: str | None) -> str:
    if not state:
        return ""
    return str(Mood(mood).label if mood else MeetingState(state).label)
