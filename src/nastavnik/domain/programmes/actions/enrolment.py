"""Taking people into a module: one from a form, hundreds from an import."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.inserting import insert_all
from nastavnik.domain.people.actions.users import ensure_users, grant_roles
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Person
from nastavnik.domain.programmes.actions.filling import fill_profiles
from nastavnik.domain.programmes.actions.participation import admit_many
from nastavnik.domain.programmes.actions.profiles import write_profiles
from nastavnik.domain.programmes.enums import ParticipationRole, ParticipationState, ProgrammeState
from nastavnik.domain.programmes.errors import AlreadyTakesPart, AnotherOrganisation, ProgrammeIsClosed
from nastavnik.domain.programmes.models import Module, Participation
from nastavnik.domain.programmes.records import ProfileValues

NO_DAYS: Mapping[int, date] = {}
ROLE_OF = {ParticipationRole.MENTOR: RoleCode.MENTOR, ParticipationRole.MENTEE: RoleCode.MENTEE}


@transaction.atomic
def enrol(
    person: Person, *, module: Module, role: str, joined_on: date, by: Any, profile: ProfileValues | None = None
) -> Participation:
    """Take somebody into a module; an account and the role in the organisation come with it."""
    if Participation.objects.filter(module=module, person=person, role=role).exists():
        raise AlreadyTakesPart(name=person.list_name)
    entries = [(person, profile or ProfileValues())]
    return enrol_many(module, role=role, entries=entries, joined_on=joined_on, by=by, admit=False)[0]


@transaction.atomic
def enrol_many(
    module: Module,
    *,
    role: str,
    entries: Sequence[tuple[Person, ProfileValues]],
    joined_on: date,
    by: Any,
    admit: bool = True,
    own_days: Mapping[int, date] = NO_DAYS,
) -> list[Participation]:
    """Take many people in by a few queries; returned in the order of the entries.

    Who is in already stays: only fields of the profile that were empty are filled. `admit` makes all newcomers, and
    those who wait as enrolled, ready for matching. `own_days`: person id → the day since when, where it is another.
    """
    _require_open(module, [person for person, _values in entries])
    users = ensure_users([person for person, _values in entries])
    grant_roles(
        users, role=ROLE_OF[ParticipationRole(role)], organisation=module.organisation, starts_on=joined_on, by=by
    )
    rows = Participation.objects.filter(module=module, role=role, person__in=[person for person, _values in entries])
    known = {participation.person_id: participation for participation in rows}
    fill_profiles(module, [(known[p.pk], values) for p, values in entries if p.pk in known], by=by)
    joined = {person.pk: own_days.get(person.pk, joined_on) for person, _values in entries}
    _add(module, role, [(p, values) for p, values in entries if p.pk not in known], joined, known, by)
    if admit:
        admit_many([p for p in known.values() if p.state == ParticipationState.ENROLLED], by=by)
    return [known[person.pk] for person, _values in entries]


def _add(
    module: Module,
    role: str,
    newcomers: Sequence[tuple[Person, ProfileValues]],
    joined: Mapping[int, date],
    known: dict[int, Participation],
    by: Any,
) -> None:
    """Rows of the newcomers, into `known` as well."""
    once = {person.pk: (person, values) for person, values in newcomers}
    added = insert_all(
        Participation(
            organisation_id=module.organisation_id,
            module=module,
            person=person,
            role=role,
            joined_on=joined[person.pk],
        )
        for person, _values in once.values()
    )
    write_profiles(module.organisation, [(p, values) for p, (_who, values) in zip(added, once.values(), strict=True)])
    known.update((participation.person_id, participation) for participation in added)
    if added:
        audit.record("participation.enrol", module, by=by, fields=["participations"])


def _require_open(module: Module, people: Sequence[Person]) -> None:
    if module.programme.state == ProgrammeState.CLOSED:
        raise ProgrammeIsClosed(title=module.programme.title)
    if any(person.organisation_id != module.organisation_id for person in people):
        raise AnotherOrganisation()
