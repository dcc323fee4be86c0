"""What every mentorship was on a day, out of its own days and the steps that are remembered."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from nastavnik.domain.mentorships.enums import MentorshipState as S
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember, MentorshipStateChange, Pause

AGREEING = ("confirm", "decline")


def states_on(rows: QuerySet[Mentorship], day: date) -> dict[int, S | None]:
    """The state of each at the end of that day; None: not proposed yet. Three queries for any number of rows.

    Days of work are those that were entered (start, end, pauses); agreement and refusal are of the day on which they
    were written down.
    """
    found = list(rows.select_related("organisation"))
    changes = MentorshipStateChange.objects.filter(action__in=AGREEING)
    prefetch_related_objects(found, "pauses", Prefetch("state_changes", queryset=changes, to_attr="agreeing"))
    return {row.pk: _state(row, row.pauses.all(), row.agreeing, day) for row in found}  # type: ignore[attr-defined]


def _state(row: Mentorship, pauses: Iterable[Pause], agreeing: Iterable[MentorshipStateChange], day: date) -> S | None:
    if row.ended_on and row.ended_on <= day:
        return S(row.state)
    if row.started_on and row.started_on <= day:
        paused = any(p.starts_on <= day and (p.ends_on is None or day <= p.ends_on) for p in pauses)
        return S.PAUSED if paused else S.ACTIVE
    if row.proposed_on > day:
        return None
    zone = ZoneInfo(row.organisation.time_zone)
    steps = [change for change in agreeing if change.at.astimezone(zone).date() <= day]
    return S(steps[-1].to_state) if steps else S.PROPOSED


def members_on(mentorship: Mentorship, day: date) -> list[MentorshipMember]:
    """Who was in it on that day; persons are loaded."""
    rows = mentorship.members.select_related("person").filter(starts_on__lte=day)
    return [member for member in rows if member.ends_on is None or member.ends_on >= day]
