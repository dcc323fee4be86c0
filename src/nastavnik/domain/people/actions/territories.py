"""Accounts of those who look after a territory: they see numbers, no people, and are nobody's Person."""

from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from nastavnik.core import audit
from nastavnik.domain.organisations.models import Territory
from nastavnik.domain.people.actions.users import new_username
from nastavnik.domain.people.models import RoleAssignment, User


@transaction.atomic
def open_territory_account(territory: Territory, *, role: str, starts_on: date, by: Any = None) -> User:
    """An account without a password that holds a role in a municipality or a region."""
    user = User.objects.create(username=new_username(), password=make_password(None))
    assignment = RoleAssignment.objects.create(user=user, role=role, territory=territory, starts_on=starts_on)
    audit.record("role.grant", assignment, by=by, fields=["role"])
    return user
