"""Recording and withdrawing consents."""

from datetime import date

import pytest

from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.consents import actions
from nastavnik.domain.consents.actions import Signature
from nastavnik.domain.consents.errors import (
    ConsentEndsBeforeItBegins,
    ConsentWithdrawn,
    NotAGuardian,
    NothingSigned,
    SignedInFuture,
)
from nastavnik.domain.consents.models import Consent
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.people.actions import add_guardian
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)


@pytest.fixture
def by():
    return make.staff(RoleCode.COORDINATOR)


@pytest.fixture
def child(by):
    return make.PersonFactory(organisation=by.person.organisation)


def guardian_signed(on=ON):
    return Signature("guardian", None, on)


def test_a_recorded_consent_opens_the_gate(by, child):
    consent = actions.record_consent(child, starts_on=ON, signatures=[guardian_signed()], by=by)

    assert [(s.party, s.method, s.signed_on) for s in consent.signatures.all()] == [("guardian", "paper", ON)]
    assert is_processable(child, ON)


def test_a_missing_signature_is_added_to_the_consent_in_force(by):
    child = make.PersonFactory(organisation=by.person.organisation, birth_date=date(2011, 5, 1))
    first = actions.record_consent(child, starts_on=date(2026, 9, 1), signatures=[guardian_signed()], by=by)
    assert not is_processable(child, ON)

    second = actions.record_consent(child, starts_on=ON, signatures=[Signature("child", child, ON)], by=by)

    assert second == first
    assert second.signatures.count() == 2
    assert is_processable(child, ON)


def test_the_same_paper_twice_is_one_consent(by, child):
    for _time in range(2):
        actions.record_consent(child, starts_on=ON, signatures=[guardian_signed()], by=by)

    assert Consent.objects.get(person=child).signatures.count() == 1


def test_a_new_term_is_a_new_paper_and_the_gate_stays_open_between(by, child):
    old = actions.record_consent(
        child,
        starts_on=date(2026, 9, 1),
        ends_on=date(2026, 12, 31),
        signatures=[guardian_signed()],
        by=by,
    )
    new = actions.record_consent(
        child, starts_on=date(2026, 12, 15), ends_on=date(2027, 8, 31), signatures=[guardian_signed()], by=by
    )

    old.refresh_from_db()
    assert old.withdrawn_on == date(2026, 12, 15)
    assert new != old
    assert [is_processable(child, day) for day in (ON, date(2026, 12, 15), date(2027, 8, 31), date(2027, 9, 1))] == [
        True,
        True,
        True,
        False,
    ]


def test_after_an_expired_consent_a_new_one_begins(by, child):
    old = actions.record_consent(
        child,
        starts_on=date(2025, 9, 1),
        ends_on=date(2026, 8, 31),
        signatures=[guardian_signed(date(2025, 9, 1))],
        by=by,
    )
    actions.record_consent(child, starts_on=ON, signatures=[guardian_signed()], by=by)

    old.refresh_from_db()
    assert old.withdrawn_on == date(2026, 9, 1)
    assert [is_processable(child, day) for day in (date(2026, 8, 31), date(2026, 10, 1), ON)] == [True, False, True]


def test_a_withdrawn_consent_shuts_the_gate_from_that_day(by, child):
    consent = actions.record_consent(
        child, starts_on=date(2026, 9, 1), signatures=[guardian_signed(date(2026, 9, 1))], by=by
    )

    actions.withdraw_consent(consent, on=ON, by=by)

    assert [is_processable(child, day) for day in (date(2026, 11, 22), ON)] == [True, False]
    with pytest.raises(ConsentWithdrawn):
        actions.withdraw_consent(consent, on=ON, by=by)


def test_two_who_withdraw_at_once_have_one_effect(by, child):
    consent = actions.record_consent(child, starts_on=ON, signatures=[guardian_signed()], by=by)
    late = Consent.objects.get(pk=consent.pk)
    actions.withdraw_consent(consent, on=ON, by=by)

    with pytest.raises(ChangedMeanwhile):
        actions.withdraw_consent(late, on=date(2026, 11, 24), by=by)


def test_what_cannot_be_is_refused_with_a_sentence(by, child):
    stranger = make.PersonFactory(organisation=child.organisation, adult=True)
    refusals = [
        (NothingSigned, {"starts_on": ON, "signatures": []}),
        (ConsentEndsBeforeItBegins, {"starts_on": ON, "ends_on": date(2026, 9, 1), "signatures": [guardian_signed()]}),
        (SignedInFuture, {"starts_on": ON, "signatures": [guardian_signed(date(2026, 11, 24))]}),
        (NotAGuardian, {"starts_on": ON, "signatures": [Signature("guardian", stranger, ON)]}),
    ]

    for error, arguments in refusals:
        with pytest.raises(error):
            actions.record_consent(child, by=by, **arguments)
    assert Consent.objects.count() == 0


def test_a_guardian_signs_by_name(by, child):
    mother = make.PersonFactory(organisation=child.organisation, adult=True)
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=by)

    consent = actions.record_consent(child, starts_on=ON, signatures=[Signature("guardian", mother, ON)], by=by)

    assert consent.signatures.get().signer == mother


def test_a_list_opens_no_gate_that_was_shut_by_withdrawal(by, child):
    signed = actions.record_consent(child, starts_on=date(2026, 9, 1), signatures=[guardian_signed()], by=by)
    actions.withdraw_consent(signed, on=date(2026, 11, 3), by=by)
    other = make.PersonFactory(organisation=child.organisation)
    listed = [(child, [guardian_signed()]), (other, [guardian_signed()])]

    assert actions.record_listed(listed, organisation=child.organisation, on=ON, by=by) == 1
    assert actions.record_listed(listed, organisation=child.organisation, on=ON, by=by) == 0

    assert (is_processable(child, ON), is_processable(other, ON)) == (False, True)
