"""Who is on the other side of the pairs of some participations; one query."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from nastavnik.domain.consents.queries import processable
from nastavnik.domain.exchange.registers.records import Other
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import in_force


@dataclass(frozen=True)
class Pairs:
    """The other side of the pairs somebody is in, else of those that are over; `ended_on` where all are over."""

    others: tuple[Other, ...] = ()
    ended_on: date | None = None


NO_PAIR = Pairs()


def others_of(participations: Sequence[int], on: date, *, by_name: bool = False) -> dict[int, Pairs]:
    """Participation id → its pairs. Of a pair that did not come about nothing is said; `by_name` asks no consent."""
    wanted = set(participations)
    mine: dict[int, list[Any]] = defaultdict(list)
    members: dict[int, list[Any]] = defaultdict(list)
    for member in _members(participations, on, by_name):
        members[member.mentorship_id].append(member)
        if member.participation_id in wanted:
            mine[member.participation_id].append(member)
    return {pk: _pairs(own, members) for pk, own in mine.items()}


def _pairs(own: Sequence[Any], members: dict[int, list[Any]]) -> Pairs:
    now = [one for one in own if one.ends_on is None]
    across = [
        other
        for one in now or own
        for other in members[one.mentorship_id]
        if other.role != one.role and (other.ends_on is None or not now)
    ]
    ended = None if now else max((one.ends_on for one in own), default=None)
    return Pairs(tuple(_other(member) for member in across), ended)


def _other(member: Any) -> Other:
    person = member.person
    return Other(
        person_id=member.person_id,
        mentorship_id=member.mentorship_id,
        name=person.full_name,
        place=member.group_title or person.workplace or person.post,
        state=str(member.mentorship.get_state_display()),
        is_open=member.is_open,
    )


def _members(participations: Sequence[int], on: date, by_name: bool) -> QuerySet[MentorshipMember]:
    """Everybody in the mentorships of these participations."""
    theirs = MentorshipMember.objects.filter(participation__in=participations).values("mentorship")
    group = Enrolment.objects.filter(in_force(on), person=OuterRef("person")).order_by("-starts_on", "-id")
    shown = Person.objects.filter(pk=OuterRef("person_id"), erased_on__isnull=True)
    shown = shown if by_name else shown.filter(processable(on))
    rows = MentorshipMember.objects.filter(mentorship__in=theirs).exclude(mentorship__state=MentorshipState.DECLINED)
    return rows.select_related("mentorship", "person").annotate(
        group_title=Subquery(group.values("study_group__title")[:1]), is_open=Exists(shown)
    )
