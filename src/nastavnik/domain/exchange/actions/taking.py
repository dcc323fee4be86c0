"""The parts of accepting a list: persons, groups, guardians, consents, clearances."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nastavnik.domain.consents.actions import Signature, record_listed
from nastavnik.domain.consents.enums import SigningMethod, SigningParty
from nastavnik.domain.exchange.filling import fields_of, gains, phone_of
from nastavnik.domain.exchange.models import PeopleImport
from nastavnik.domain.exchange.queries import Preview
from nastavnik.domain.exchange.reading.cells.names import whole_name
from nastavnik.domain.exchange.records import PersonRecord
from nastavnik.domain.organisations.actions import ensure_study_groups
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.actions import (
    NewPerson,
    add_guardians,
    add_people,
    enrol_many,
    fill_people,
)
from nastavnik.domain.people.models import Clearance, Enrolment, Guardianship, Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.queries import age_on, in_force
from nastavnik.domain.programmes.enums import ParticipationRole

OF_AGE = 18


@dataclass
class Taken:
    """The people of a list on their way in; the parts below add to the numbers."""

    people_import: PeopleImport
    organisation: Organisation
    on: date
    by: Any
    people: list[tuple[PersonRecord, Person]] = field(default_factory=list)
    new: set[int] = field(default_factory=set)
    guardians: dict[int, Person] = field(default_factory=dict)  # child id → the guardian named by the list
    gained: dict[int, tuple[str, ...]] = field(default_factory=dict)  # who was there → the fields that were filled
    guardians_added: int = 0
    groups_added: int = 0
    undated: int = 0
    learners: set[int] = field(default_factory=set)  # of a list of pairs: who is helped
    since: dict[int, date] = field(default_factory=dict)  # of a list of pairs: the first day of somebody's first pair

    def children(self) -> Iterator[tuple[PersonRecord, Person]]:
        """Minors, and people of unknown age who count as children (`people.queries.counted_as_child`)."""
        return ((record, person) for record, person in self.people if self.is_child(record, person))

    def is_child(self, record: PersonRecord, person: Person) -> bool:
        if person.birth_date:
            return age_on(person.birth_date, self.on) < OF_AGE
        return _has_group(record) or (self.learns(person) and not person.post)

    def learns(self, person: Person) -> bool:
        return self.people_import.role == ParticipationRole.MENTEE or person.pk in self.learners

    @property
    def everybody(self) -> list[Person]:
        """The people of the list and the guardians it names."""
        return [*(person for _record, person in self.people), *self.guardians.values()]

    @property
    def own_days(self) -> dict[int, date]:
        """Since when somebody takes part, where the list says it."""
        said = self.since | {person.pk: record.joined_on for record, person in self.people if record.joined_on}
        return {pk: day for pk, day in said.items() if day <= self.on}

    def clearances(self) -> list[tuple[Person, date]]:
        """Adults whom the list calls cleared, with the day; not again what is there, nor what was withdrawn since."""
        listed = [
            (person, record.clearance_on)
            for record, person in self.people
            if record.clearance and not self.is_child(record, person)
        ]
        self.undated = sum(1 for _person, day in listed if day is None)
        rows = Clearance.objects.filter(person__in=[person for person, _day in listed])
        there = list(rows.values_list("person_id", "checked_on", "withdrawn_on"))
        same = {(pk, checked) for pk, checked, _withdrawn in there}
        withdrawn = {pk: max(w for p, _c, w in there if p == pk and w) for pk, _c, w in there if w}
        return [
            (person, day)
            for person, day in listed
            if day and day <= self.on and (person.pk, day) not in same and day >= withdrawn.get(person.pk, day)
        ]


def take_people(people_import: PeopleImport, found: Preview, *, on: date, by: Any) -> Taken:
    """New persons are added, empty fields of those who are there filled."""
    taken = Taken(people_import, people_import.organisation, on, by)
    entries = found.comparison.entries
    newcomers = [entry.record for entry in entries if entry.person_id is None]
    added = iter(add_people(taken.organisation, entries=[_new(record) for record in newcomers], by=by, accounts=True))
    for entry in entries:
        if entry.person_id is None:
            person = next(added)
            taken.new.add(person.pk)
        else:
            person = found.persons[entry.person_id]
        taken.people.append((entry.record, person))
    lacking = [(person, gains(person, record)) for record, person in taken.people if person.pk not in taken.new]
    lacking = [(person, fields) for person, fields in lacking if fields]
    fill_people(lacking, organisation=taken.organisation, by=by)
    taken.gained = {person.pk: tuple(fields) for person, fields in lacking}
    return taken


def _new(record: PersonRecord) -> NewPerson:
    return NewPerson(surname=(record.surname or record.name)[:80], **fields_of(record))


def _has_group(record: PersonRecord) -> bool:
    """A class beside a post is the class somebody teaches."""
    return bool(record.study_group) and not record.position


def take_groups(taken: Taken) -> None:
    """Groups of the programme's year by their canonical title; who is in a group of that year stays there."""
    year = taken.people_import.module.programme.academic_year
    placed = [(record, person) for record, person in taken.people if _has_group(record)]
    enrolments = Enrolment.objects.filter(
        in_force(taken.on), person__in=[person for _record, person in placed], study_group__academic_year=year
    )
    there = set(enrolments.values_list("person_id", flat=True))
    fresh = [(record, person) for record, person in placed if person.pk not in there]
    wanted = [(str(record.study_group)[:60], record.grade) for record, _person in fresh]
    groups = ensure_study_groups(year, wanted=wanted, by=taken.by)
    places = [(person, groups[str(record.study_group)[:60].casefold()]) for record, person in fresh]
    taken.groups_added = enrol_many(places, organisation=taken.organisation, starts_on=taken.on, by=taken.by)


def take_guardians(taken: Taken) -> None:
    """Guardians named beside children. A brother's mother is found by her name and telephone, never by name alone."""
    listed = [(record, person, _guardian(record)) for record, person in taken.children() if record.guardian_name]
    there = _guardians_there(taken, [person for _record, person, _guardian in listed])
    by_contact = _by_contact(taken, [guardian for _record, _person, guardian in listed if guardian])
    pairs: list[tuple[Person | None, NewPerson, Person]] = []
    for _record, child, guardian in listed:
        if guardian is None:
            continue
        name = _normal(guardian)
        if (child.pk, name) in there:
            taken.guardians[child.pk] = there[child.pk, name]
            continue
        pairs.append((by_contact.get((name, guardian.phone)) if guardian.phone else None, guardian, child))
    _add_guardians(taken, pairs)


def _guardian(record: PersonRecord) -> NewPerson | None:
    parsed = whole_name(record.guardian_name)
    surname, given_name, patronymic = parsed.value
    if parsed.severity == "error" or not surname:
        return None
    return NewPerson(surname[:80], given_name[:80], patronymic[:80], phone=phone_of(record.guardian_phones))


def _normal(guardian: NewPerson) -> str:
    return comparable_name(f"{guardian.surname} {guardian.given_name} {guardian.patronymic}")


def _guardians_there(taken: Taken, children: list[Person]) -> dict[tuple[int, str], Person]:
    rows = Guardianship.objects.filter(in_force(taken.on), child__in=children).select_related("guardian")
    return {(row.child_id, row.guardian.normal_name): row.guardian for row in rows}


def _by_contact(taken: Taken, guardians: list[NewPerson]) -> dict[tuple[str, str], Person]:
    """People who are there with the same name and the same telephone."""
    phones = {guardian.phone for guardian in guardians if guardian.phone}
    rows = Person.objects.filter(organisation=taken.organisation, phone__in=phones).select_related("user")
    children = {person.pk for _record, person in taken.children()}
    return {(person.normal_name, person.phone): person for person in rows.order_by("-id") if person.pk not in children}


def _add_guardians(taken: Taken, pairs: list[tuple[Person | None, NewPerson, Person]]) -> None:
    fresh: dict[tuple[str, str], NewPerson] = {}
    for found, guardian, child in pairs:
        if found is None:
            fresh.setdefault(_contact(guardian, child), guardian)
    people = add_people(taken.organisation, entries=list(fresh.values()), by=taken.by, accounts=True)
    added = dict(zip(fresh, people, strict=True))
    answered = [(found or added[_contact(guardian, child)], child) for found, guardian, child in pairs]
    add_guardians(answered, organisation=taken.organisation, starts_on=taken.on, by=taken.by)
    taken.guardians.update((child.pk, guardian) for guardian, child in answered)
    taken.guardians_added = len(added)


def _contact(guardian: NewPerson, child: Person) -> tuple[str, str]:
    """Who is one guardian within the list: without a telephone each child's is somebody else."""
    return _normal(guardian), guardian.phone or f"child {child.pk}"


def take_consents(taken: Taken, *, own_signatures: bool) -> int:
    """«Да» in the list is the guardian's signature on a paper that lies at school; the child's only where said so."""
    signed = []
    for record, child in taken.children():
        if record.consent:
            signer = taken.guardians.get(child.pk)
            signatures = [Signature(SigningParty.GUARDIAN, signer, taken.on, SigningMethod.LIST)]
            if own_signatures and _signs_too(taken, child):
                signatures.append(Signature(SigningParty.CHILD, child, taken.on, SigningMethod.LIST))
            signed.append((child, signatures))
    return record_listed(signed, organisation=taken.organisation, on=taken.on, by=taken.by)


def _signs_too(taken: Taken, child: Person) -> bool:
    return child.birth_date is not None and age_on(child.birth_date, taken.on) >= taken.organisation.own_consent_from
