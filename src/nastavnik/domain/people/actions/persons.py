"""Adding and editing persons, putting them into study groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from nastavnik.core import audit, versions
from nastavnik.core.inserting import insert_all, insert_lines
from nastavnik.domain.organisations.models import Organisation, Partner, StudyGroup
from nastavnik.domain.people.actions.users import new_users
from nastavnik.domain.people.errors import NameMissing, OtherOrganisation, PersonExists
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.normal import comparable_name, tidy
from nastavnik.domain.people.queries import in_force

NAME_PARTS = ("surname", "given_name", "patronymic")
EDITABLE = frozenset(
    {*NAME_PARTS, "gender", "birth_date", "phone", "email", "post", "workplace", "partner", "name_forms"}
)


@dataclass(frozen=True)
class NewPerson:
    """What a list knows of somebody who is not there yet."""

    surname: str
    given_name: str = ""
    patronymic: str = ""
    birth_date: date | None = None
    phone: str = ""
    email: str = ""
    post: str = ""
    workplace: str = ""


@transaction.atomic
def add_person(
    organisation: Organisation,
    *,
    by: Any,
    surname: str,
    given_name: str = "",
    patronymic: str = "",
    gender: str = "",
    birth_date: date | None = None,
    phone: str = "",
    email: str = "",
    post: str = "",
    workplace: str = "",
    partner: Partner | None = None,
) -> Person:
    """Somebody new. The same name with the same birth date is the same person and is refused."""
    person = _build(organisation, NewPerson(surname, given_name, patronymic, birth_date, phone, email, post, workplace))
    person.gender, person.partner = gender, partner
    _refuse_double(person)
    person.save(force_insert=True)
    audit.record("person.add", person, by=by)
    return person


@transaction.atomic
def add_people(
    organisation: Organisation, *, entries: Iterable[NewPerson], by: Any, accounts: bool = False
) -> list[Person]:
    """Many at once in one insert, with accounts where asked for. Nothing is compared here: that was asked before."""
    people = [_build(organisation, entry) for entry in entries]
    if accounts:
        for person, user in zip(people, new_users(len(people)), strict=True):
            person.user = user
    insert_all(people)
    if people:
        audit.record("person.add_many", organisation, by=by, organisation_id=organisation.pk)
    return people


def _build(organisation: Organisation, entry: NewPerson) -> Person:
    if not entry.surname.strip():
        raise NameMissing
    person = Person(
        organisation=organisation,
        surname=tidy(entry.surname),
        given_name=tidy(entry.given_name),
        patronymic=tidy(entry.patronymic),
        birth_date=entry.birth_date,
        phone=entry.phone,
        email=entry.email,
        post=entry.post,
        workplace=entry.workplace,
    )
    person.normal_name = comparable_name(person.full_name)
    return person


def _refuse_double(person: Person) -> None:
    if person.birth_date is None:
        return
    same = Person.objects.filter(
        organisation_id=person.organisation_id, normal_name=person.normal_name, birth_date=person.birth_date
    )
    if same.exclude(pk=person.pk).exists():
        raise PersonExists(name=person.list_name)


@transaction.atomic
def edit_person(person: Person, changes: dict[str, Any], *, version: int, by: Any) -> Person:
    """Change what is written about somebody; the form says which version it was made from."""
    unknown = set(changes) - EDITABLE
    if unknown:
        raise ValueError(f"not editable: {sorted(unknown)}")
    after = {part: tidy(changes.get(part, getattr(person, part))) for part in NAME_PARTS}
    if not after["surname"]:
        raise NameMissing
    normal_name = comparable_name(" ".join(filter(None, after.values())))
    birth_date = changes.get("birth_date", person.birth_date)
    if (normal_name, birth_date) != (person.normal_name, person.birth_date):
        _refuse_double(
            Person(
                pk=person.pk,
                organisation_id=person.organisation_id,
                normal_name=normal_name,
                birth_date=birth_date,
                **after,
            )
        )
    written = {**changes, **{part: after[part] for part in NAME_PARTS if part in changes}}
    versions.save_changes(person, {**written, "normal_name": normal_name}, version=version, by=by)
    return person


@transaction.atomic
def fill_people(gains: Iterable[tuple[Person, dict[str, Any]]], *, organisation: Organisation, by: Any) -> list[Person]:
    """Write into empty fields of many persons by one update; what is filled stays as it is."""
    filled = []
    for person, fields in gains:
        for name, value in fields.items():
            if name in EDITABLE and not getattr(person, name):
                setattr(person, name, value)
        person.normal_name = comparable_name(person.full_name)
        filled.append(person)
    if filled:
        Person.objects.bulk_update(filled, sorted((EDITABLE - {"partner"}) | {"normal_name"}), batch_size=200)
        Person.objects.filter(pk__in=[person.pk for person in filled]).update(version=F("version") + 1)
        audit.record("person.fill_many", organisation, by=by, organisation_id=organisation.pk)
    return filled


@transaction.atomic
def enrol_in_group(person: Person, *, study_group: StudyGroup, starts_on: date, by: Any) -> Enrolment:
    """Put somebody into a study group; who is in it already stays."""
    if person.organisation_id != study_group.organisation_id:
        raise OtherOrganisation
    there = Enrolment.objects.filter(person=person, study_group=study_group, ends_on__isnull=True).first()
    if there:
        return there
    enrolment = Enrolment.objects.create(
        organisation_id=person.organisation_id, person=person, study_group=study_group, starts_on=starts_on
    )
    audit.record("enrolment.add", enrolment, by=by)
    return enrolment


@transaction.atomic
def move_to_group(person: Person, *, study_group: StudyGroup, on: date, by: Any) -> Enrolment:
    """From the day on in another group of the same academic year: the former enrolments of that year end."""
    former = Enrolment.objects.filter(
        in_force(on), person=person, study_group__academic_year=study_group.academic_year_id
    ).exclude(study_group=study_group)
    for enrolment in former:
        if enrolment.starts_on >= on:  # entered today by mistake: the period would be empty
            audit.record("enrolment.remove", enrolment, by=by)
            enrolment.delete()
        else:
            before = date.fromordinal(on.toordinal() - 1)
            versions.save_changes(enrolment, {"ends_on": before}, version=enrolment.version, by=by)
    return enrol_in_group(person, study_group=study_group, starts_on=on, by=by)


@transaction.atomic
def enrol_many(
    places: Iterable[tuple[Person, StudyGroup]], *, organisation: Organisation, starts_on: date, by: Any
) -> int:
    """Many enrolments at once, how many; who is in the group already was asked before."""
    lines = ((person.pk, group.pk) for person, group in places)
    same = {"organisation_id": organisation.pk, "starts_on": starts_on}
    number = insert_lines(Enrolment, ("person_id", "study_group_id"), lines, **same)
    if number:
        audit.record("enrolment.add_many", organisation, by=by, organisation_id=organisation.pk)
    return number
