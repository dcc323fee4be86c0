"""Concerns and who has read them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from nastavnik.domain.conversations.enums import ConcernState
from nastavnik.domain.conversations.models import Concern, ConcernReader
from nastavnik.domain.conversations.queries.office import STAFF, in_office, paired_with
from nastavnik.domain.mentorships.enums import MentorshipState
from nastavnik.domain.mentorships.models import MentorshipMember
from nastavnik.domain.mentorships.rules import AT_WORK
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import guardians_of, in_force, is_minor, minor_on

READERS = 2


def ringing() -> QuerySet[ConcernReader]:
    """Everybody who has not read what was brought to them."""
    rows = ConcernReader.objects.filter(read_at__isnull=True, concern__state=ConcernState.RAISED)
    return rows.select_related("person", "organisation", "concern")


def readers_of(concern: Concern) -> list[ConcernReader]:
    """To whom it was brought and when they read it."""
    return list(concern.readers.select_related("person").order_by(F("read_at").asc(nulls_last=True), "id"))


def may_hear(child: Person, on: date, *, without: Collection[int]) -> list[Person]:
    """Staff to whom it may be brought, in the order of asking: nobody who is or was in one pair with the child or
    answers for it at home, nobody of those left out."""
    at_home = set(guardians_of(child, on).values_list("guardian", flat=True))
    people = in_office(child.organisation_id, on).exclude(pk__in={*without, *at_home, child.pk})
    return list(people.exclude(pk__in=paired_with([child.pk])))


def hearers(child: Person, on: date, *, without: Collection[int]) -> list[Person]:
    """To whom «мне некомфортно» goes: a coordinator and somebody of another office, where there are such; fewer than
    two where there is nobody else."""
    people: list[Any] = may_hear(child, on, without=without)
    if not people:
        return []
    first = people[0]
    others = [person for person in people[1:] if person.user_id != first.user_id]
    teacher = STAFF.index(RoleCode.TEACHER)
    preferred = sorted(
        (person for person in others if person.rank != first.rank),
        key=lambda one: (one.rank == teacher, one.rank, one.pk),
    )
    rest = [person for person in others if person.rank == first.rank]
    return [first, *(preferred + rest)[: READERS - 1]]


def unheard(organisation: Organisation, on: date) -> QuerySet[Person]:
    """Children in a pair at work beside whom fewer than two adults in office are none of the pair: for them «нужна
    помощь» cannot be sent, and «мне некомфортно» reaches one adult or nobody."""
    of_pair = MentorshipMember.objects.filter(
        person=OuterRef("pk"), mentorship__members__person=OuterRef(OuterRef("pk"))
    ).exclude(mentorship__state=MentorshipState.DECLINED)
    at_home = Guardianship.objects.filter(in_force(on), guardian=OuterRef("pk"), child=OuterRef(OuterRef("pk")))
    others = in_office(organisation.pk, on).order_by().filter(~Exists(of_pair), ~Exists(at_home))
    counted = others.exclude(pk=OuterRef("pk")).values("organisation").annotate(n=Count("pk")).values("n")
    at_work = MentorshipMember.objects.filter(
        person=OuterRef("pk"),
        ends_on__isnull=True,
        mentorship__state__in=AT_WORK,
        organisation=organisation,
    )
    children = Person.objects.filter(Exists(at_work), minor_on(on), organisation=organisation, erased_on__isnull=True)
    return children.annotate(hearing=Coalesce(Subquery(counted), 0)).filter(hearing__lt=READERS)


def helpers_for(asker: Person, on: date) -> list[Person]:
    """Who reads «нужна помощь» of the asker: two adults beside a child, one for an adult; nobody where there are not
    so many, for then the request cannot be sent."""
    needed = READERS if is_minor(asker, on) else 1
    found = may_hear(asker, on, without={asker.pk})[:needed]
    return found if len(found) == needed else []
