"""The facts of the three components, for any number of pairs in a constant number of queries."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from nastavnik.domain.events.queries.training import training_of
from nastavnik.domain.mentorships.enums import MeetingState as M
from nastavnik.domain.mentorships.enums import RadarStatus
from nastavnik.domain.mentorships.models import Goal, Meeting, MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.support.components import Facts
from nastavnik.domain.support.queries.duties import marks

LOOKED_BACK = timedelta(days=60)
ADMITTED = {
    ParticipationState.ENROLLED: False,
    ParticipationState.READY: True,
    ParticipationState.SUSPENDED: False,
    ParticipationState.FINISHED: True,
}
NOBODY_MET: Mapping[str, int] = {"held": 0, "by_mentor": 0, "by_mentee": 0}


def facts_of(rows: Sequence[Any], on: date) -> dict[int, Facts]:
    """Facts by mentorship; `rows` come from `with_support` with their radar. At most six queries."""
    ids = [row.pk for row in rows]
    mentors: dict[int, list[Participation]] = {}
    members = MentorshipMember.objects.filter(
        mentorship__in=ids, role=ParticipationRole.MENTOR, ends_on__isnull=True
    ).select_related("participation")
    for member in members:
        mentors.setdefault(member.mentorship_id, []).append(member.participation)
    trained = training_of([one for some in mentors.values() for one in some])
    met = _meetings(ids, on)
    planned = set(Goal.objects.filter(mentorship__in=ids).values_list("mentorship_id", flat=True))
    found = {}
    for row in rows:
        own = mentors.get(row.pk, [])
        told = [trained[one.pk].is_trained for one in own if one.pk in trained]
        found[row.pk] = _facts(row, own, all(told) if told else None, met.get(row.pk, NOBODY_MET), row.pk in planned)
    return found


def _facts(
    row: Any, mentors: Sequence[Participation], trained: bool | None, met: Mapping[str, int], is_planned: bool
) -> Facts:
    mentor, mentee = marks(row)
    watched = row.radar.days is not None and not row.radar.is_paused
    admitted = [ADMITTED.get(ParticipationState(one.state)) for one in mentors]
    return Facts(
        admitted=all(admitted) if admitted and None not in admitted else None,
        trained=trained,
        held=met["held"],
        missed_by_mentor=met["by_mentor"],
        missed_by_mentee=met["by_mentee"],
        mentor_score=mentor.score if mentor else None,
        mentee_score=mentee.score if mentee else None,
        on_time=row.radar.status == RadarStatus.ON_TIME if watched else None,
        has_plan=is_planned if KINDS[row.kind].plan_needed else None,
    )


def _meetings(ids: Collection[int], on: date) -> dict[int, Mapping[str, Any]]:
    """How many of the last two months took place, and who missed how many."""
    rows = Meeting.objects.filter(mentorship__in=ids, happens_on__gt=on - LOOKED_BACK, happens_on__lte=on)
    told = (
        rows.order_by()
        .values("mentorship_id")
        .annotate(
            held=Count("pk", filter=Q(state=M.HELD)),
            by_mentor=Count("pk", filter=Q(state=M.MISSED_BY_MENTOR)),
            by_mentee=Count("pk", filter=Q(state=M.MISSED_BY_MENTEE)),
        )
    )
    return {row["mentorship_id"]: dict(row) for row in told}
