"""Bringing the cast into an institution: children with their classes and parents, grown-ups, roles, consents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from typing import Any

from nastavnik.demo.cast import MOTHERS, Adult, Child
from nastavnik.domain.consents.actions import Signature, record_listed
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.organisations.actions import ensure_study_groups
from nastavnik.domain.organisations.models import AcademicYear, Organisation
from nastavnik.domain.people import actions as people
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.people.queries import age_on

SEPTEMBER = 9
MANS_ENDINGS = (("ский", "ская"), ("ой", "ая"), ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"))


@dataclass(frozen=True)
class Family:
    child: Person
    guardian: Person


def bring_children(
    organisation: Organisation, year: AcademicYear, cast: Sequence[Child], *, today: date, on: date, by: User
) -> dict[Child, Family]:
    """Children with a class and one parent each, in a few queries."""
    born = [birth_date(child, number, today) for number, child in enumerate(cast)]
    entries = [
        people.NewPerson(child.surname, child.given_name, child.patronymic, birth_date=day)
        for child, day in zip(cast, born, strict=True)
    ]
    children = people.add_people(organisation, entries=entries, by=by)
    parents = people.add_people(organisation, entries=[_mother(*one) for one in zip(cast, cycle(MOTHERS))], by=by)
    people.add_guardians(list(zip(parents, children, strict=True)), organisation=organisation, starts_on=on, by=by)
    groups = ensure_study_groups(year, wanted=[(child.study_group, child.grade) for child in cast], by=by)
    places = [(person, groups[child.study_group.casefold()]) for person, child in zip(children, cast, strict=True)]
    people.enrol_many(places, organisation=organisation, starts_on=on, by=by)
    return {child: Family(*both) for child, *both in zip(cast, children, parents, strict=True)}


def birth_date(child: Child, number: int, today: date) -> date:
    """Of the usual age of the class in the school year of the story, a day of spring or summer."""
    school_year = today.year if today.month >= SEPTEMBER else today.year - 1
    return date(school_year - child.grade - 6, 1 + number % 8, 1 + number * 7 % 28)


def _mother(child: Child, name: str) -> people.NewPerson:
    surname = child.surname
    given_name, patronymic = name.split(" ")
    for his, hers in MANS_ENDINGS:
        if surname.endswith(his):
            surname = surname.removesuffix(his) + hers
            break
    return people.NewPerson(surname, given_name, patronymic)


def sign(families: Iterable[Family], organisation: Organisation, *, on: date, by: User) -> None:
    """Papers with all the signatures that the age asks for."""
    record_listed(
        [(family.child, signatures_of(family, on)) for family in families], organisation=organisation, on=on, by=by
    )


def signatures_of(family: Family, on: date, *, own: bool | None = None) -> list[Signature]:
    """The parent's, and the child's from the age of the organisation (a year ahead: it grows older meanwhile)."""
    signatures = [Signature(SigningParty.GUARDIAN, family.guardian, on)]
    grown = family.child.birth_date and age_on(family.child.birth_date, on) + 1 >= 14
    if grown if own is None else own:
        signatures.append(Signature(SigningParty.CHILD, family.child, on))
    return signatures


def bring_adult(organisation: Organisation, adult: Adult, *, by: User | None, **values: Any) -> Person:
    surname, given_name, patronymic = adult.parts
    return people.add_person(
        organisation,
        by=by,
        surname=surname,
        given_name=given_name,
        patronymic=patronymic,
        birth_date=date(adult.born, 5, 17),
        post=adult.post,
        **values,
    )


def give_role(person: Person, role: str, *, on: date, by: User | None) -> User:
    user = people.ensure_user(person)
    people.grant_role(user, role=role, organisation=person.organisation, starts_on=on, by=by)
    return user
