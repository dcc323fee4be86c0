"""Recording and withdrawing the clearance of adults (ТК РФ ст. 351.1)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, versions
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.errors import (
    ClearanceForAdults,
    ClearanceRecorded,
    DateInFuture,
    TermEndsBeforeItBegins,
)
from nastavnik.domain.people.models import Clearance, Person
from nastavnik.domain.people.queries import is_minor


@transaction.atomic
def record_clearance(person: Person, *, checked_on: date, valid_until: date | None = None, by: Any) -> Clearance:
    """The fact of the check, its day and its term; the paper itself is not kept."""
    today = clock.today(person.organisation.time_zone)
    if checked_on > today:
        raise DateInFuture(day=f"{checked_on:%d.%m.%Y}")
    if valid_until and valid_until < checked_on:
        raise TermEndsBeforeItBegins
    if is_minor(person, today):
        raise ClearanceForAdults(name=person.list_name)
    if Clearance.objects.filter(person=person, checked_on=checked_on).exists():
        raise ClearanceRecorded
    clearance = Clearance.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        checked_on=checked_on,
        valid_until=valid_until,
        checked_by=by,
    )
    audit.record("clearance.record", clearance, by=by)
    return clearance


@transaction.atomic
def record_for_all(
    people: Iterable[Person], *, checked_on: date, valid_until: date | None = None, by: Any
) -> list[Clearance]:
    """The same check for several people: all are recorded, or, with the error of the first that cannot be, nobody."""
    return [record_clearance(person, checked_on=checked_on, valid_until=valid_until, by=by) for person in people]


@transaction.atomic
def record_clearances(
    checked: Iterable[tuple[Person, date]], *, organisation: Organisation, by: Any
) -> list[Clearance]:
    """Many at once, in one insert; who has one of that day already was asked before."""
    clearances = Clearance.objects.bulk_create(
        Clearance(organisation=organisation, person=person, checked_on=day, checked_by=by) for person, day in checked
    )
    if clearances:
        audit.record("clearance.record_many", organisation, by=by, organisation_id=organisation.pk)
    return clearances


@transaction.atomic
def withdraw_clearance(clearance: Clearance, *, on: date, by: Any) -> Clearance:
    """From the day on the clearance is no longer in force."""
    if on < clearance.checked_on:
        raise TermEndsBeforeItBegins
    versions.save_changes(clearance, {"withdrawn_on": on}, version=clearance.version, by=by)
    return clearance
