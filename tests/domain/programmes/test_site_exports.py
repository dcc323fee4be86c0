"""What stands on another site: whom it names is known by digests, and who may not be named any more is noticed."""

from datetime import date

import pytest

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.consents.enums import ConsentKind, SigningParty
from nastavnik.domain.programmes import actions, queries
from tests import factories as make
from tests.factories.consents import ConsentFactory, ConsentSignatureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def taking():
    """A grown-up mentor with a card that everybody may read."""
    mentor = make.PersonFactory(surname="Ветров", given_name="Пётр", adult=True)
    found = make.ParticipationFactory(mentor=True, module__programme__organisation=mentor.organisation, person=mentor)
    given = ConsentFactory(person=mentor, kind=ConsentKind.PUBLICATION)
    ConsentSignatureFactory(consent=given, party=SigningParty.ADULT)
    actions.publish_card(found, by=None)
    return found


def exported(taking, *, mentors=None, people=()):
    named = [taking.person_id] if mentors is None else mentors
    return actions.remember_export(taking.module.programme, mentors=named, people=people, by=None)


def stale(taking):
    return [export.pk for export in queries.to_be_replaced(taking.organisation)]


def withdraw(taking):
    withdraw_consent(taking.person.consents.get(kind=ConsentKind.PUBLICATION), on=date(2026, 11, 23), by=None)


def test_an_export_keeps_neither_names_nor_ids(taking):
    export = exported(taking)

    assert [len(digest) for digest in export.named] == [32]
    assert str(taking.person_id) not in export.named
    assert stale(taking) == []


@pytest.mark.parametrize(
    "happens",
    [withdraw, lambda taking: actions.close_card(taking, by=None), lambda taking: actions.leave(taking, by=None)],
    ids=["consent withdrawn", "card closed", "mentor left"],
)
def test_who_may_not_be_named_any_more_asks_for_another_export(taking, happens):
    export = exported(taking)

    happens(taking)

    assert stale(taking) == [export.pk]
    exported(taking, mentors=[])  # the page without the name takes the place of the old one
    assert stale(taking) == []


def test_who_is_named_otherwise_needs_the_consent_and_no_card(taking):
    export = exported(taking, mentors=[], people=[taking.person_id])

    actions.close_card(taking, by=None)
    assert stale(taking) == []
    withdraw(taking)
    assert stale(taking) == [export.pk]


def test_what_was_taken_down_is_asked_for_no_more(taking):
    export = exported(taking)
    withdraw(taking)

    actions.take_down(export, by=None)
    actions.take_down(export, by=None)

    assert stale(taking) == []
    assert export.taken_down_on == date(2026, 11, 23)


def test_it_costs_one_query_where_nobody_is_named_and_three_else(taking, django_assert_num_queries):
    exported(taking, mentors=[])
    with django_assert_num_queries(1):
        stale(taking)
    exported(taking)
    with django_assert_num_queries(3):
        stale(taking)
