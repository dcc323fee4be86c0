"""About the people of mentorships, in few queries: who is a minor, who answers for them, what consent they have."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from nastavnik.domain.consents.models import Consent
from nastavnik.domain.consents.queries import consents_in_force, processable
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import cleared, in_force, minor_on
from nastavnik.domain.programmes.models import Participation


@dataclass(frozen=True)
class ClosestPeople:
    """Facts about some persons on one day."""

    minors: frozenset[int]
    processable: frozenset[int]
    cleared: frozenset[int]
    consents: dict[int, Consent]
    guardians: dict[int, list[Person]]


def closest_people(persons: Collection[Person], on: date) -> ClosestPeople:
    """Minors, consents, clearances and guardians of the persons, in five queries."""
    rows = Person.objects.filter(pk__in={person.pk for person in persons})
    minors = frozenset(rows.filter(minor_on(on)).values_list("pk", flat=True))
    return ClosestPeople(
        minors=minors,
        processable=frozenset(rows.filter(processable(on)).values_list("pk", flat=True)),
        cleared=frozenset(rows.filter(cleared(on)).values_list("pk", flat=True)),
        consents=consents_in_force(persons, on),
        guardians=_guardians(minors, on),
    )


def _guardians(children: Collection[int], on: date) -> dict[int, list[Person]]:
    found: dict[int, list[Person]] = {}
    rows = Guardianship.objects.filter(in_force(on), child__in=children).select_related("guardian")
    for row in rows.order_by("id"):
        found.setdefault(row.child_id, []).append(row.guardian)
    return found


def occupied(participations: Sequence[Participation]) -> QuerySet[MentorshipMember]:
    """Open memberships of these participations: proposed, confirmed or at work."""
    return MentorshipMember.objects.filter(participation__in=participations, ends_on__isnull=True)


def persons_of(mentorship: Mentorship) -> list[Person]:
    """Everybody who is in it now."""
    return [member.person for member in mentorship.members.select_related("person") if member.ends_on is None]


def with_people(mentorships: Sequence[Mentorship]) -> Sequence[Mentorship]:
    """The same mentorships with `members` and their persons loaded, in one query."""
    members = MentorshipMember.objects.select_related("person")
    prefetch_related_objects(list(mentorships), Prefetch("members", queryset=members))
    return mentorships
