"""One answer to what is needed of whom, and one number of those who are waited for."""

from datetime import date

import pytest

from nastavnik.domain.consents import actions, queries
from nastavnik.domain.consents.enums import SigningParty
from nastavnik.domain.desk.queries.people import items
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ON = date(2026, 11, 23)


@pytest.fixture
def by(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("born", "kind", "expected"),
    [
        (date(2014, 3, 2), "processing", (("guardian",), True, True)),
        (date(2011, 5, 1), "processing", (("guardian", "child"), True, True)),
        (date(1985, 5, 1), "processing", (("adult",), True, False)),
        (date(1985, 5, 1), "employee", (("adult",), False, False)),
    ],
)
def test_who_signs_how_and_what_stops_without_it(by, born, kind, expected):
    person = make.PersonFactory(organisation=by.person.organisation, birth_date=born)
    person.organisation.consent_by_link = True

    found = queries.needed(person, ON, kind)

    assert (found.parties, found.by_link, found.stops) == expected
    assert not found.is_given


def test_a_grown_up_is_waited_for_signs_on_paper_and_is_read_of_on_every_page_alike(client, by):
    mentor = make.PersonFactory(organisation=by.person.organisation, birth_date=date(1985, 5, 1))
    where = f"/consents/person/{mentor.pk}/"

    before = client.get(where).content.decode()
    client.post(where, {"parties": ["adult"], "signed_on": "2026-11-20"})

    assert "Ждём ответа участника" in before
    assert "Не нужно" not in before
    assert "родитель или опекун" not in before.partition("Подписано на бумаге")[2]
    found = queries.needed(mentor, ON)
    assert found.is_given
    assert found.is_own
    assert "Участник согласен" in client.get(where).content.decode()


def test_every_page_counts_the_same_children(client, by):
    school = by.person.organisation
    children = [make.PersonFactory(organisation=school) for _child in range(5)]
    make.PersonFactory(organisation=school, birth_date=date(1985, 5, 1))
    signed = [actions.Signature(SigningParty.GUARDIAN, None, date(2026, 10, 1))]
    given = [
        actions.record_consent(child, starts_on=date(2026, 10, 1), signatures=signed, by=by) for child in children[:2]
    ]
    actions.withdraw_consent(given[0], on=ON, by=by)

    (row,) = [one for one in items(by, school, ON) if "Не хватает согласий" in str(one.title)]
    listed = client.get("/consents/").context["chips"]
    people = client.get("/people/?role=all").context["chips"]

    assert "3\u00a0ребёнка" in str(row.title)
    assert next(count for code, _title, count in listed if code == "") == 3
    assert next(count for code, _title, count in people if code == "consent") == 3
