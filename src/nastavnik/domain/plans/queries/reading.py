"""Who is asked to read a plan, and who has done it."""

from dataclasses import dataclass
from typing import Any

from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.people.models import Person
from nastavnik.domain.plans.enums import PlanState, PlanWay
from nastavnik.domain.plans.models import PairPlan
from nastavnik.domain.programmes.enums import ParticipationRole


@dataclass(frozen=True)
class Reader:
    """Somebody who is asked, `at` the moment of the tap."""

    person: Person
    at: Any


def readers_of(plan: PairPlan) -> set[int]:
    """Persons who are asked: of a plan made by the mentor the mentees; of a common one all but who showed it."""
    members = MentorshipMember.objects.filter(mentorship=plan.mentorship_id, ends_on__isnull=True)
    if plan.way == PlanWay.BY_MENTOR:
        members = members.filter(role=ParticipationRole.MENTEE)
    elif plan.shown_by_id:
        members = members.exclude(person__user=plan.shown_by_id)
    return set(members.values_list("person_id", flat=True))


def readings_of(plan: PairPlan) -> list[Reader]:
    """Everybody who is asked about the present edition; two queries. Nobody while it is a draft."""
    if plan.state == PlanState.DRAFT:
        return []
    asked = readers_of(plan)
    told = {one.person_id: one for one in plan.readings.filter(edition=plan.edition).select_related("person")}
    people = Person.objects.in_bulk(asked - set(told))
    found = [Reader(one.person, one.read_at) for one in told.values()]
    return found + [Reader(person, None) for person in people.values()]
