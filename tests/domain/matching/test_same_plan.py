"""The same people through files and through rows: who waits is the same, and so is the plan."""

import pytest

from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.consents.models import Consent, ConsentSignature
from nastavnik.domain.matching.queries import pool_of
from nastavnik.domain.matching.quick import quick
from nastavnik.domain.organisations.models import StudyGroup
from nastavnik.domain.people.models import Clearance, Enrolment, Person
from nastavnik.domain.people.normal import comparable_name
from nastavnik.domain.people.queries import is_minor
from nastavnik.domain.programmes.actions import enrol_many
from nastavnik.domain.programmes.models import Participation
from nastavnik.domain.programmes.records import ProfileValues
from tests import factories as make
from tests.domain.matching import lists
from tests.domain.matching.scene import TODAY, pairs_of, solved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def profile(record):
    names = ("main_need", "needs", "competences", "interests", "free_time", "modes", "age_wish", "grade_wish", "places")
    return ProfileValues(**{name: getattr(record, name) for name in names})


def take_in(module, role):
    """The people of a list as rows: persons, classes, participations and the consents and clearances of the list."""
    people = {}
    for record in lists.people(role):
        person, _created = Person.objects.get_or_create(
            organisation=module.organisation,
            normal_name=comparable_name(record.name),
            birth_date=record.birth_date,
            defaults={
                "surname": record.surname,
                "given_name": record.given_name,
                "patronymic": record.patronymic,
                "post": record.position or "",
            },
        )
        people[str(record.row)] = person
        if record.study_group:
            join(person, record)
        if record.consent:
            given, _created = Consent.objects.get_or_create(
                organisation=module.organisation, person=person, kind="processing", starts_on=TODAY
            )
            sign(given, SigningParty.GUARDIAN)
        if record.clearance:
            Clearance.objects.create(organisation=module.organisation, person=person, checked_on=TODAY)
    entries = [(people[str(record.row)], profile(record)) for record in lists.people(role)]
    rows = enrol_many(module, role=role, entries=entries, joined_on=TODAY, by=None)
    return dict(zip(people, rows, strict=True))


def join(person, record):
    year = make.AcademicYearFactory(organisation=person.organisation)
    group, _created = StudyGroup.objects.get_or_create(
        organisation=person.organisation, academic_year=year, title=record.study_group, defaults={"grade": record.grade}
    )
    Enrolment.objects.get_or_create(
        organisation=person.organisation, person=person, study_group=group, starts_on=year.starts_on
    )


def sign(consent, party):
    ConsentSignature.objects.get_or_create(
        organisation=consent.organisation, consent=consent, party=party, signed_on=TODAY, method="list"
    )


def name(participation: Participation):
    return participation.person.normal_name


def test_the_pages_and_quick_agree_on_the_shared_lists():
    module = make.ModuleFactory()
    mentees, mentors = take_in(module, "mentee"), take_in(module, "mentor")
    expected = quick(lists.mentees(), lists.mentors(), TODAY)
    warned = {mentees[one.key] if one.side == "mentees" else mentors[one.key] for one in expected.warnings}
    silent = {mentees[one.mentee] for one in expected.left_out if one.code == "consent_missing"}

    waiting = [one.participation for one in pool_of(module, as_of=TODAY).waiting()]

    assert sorted(map(name, waiting)) == sorted(map(name, warned | silent))

    for consent in Consent.objects.filter(organisation=module.organisation):
        sign(consent, SigningParty.CHILD)
    for participation in set(mentors.values()) & warned:
        record(participation)
    run = solved(module)

    named = {row.pk: key for side in (mentees, mentors) for key, row in side.items()}
    assert sorted((named[m], named[r]) for m, r in pairs_of(run)) == sorted(
        (p.mentee, p.mentor) for p in expected.pairs
    )
    assert run.certificate["levels"] == expected.levels
    assert {mentees[one.mentee].pk for one in expected.left_out} == set(
        run.left_out.values_list("mentee_id", flat=True)
    )


def record(participation):
    """What a mentor waits for: a clearance, or a consent with both signatures."""
    person = participation.person
    if is_minor(person, TODAY):
        given, _created = Consent.objects.get_or_create(
            organisation=person.organisation, person=person, kind="processing", defaults={"starts_on": TODAY}
        )
        sign(given, SigningParty.GUARDIAN)
        sign(given, SigningParty.CHILD)
    else:
        Clearance.objects.get_or_create(organisation=person.organisation, person=person, checked_on=TODAY)
