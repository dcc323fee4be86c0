"""Who signs and who answers for a programme."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.people.queries import holding, in_force, person_of
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.models import Programme, ProgrammeStaff


def heads_of(organisation: Organisation, on: date) -> QuerySet[Person]:
    """Who holds the role of the head on the day."""
    return Person.objects.filter(holding([RoleCode.HEAD], on), organisation=organisation).order_by("id")


def head_of(organisation: Organisation, on: date) -> Person | None:
    """Who signs. A paper dated before anybody held the role is signed by whoever holds it first."""
    held = heads_of(organisation, on).first()
    if held:
        return held
    later = Person.objects.filter(
        organisation=organisation,
        user__role_assignments__role=RoleCode.HEAD,
        user__role_assignments__organisation=organisation,
        user__role_assignments__starts_on__gt=on,
    )
    return later.order_by("user__role_assignments__starts_on", "id").first()


def coordinator_of(programme: Programme, on: date, prepared_by: Any = None) -> Person | None:
    """The programme's own coordinator; else who prepares the paper; else the first of the organisation."""
    organisation = programme.organisation
    named = ProgrammeStaff.objects.filter(in_force(on), programme=programme, role=RoleCode.COORDINATOR)
    own = Person.objects.filter(user__in=named.values("user"), organisation=organisation).order_by("id").first()
    if own:
        return own
    if prepared_by and RoleCode.COORDINATOR in standing(prepared_by).roles_in(organisation.pk):
        return person_of(prepared_by, organisation)
    return Person.objects.filter(holding([RoleCode.COORDINATOR], on), organisation=organisation).order_by("id").first()
