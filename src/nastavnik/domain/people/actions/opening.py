"""Opening an institution together with the person who will run it."""

from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import clock
from nastavnik.domain.organisations import actions as organisations
from nastavnik.domain.people.actions.persons import NewPerson, add_person
from nastavnik.domain.people.actions.users import ensure_user, grant_role
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person


@transaction.atomic
def open_organisation(*, coordinator: NewPerson, on: date | None = None, by: Any = None, **organisation: Any) -> Person:
    """A new institution and its first coordinator; returns the coordinator, whose account has no password yet.

    `organisation` is what `organisations.actions.create_organisation` takes.
    """
    opened = organisations.create_organisation(on=on, by=by, **organisation)
    person = add_person(
        opened,
        by=by,
        surname=coordinator.surname,
        given_name=coordinator.given_name,
        patronymic=coordinator.patronymic,
        birth_date=coordinator.birth_date,
        phone=coordinator.phone,
        email=coordinator.email,
        post=coordinator.post,
        workplace=coordinator.workplace,
    )
    starts_on = on or clock.today(opened.time_zone)
    grant_role(ensure_user(person), role=RoleCode.COORDINATOR, organisation=opened, starts_on=starts_on, by=by)
    return person
