"""What lists of people ask for: pools, search, and what a row shows."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.models import Enrolment, Guardianship, Person, RoleAssignment
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.queries.ages import adult_on, in_force


def holding(roles: Any, on: date) -> Q:
    """Persons who hold one of the roles in their organisation on the day."""
    held = RoleAssignment.objects.filter(
        in_force(on), role__in=list(roles), user=OuterRef("user"), organisation=OuterRef("organisation")
    )
    return Q(Exists(held))


def found_by(text: str) -> Q:
    """Every word of the text is in the name, whatever the case, ё or е."""
    found = Q()
    for word in comparable_name(text).split():
        found &= Q(normal_name__contains=word)
    return found


def enrolled_in(study_group: int, on: date) -> Q:
    """Persons in the study group on the day."""
    return Q(Exists(Enrolment.objects.filter(in_force(on), person=OuterRef("pk"), study_group=study_group)))


def namesakes(organisation: Organisation, name: str) -> QuerySet[Person]:
    """People of the organisation with the same name in any spelling."""
    return Person.objects.filter(organisation=organisation, normal_name=comparable_name(name))


def listed(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """For lists: the study group of the day as `group_title`, and the roles, in two queries whatever the number."""
    group = Enrolment.objects.filter(in_force(on), person=OuterRef("pk")).order_by("-starts_on", "-id")
    assignments = RoleAssignment.objects.filter(in_force(on)).order_by("id")
    return people.annotate(group_title=Subquery(group.values("study_group__title")[:1])).prefetch_related(
        Prefetch("user__role_assignments", queryset=assignments, to_attr="held_roles")
    )


def with_wards(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """Guardians with the children they answer for on the day as `wards_now`."""
    rows = Guardianship.objects.filter(in_force(on)).select_related("child").order_by("id")
    return people.prefetch_related(Prefetch("wards", queryset=rows, to_attr="wards_now"))


def adults_of(organisation: Organisation, on: date) -> QuerySet[Person]:
    """Who may be given a staff role."""
    return Person.objects.filter(adult_on(on), organisation=organisation)


def staff_roles(organisation: Organisation, roles: Any, on: date) -> list[tuple[RoleAssignment, Person | None]]:
    """The staff roles held on the day or later, each with its person; two queries."""
    held = RoleAssignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on), organisation=organisation, role__in=list(roles)
    ).select_related("user")
    persons = {p.user_id: p for p in Person.objects.filter(organisation=organisation, user__in=held.values("user"))}
    rows = [(assignment, persons.get(assignment.user_id)) for assignment in held]
    order = {role: number for number, role in enumerate(roles)}
    return sorted(rows, key=lambda row: (order[row[0].role], row[1].list_name if row[1] else ""))
