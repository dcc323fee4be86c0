"""Допуск: who is cleared on a day, and who is not."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance, Person
from nastavnik.domain.people.queries.ages import adult_on
from nastavnik.domain.people.queries.lists import holding
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


@lru_cache(maxsize=64)
def cleared(on: date, prefix: str = "") -> Q:
    """An adult with a clearance in force on the day."""
    clearance = Clearance.objects.filter(clearance_in_force(on), person=OuterRef(f"{prefix}pk"))
    return adult_on(on, prefix) & Q(Exists(clearance))


def clearance_in_force(on: date) -> Q:
    """A clearance checked by the day, not expired, not withdrawn."""
    begun = Q(checked_on__lte=on)
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    return begun & lasting & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))


def is_cleared(person: Person, on: date) -> bool:
    """May this adult work with children on the day?"""
    return Person.objects.filter(cleared(on), pk=person.pk).exists()


def clearances_of(person: Person) -> QuerySet[Clearance]:
    """All clearances of somebody, the newest first."""
    return Clearance.objects.filter(person=person).order_by("-checked_on")


def clearances_visible_to(user: Any) -> QuerySet[Clearance]:
    """Clearances are staff's business: those of the people of one's organisation."""
    staff = standing(user).organisations_where(Permission.CLEARANCE_RECORD)
    return Clearance.objects.filter(organisation__in=staff).select_related("person")


def with_clearance(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists: `needs_clearance`, `is_cleared`, `cleared_on`, `cleared_until`, in the query of the list itself."""
    held = Clearance.objects.filter(clearance_in_force(on), person=OuterRef("pk")).order_by("-checked_on")
    return people.annotate(
        needs_clearance=Exists(Person.objects.filter(adult_on(on), pk=OuterRef("pk"))),
        is_cleared=Exists(Person.objects.filter(cleared(on), pk=OuterRef("pk"))),
        cleared_on=Subquery(held.values("checked_on")[:1]),
        cleared_until=Subquery(held.values("valid_until")[:1]),
    )


def without_clearance(user: Any, on: date) -> QuerySet[Person]:
    """Adult mentors whom nobody has cleared, or whose clearance is over, in the organisations of the user."""
    staff = standing(user).organisations_where(Permission.CLEARANCE_RECORD)
    people = Person.objects.filter(holding([RoleCode.MENTOR], on), organisation__in=staff)
    return people.filter(adult_on(on)).exclude(cleared(on))
