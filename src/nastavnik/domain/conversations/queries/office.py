"""Who is in office: the adults of an institution who may stand beside a child's conversation."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import Mentorship, MentorshipMember
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import adult_on, holding, minor_on

# In the order in which they are asked.
STAFF = (RoleCode.COORDINATOR, RoleCode.PSYCHOLOGIST, RoleCode.TEACHER, RoleCode.HEAD)


def in_office(organisation_id: int, on: date) -> QuerySet[Person]:
    """Grown-up staff with an account that works, coordinators first; `rank` is the place of their role in STAFF."""
    rank = Case(
        *(When(holding([role], on), then=Value(number)) for number, role in enumerate(STAFF)),
        default=Value(len(STAFF)),
        output_field=IntegerField(),
    )
    rows = Person.objects.filter(
        holding(STAFF, on), adult_on(on), organisation=organisation_id, user__is_active=True, erased_on__isnull=True
    )
    return rows.annotate(rank=rank).order_by("rank", "id")


def paired_with(persons: Any) -> QuerySet[MentorshipMember, Any]:
    """Ids of everybody who is or was in one mentorship with these persons (ids), proposals that were declined apart:
    whom «нужна помощь» and «мне некомфортно» of the persons go past."""
    theirs = MentorshipMember.objects.filter(person__in=persons).exclude(mentorship__state=MentorshipState.DECLINED)
    both = MentorshipMember.objects.filter(mentorship__in=theirs.values("mentorship"))
    return both.exclude(person__in=persons).values("person")


def second_adults(organisation_id: int, on: date, *, without: Collection[int]) -> list[Person]:
    """Who may be asked to be the second adult, those left out (ids of persons) not among them."""
    return list(in_office(organisation_id, on).exclude(pk__in=without))


def adults_missing(adults: int, *, is_watched: bool) -> int:
    """How many have to join a conversation with a child in which so many adults are: two read it, one of them from
    outside of the pair."""
    return max(2 - adults, 0 if is_watched else 1)


def is_overseen(mentorship: Mentorship, on: date) -> bool:
    """Whether the conversation of a pair could be opened: with a child in it enough others in office read."""
    sides = MentorshipMember.objects.filter(mentorship=mentorship, ends_on__isnull=True).values("person")
    minors = Person.objects.filter(minor_on(on), pk__in=sides).count()
    if not minors:
        return True
    missing = adults_missing(sides.distinct().count() - minors, is_watched=False)
    return in_office(mentorship.organisation_id, on).exclude(pk__in=sides).count() >= missing
