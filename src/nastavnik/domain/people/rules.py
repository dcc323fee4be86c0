"""Who may: the standing of a user (roles held today) and the predicates every room builds upon."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from nastavnik.core import clock
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person, RoleAssignment
from nastavnik.domain.people.roles import ROLES, Permission


@dataclass(frozen=True)
class Standing:
    """The roles that somebody holds today: (role, organisation id or None, territory id or None)."""

    held: frozenset[tuple[str, int | None, int | None]]
    organisations: tuple[Organisation, ...]

    def organisations_where(self, permission: Permission) -> frozenset[int]:
        """Ids of the organisations in which the permission is held."""
        return frozenset(
            organisation
            for role, organisation, _territory in self.held
            if organisation is not None and permission in ROLES[role].permissions
        )

    def may(self, permission: Permission) -> bool:
        """Is the permission held anywhere?"""
        return any(permission in ROLES[role].permissions for role, _organisation, _territory in self.held)

    def roles_in(self, organisation_id: int | None) -> frozenset[str]:
        return frozenset(role for role, organisation, _territory in self.held if organisation == organisation_id)

    def has(self, role: RoleCode) -> bool:
        return any(held == role for held, _organisation, _territory in self.held)


NOBODY = Standing(frozenset(), ())


def standing(user: Any) -> Standing:
    """What the user may, read once for each request's user object."""
    if not user.is_authenticated:
        return NOBODY
    if not hasattr(user, "_standing"):
        rows = RoleAssignment.objects.filter(user=user).select_related("organisation", "organisation__territory")
        assignments = [row for row in rows.order_by("organisation_id", "id") if _is_in_force(row)]
        organisations = {a.organisation.pk: a.organisation for a in assignments if a.organisation}
        user._standing = Standing(
            frozenset((a.role, a.organisation_id, a.territory_id) for a in assignments), tuple(organisations.values())
        )
    found: Standing = user._standing
    return found


def _is_in_force(assignment: RoleAssignment) -> bool:
    """On the day of its own organisation: in Kamchatka a day begins nine hours before Moscow's."""
    organisation = assignment.organisation
    today = clock.today(organisation.time_zone) if organisation else clock.today()
    return assignment.starts_on <= today and (assignment.ends_on is None or assignment.ends_on >= today)


def holds(user: Any, permission: Permission, organisation_id: int) -> bool:
    """May the user do this in this organisation?"""
    return organisation_id in standing(user).organisations_where(permission)


def somewhere(permission: Permission) -> Any:
    """A page rule: the permission is held in at least one organisation (the rows then decide in which)."""

    def rule(user: Any) -> bool:
        return standing(user).may(permission)

    rule.__name__ = f"somewhere({permission})"
    return rule


def signed_in(user: Any) -> bool:
    """A page rule: anybody with an account."""
    return bool(user.is_authenticated)


edits_organisation = somewhere(Permission.ORGANISATION_EDIT)
imports_people = somewhere(Permission.PEOPLE_IMPORT)
sees_people = somewhere(Permission.PEOPLE_SEE)
edits_people = somewhere(Permission.PEOPLE_EDIT)
issues_access = somewhere(Permission.ACCESS_ISSUE)
records_clearance = somewhere(Permission.CLEARANCE_RECORD)


def can_edit(user: Any, person: Person) -> bool:
    return holds(user, Permission.PEOPLE_EDIT, person.organisation_id)


def can_issue_access(user: Any, person: Person) -> bool:
    return holds(user, Permission.ACCESS_ISSUE, person.organisation_id) and not beyond_reach(user, [person])


def can_issue_access_in(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.ACCESS_ISSUE, organisation.pk)


def beyond_reach(user: Any, persons: Iterable[Person]) -> frozenset[int]:
    """Accounts that open more than the user runs: a code for one would lend its roles elsewhere, in a territory too."""
    today = clock.today()
    held = RoleAssignment.objects.filter(user__in={person.user_id for person in persons if person.user_id})
    lasting = held.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    elsewhere = lasting.exclude(organisation__in=standing(user).organisations_where(Permission.ACCESS_ISSUE))
    return frozenset(elsewhere.values_list("user_id", flat=True))


def can_record_clearance(user: Any, person: Person) -> bool:
    return holds(user, Permission.CLEARANCE_RECORD, person.organisation_id)


def can_edit_organisation(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.ORGANISATION_EDIT, organisation.pk)


def can_edit_in(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.PEOPLE_EDIT, organisation.pk)
