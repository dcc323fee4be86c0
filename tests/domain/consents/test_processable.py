"""The gate, held against a plain twin over ages, signatures, terms, withdrawal and the age of the own signature."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nastavnik.core import clock
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.consents.queries import (
    consent_in_force,
    consents_in_force,
    is_processable,
    processable,
    processable_today,
    waiting,
)
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Enrolment, Person
from nastavnik.domain.people.queries import age_on
from nastavnik.domain.programmes.models import Participation
from tests import factories as make

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
near = st.integers(-3, 3).map(lambda days: ON + timedelta(days=days))
births = st.one_of(
    st.none(),
    st.dates(date(2004, 1, 1), date(2020, 1, 1)),
    st.sampled_from([13, 14, 15, 16, 17, 18]).flatmap(
        lambda age: st.sampled_from([-1, 0, 1]).map(lambda d: date(ON.year - age, ON.month, ON.day) + timedelta(days=d))
    ),
)
consents = st.fixed_dictionaries(
    {
        "starts_on": near,
        "lasts": st.one_of(st.none(), st.integers(0, 4)),
        "withdrawn_on": st.one_of(st.none(), near),
        "guardian": st.one_of(st.none(), near),
        "child": st.one_of(st.none(), near),
        "kind": st.sampled_from(["processing", "processing", "publication"]),
    }
)


def twin(birth_date, threshold, enrolled, given_consents) -> bool:
    """The rule as one would say it."""
    if birth_date is None and not enrolled:
        return True
    age = age_on(birth_date, ON) if birth_date else 0
    if age >= 18:
        return True
    parties = ["guardian", "child"] if age >= threshold else ["guardian"]
    return any(
        consent["kind"] == "processing"
        and consent["starts_on"] <= ON
        and (consent["lasts"] is None or consent["starts_on"] + timedelta(days=consent["lasts"]) >= ON)
        and (consent["withdrawn_on"] is None or consent["withdrawn_on"] > ON)
        and all(consent[party] and consent[party] <= ON for party in parties)
        for consent in given_consents
    )


def store(person, consent):
    ends_on = None if consent["lasts"] is None else consent["starts_on"] + timedelta(days=consent["lasts"])
    row = make.ConsentFactory(
        person=person,
        kind=consent["kind"],
        starts_on=consent["starts_on"],
        ends_on=ends_on,
        withdrawn_on=consent["withdrawn_on"],
    )
    for party in ("guardian", "child"):
        if consent[party]:
            make.ConsentSignatureFactory(consent=row, party=party, signed_on=consent[party])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    birth_date=births,
    threshold=st.integers(14, 18),
    enrolled=st.booleans(),
    first=consents,
    second=st.one_of(st.none(), consents),
)
def test_the_predicate_says_what_its_plain_twin_says(birth_date, threshold, enrolled, first, second):
    organisation = make.OrganisationFactory(own_consent_from=threshold)
    child = make.PersonFactory(organisation=organisation, birth_date=birth_date)
    if enrolled:
        group = make.StudyGroupFactory(academic_year__organisation=organisation)
        Enrolment.objects.create(organisation=organisation, person=child, study_group=group, starts_on=ON)
    held = [first]
    store(child, first)
    if second and (first["withdrawn_on"] or second["withdrawn_on"] or first["kind"] != second["kind"]):
        held.append(second)
        store(child, second)

    expected = twin(birth_date, threshold, enrolled, held)

    assert Person.objects.filter(processable(ON), pk=child.pk).exists() is expected
    assert is_processable(child, ON) is expected


def test_the_predicate_reaches_a_person_by_a_prefix():
    shut, opened = make.ParticipationFactory(), make.ParticipationFactory()
    make.signed_consent(opened.person)

    found = Participation.objects.filter(processable(ON, prefix="person__"))

    assert list(found) == [opened]
    assert list(Participation.objects.exclude(processable(ON, prefix="person__"))) == [shut]


def test_a_mentee_of_unknown_age_without_a_post_counts_as_a_child():
    coordinator = make.staff(RoleCode.COORDINATOR)
    pupil = make.PersonFactory(organisation=coordinator.person.organisation, birth_date=None, with_user=True)
    teacher = make.PersonFactory(
        organisation=coordinator.person.organisation, birth_date=None, with_user=True, post="учитель"
    )
    for person in (pupil, teacher):
        make.RoleAssignmentFactory(user=person.user, role=RoleCode.MENTEE, organisation=person.organisation)

    assert not is_processable(pupil, ON)
    assert is_processable(teacher, ON)


def test_the_consent_that_opens_the_gate_is_named():
    child = make.PersonFactory()
    given_consent = make.signed_consent(child)
    grown = make.PersonFactory(adult=True)
    waiting_child = make.PersonFactory()

    assert consent_in_force(child, ON) == given_consent
    assert consent_in_force(grown, ON) is None
    assert consent_in_force(waiting_child, ON) is None
    assert consents_in_force([child, grown, waiting_child], ON) == {child.pk: given_consent}


def test_waiting_tells_whose_signature_is_missing():
    coordinator = make.staff(RoleCode.COORDINATOR)
    organisation = coordinator.person.organisation
    make.PersonFactory(organisation=organisation, surname="Аистова")
    make.PersonFactory(organisation=organisation, surname="Белкина", birth_date=date(2011, 5, 1))
    half = make.PersonFactory(organisation=organisation, surname="Воронина", birth_date=date(2011, 5, 1))
    row = make.ConsentFactory(person=half)
    make.ConsentSignatureFactory(consent=row, party=SigningParty.GUARDIAN)
    make.signed_consent(make.PersonFactory(organisation=organisation))
    make.signed_consent(make.PersonFactory(organisation=organisation), withdrawn_on=date(2026, 11, 3))
    make.PersonFactory(surname="Чужая")

    found = [(person.surname, person.lacks_guardian, person.lacks_own) for person in waiting(coordinator, ON)]

    assert found == [("Аистова", True, False), ("Белкина", True, True), ("Воронина", False, True)]


def test_nobody_waits_for_a_mentor_or_a_head():
    organisation = make.OrganisationFactory()
    make.PersonFactory(organisation=organisation)

    for role in (RoleCode.MENTOR, RoleCode.HEAD, RoleCode.ADMINISTRATOR):
        assert list(waiting(make.staff(role, organisation), ON)) == []


def test_on_a_leap_day_nobody_is_older_than_the_day_before():
    eve = make.PersonFactory(birth_date=date(2010, 3, 1))
    turned = make.PersonFactory(birth_date=date(2010, 2, 28))

    found = [set(Person.objects.filter(processable(day))) for day in (date(2028, 2, 29), date(2028, 3, 1))]

    assert found == [{turned}, {turned, eve}]


@pytest.mark.parametrize(("moment", "days"), [(2, 0), (8, 0), (14, 1), (22, 1)])
def test_a_withdrawal_works_at_once_wherever_the_school_is(moment, days):
    """From noon in Greenwich it is the next day in Kamchatka, and a consent withdrawn there that day is shut."""
    child = make.PersonFactory(organisation=make.OrganisationFactory(time_zone="Asia/Kamchatka"))
    other = make.PersonFactory()
    for person in (child, other):
        make.signed_consent(person, withdrawn_on=ON + timedelta(days=1))

    with clock.fixed(datetime(2026, 11, 23, moment, tzinfo=UTC)):
        found = set(Person.objects.filter(processable_today()))

    moscow_is_ahead = moment >= 21
    assert found == ({child, other} - ({child} if days else set()) - ({other} if moscow_is_ahead else set()))
