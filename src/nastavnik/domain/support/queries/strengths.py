"""The facts of the three components, for any number of pairs in a constant number of queries."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from nastavnik.domain.events.queries.training import training_of
from nastavnik.domain.mentorships.enums import RadarStatus
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState
from nastavnik.domain.programmes.kinds import KINDS
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.support.components import Facts
from nastavnik.domain.support.queries.duties import marks

ADMITTED = {
    ParticipationState.ENROLLED: False,
    ParticipationState.READY: True,
    ParticipationState.SUSPENDED: False,
    ParticipationState.FINISHED: True,
}


def facts_of(rows: Sequence[Any]) -> dict[int, Facts]:
    """Facts by mentorship; `rows` come from `with_support` with their radar and have their members and persons
    afterwards. One query, four where a module has a course."""
    people = MentorshipMember.objects.select_related("person", "participation")
    prefetch_related_objects(list(rows), Prefetch("members", queryset=people))
    mentors = {row.pk: [one.participation for one in row.members.all() if _leads(one)] for row in rows}
    to_train = [one for row in rows if row.has_course for one in mentors[row.pk]]
    trained = training_of(to_train) if to_train else {}
    found = {}
    for row in rows:
        told = [trained[one.pk].is_trained for one in mentors[row.pk] if one.pk in trained]
        found[row.pk] = _facts(row, mentors[row.pk], all(told) if told else None)
    return found


def _leads(member: MentorshipMember) -> bool:
    return member.role == ParticipationRole.MENTOR and member.ends_on is None


def _facts(row: Any, mentors: Sequence[Participation], trained: bool | None) -> Facts:
    mentor, mentee = marks(row)
    watched = row.radar.days is not None and not row.radar.is_paused
    admitted = [ADMITTED.get(ParticipationState(one.state)) for one in mentors]
    return Facts(
        admitted=all(admitted) if admitted and None not in admitted else None,
        trained=trained,
        held=row.met_lately,
        missed_by_mentor=row.mentor_missed,
        missed_by_mentee=row.mentee_missed,
        mentor_score=mentor.score if mentor else None,
        mentee_score=mentee.score if mentee else None,
        on_time=row.radar.status == RadarStatus.ON_TIME if watched else None,
        mentor_asks=row.mentor_asks,
        mentee_asks=row.mentee_asks,
        asks_to_do=row.asks_to_do,
        has_plan=row.has_goals if KINDS[row.kind].plan_needed else None,
    )
