"""Who answers for a child."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, versions
from nastavnik.core.inserting import insert_lines
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.actions.persons import NewPerson, add_people
from nastavnik.domain.people.actions.users import ensure_user, ensure_users, grant_role, grant_roles
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.errors import (
    GuardianIsMinor,
    GuardianOfThemself,
    OtherOrganisation,
    TermEndsBeforeItBegins,
)
from nastavnik.domain.people.models import Guardianship, Person
from nastavnik.domain.people.queries import age_on


@transaction.atomic
def add_guardian(child: Person, *, guardian: Person, relation: str = "", starts_on: date, by: Any) -> Guardianship:
    """Name somebody the guardian of a child; the guardian gets an account and the role to see their ward."""
    if guardian.pk == child.pk:
        raise GuardianOfThemself
    if guardian.organisation_id != child.organisation_id:
        raise OtherOrganisation
    if guardian.birth_date and age_on(guardian.birth_date, starts_on) < 18:
        raise GuardianIsMinor(name=guardian.list_name)
    there = Guardianship.objects.filter(guardian=guardian, child=child, ends_on__isnull=True).first()
    if there:
        return there
    guardianship = Guardianship.objects.create(
        organisation_id=child.organisation_id, guardian=guardian, child=child, relation=relation, starts_on=starts_on
    )
    user = ensure_user(guardian)
    grant_role(user, role=RoleCode.GUARDIAN, organisation=child.organisation, starts_on=starts_on, by=by)
    audit.record("guardianship.add", guardianship, by=by)
    return guardianship


@transaction.atomic
def name_guardian(
    child: Person, *, entry: NewPerson, known: Person | None = None, relation: str = "", starts_on: date, by: Any
) -> Guardianship:
    """Add a guardian who is there (`known`) or, from the `entry`, somebody new."""
    guardian = known or add_people(child.organisation, entries=[entry], by=by)[0]
    return add_guardian(child, guardian=guardian, relation=relation, starts_on=starts_on, by=by)


@transaction.atomic
def add_guardians(
    pairs: Iterable[tuple[Person, Person]], *, organisation: Organisation, starts_on: date, by: Any
) -> int:
    """Many (guardian, child) at once in a few queries, accounts and roles included; returns how many."""
    pairs = list(pairs)
    lines = ((guardian.pk, child.pk) for guardian, child in pairs)
    same = {"organisation_id": organisation.pk, "starts_on": starts_on}
    number = insert_lines(Guardianship, ("guardian_id", "child_id"), lines, **same)
    if number:
        guardians = {guardian.pk: guardian for guardian, _child in pairs}
        users = ensure_users(list(guardians.values()))
        grant_roles(users, role=RoleCode.GUARDIAN, organisation=organisation, starts_on=starts_on, by=by)
        audit.record("guardianship.add_many", organisation, by=by, organisation_id=organisation.pk)
    return number


@transaction.atomic
def end_guardianship(guardianship: Guardianship, *, on: date, by: Any) -> Guardianship:
    """The guardian answers for the child up to and including the day."""
    if on < guardianship.starts_on:
        raise TermEndsBeforeItBegins
    versions.save_changes(guardianship, {"ends_on": on}, version=guardianship.version, by=by)
    return guardianship
