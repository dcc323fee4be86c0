"""Accounts and the roles they hold."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import transaction
from django.db.models import Q, QuerySet

from nastavnik.core import audit, versions
from nastavnik.core.inserting import insert_all, insert_lines
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.errors import LastCoordinator, TermEndsBeforeItBegins
from nastavnik.domain.people.models import Person, RoleAssignment, User
from nastavnik.domain.people.queries import in_force

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def ensure_user(person: Person) -> User:
    """The account of a person, made without a password where there is none: codes and links open it."""
    if person.user is None:
        ensure_users([person])
    assert person.user is not None
    return person.user


@transaction.atomic
def ensure_users(persons: Sequence[Person]) -> list[User]:
    """Accounts for many persons in two queries; returned in the order of the persons."""
    without = [person for person in persons if person.user_id is None]
    users = new_users(len(without))
    for person, user in zip(without, users, strict=True):
        person.user = user
    Person.objects.bulk_update(without, ["user"], batch_size=500)
    return [person.user for person in persons if person.user is not None]


def new_users(number: int) -> list[User]:
    """Accounts of nobody yet, without a password: codes and links open them."""
    # What `make_password(None)` gives, in a tenth of its time: an import makes twenty thousand.
    users = [
        User(username=new_username(), password=f"{UNUSABLE_PASSWORD_PREFIX}{secrets.token_hex(20)}")
        for _place in range(number)
    ]
    return insert_all(users)


def new_username() -> str:
    """By chance: a name for signing in must not tell whose it is."""
    left = secrets.randbits(80)
    letters = []
    for _letter in range(11):
        left, place = divmod(left, len(LETTERS))
        letters.append(LETTERS[place])
    return "n" + "".join(letters)


@transaction.atomic
def grant_role(user: User, *, role: str, organisation: Organisation, starts_on: date, by: Any = None) -> RoleAssignment:
    """Give a role in an organisation from a day on; who holds it already keeps what they have."""
    held = _held(role, organisation, starts_on).filter(user=user).first()
    if held:
        return held
    assignment = RoleAssignment.objects.create(user=user, role=role, organisation=organisation, starts_on=starts_on)
    audit.record("role.grant", assignment, by=by, fields=["role"], organisation_id=organisation.pk)
    return assignment


@transaction.atomic
def grant_roles(
    users: Iterable[User], *, role: str, organisation: Organisation, starts_on: date, by: Any = None
) -> int:
    """The same role for many users in a few queries; returns how many did not hold it."""
    wanted = {user.pk: user for user in users}
    have = set(_held(role, organisation, starts_on).filter(user__in=wanted).values_list("user_id", flat=True))
    lines = ((pk,) for pk in wanted if pk not in have)
    same = {"role": role, "organisation_id": organisation.pk, "starts_on": starts_on}
    number = insert_lines(RoleAssignment, ("user_id",), lines, **same)
    if number:
        audit.record("role.grant_many", organisation, by=by, fields=["role"], organisation_id=organisation.pk)
    return number


def _held(role: str, organisation: Organisation, on: date) -> QuerySet[RoleAssignment]:
    """Assignments of the role that hold on the day or have no end."""
    return RoleAssignment.objects.filter(in_force(on) | Q(ends_on__isnull=True), role=role, organisation=organisation)


@transaction.atomic
def end_role(assignment: RoleAssignment, *, on: date, by: Any) -> RoleAssignment:
    """The role is held up to and including the day."""
    if on < assignment.starts_on:
        raise TermEndsBeforeItBegins
    if assignment.role == RoleCode.COORDINATOR and assignment.organisation:
        others = _held(assignment.role, assignment.organisation, on).exclude(pk=assignment.pk)
        if not others.filter(ends_on__isnull=True).exists():
            raise LastCoordinator
    versions.save_changes(assignment, {"ends_on": on}, version=assignment.version, by=by)
    return assignment
