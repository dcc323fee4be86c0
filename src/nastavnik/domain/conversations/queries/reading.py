"""Concerns and who has read them."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from nastavnik.domain.conversations.enums import ConcernState
from nastavnik.domain.conversations.models import Concern, ConcernReader
from nastavnik.domain.conversations.queries.office import in_office
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import guardians_of
from nastavnik.domain.programmes.enums import ParticipationRole


def unread_by(user: Any, organisation: Organisation) -> QuerySet[ConcernReader]:
    """What was brought to the user and not read yet."""
    rows = ConcernReader.objects.filter(person__user=user, organisation=organisation, read_at__isnull=True)
    return rows.filter(concern__state=ConcernState.RAISED).select_related("concern")


def unsettled_of(user: Any, organisation: Organisation) -> QuerySet[Concern]:
    """What the user has read and nobody has settled."""
    return Concern.objects.filter(
        readers__person__user=user, readers__read_at__isnull=False, organisation=organisation,
        state=ConcernState.RAISED,
    )  # fmt: skip


def ringing() -> QuerySet[ConcernReader]:
    """Everybody who has not read what was brought to them."""
    rows = ConcernReader.objects.filter(read_at__isnull=True, concern__state=ConcernState.RAISED)
    return rows.select_related("person", "organisation", "concern")


def readers_of(concern: Concern) -> list[ConcernReader]:
    """To whom it was brought and when they read it."""
    return list(concern.readers.select_related("person").order_by(F("read_at").asc(nulls_last=True), "id"))


def may_hear(child: Person, on: date, *, without: set[int]) -> list[Person]:
    """Staff to whom it may be brought, in the order of asking: nobody who mentors the child or answers for it at home,
    nobody of those left out."""
    mentors = set(
        Person.objects.filter(
            memberships__mentorship__members__person=child, memberships__role=ParticipationRole.MENTOR
        ).values_list("pk", flat=True)
    )
    at_home = set(guardians_of(child, on).values_list("guardian", flat=True))
    people = in_office(child.organisation_id, on).exclude(pk__in=without | mentors | at_home | {child.pk})
    return list(people)
