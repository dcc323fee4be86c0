"""Допуск: whose is missing, recording, withdrawing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import Clearance
from nastavnik.domain.people.queries import is_cleared
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
URL = "/people/clearance/"


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


def mentor(organisation, **person):
    found = make.PersonFactory(organisation=organisation, adult=True, with_user=True, **person)
    make.RoleAssignmentFactory(user=found.user, role=RoleCode.MENTOR, organisation=organisation)
    return found


def test_clearance_is_recorded_for_many(client, coordinator):
    one, two, three = (mentor(coordinator.person.organisation) for _number in range(3))

    answer = client.post(URL, {"person": [one.pk, two.pk], "checked_on": "2026-08-25", "valid_until": ""})

    assert answer.status_code == 303
    assert [is_cleared(person, date(2026, 11, 23)) for person in (one, two, three)] == [True, True, False]
    page = client.get(URL)
    assert list(page.context["page"]) == [three]
    assert set(page.context["held"]) == {one, two}


def test_nobody_of_another_organisation_is_recorded(client, coordinator):
    stranger = mentor(make.OrganisationFactory())

    answer = client.post(URL, {"person": [stranger.pk], "checked_on": "2026-08-25"})

    assert answer.status_code == 422
    assert Clearance.objects.count() == 0


def test_a_day_that_has_not_come_is_refused_for_all(client, coordinator):
    person = mentor(coordinator.person.organisation)

    answer = client.post(URL, {"person": [person.pk], "checked_on": "2027-01-01"})

    assert answer.status_code == 422
    assert "ещё не наступил" in answer.content.decode()
    assert Clearance.objects.count() == 0


def test_a_clearance_of_one_is_recorded_and_withdrawn(client, coordinator):
    person = mentor(coordinator.person.organisation)

    client.post(f"/people/{person.pk}/clearance/", {"checked_on": "2026-08-25", "valid_until": "2027-08-25"})
    held = Clearance.objects.get()
    assert (held.checked_by, held.valid_until) == (coordinator, date(2027, 8, 25))
    answer = client.post(f"/people/clearance/{held.pk}/withdraw/", {"on": "2026-11-20"})

    assert answer.status_code == 303
    assert not is_cleared(person, date(2026, 11, 23))


def test_another_organisations_clearance_does_not_exist(client, coordinator):
    stranger = mentor(make.OrganisationFactory())
    held = Clearance.objects.create(organisation=stranger.organisation, person=stranger, checked_on=date(2026, 8, 25))

    assert client.post(f"/people/clearance/{held.pk}/withdraw/", {"on": "2026-11-20"}).status_code == 404


def test_the_list_costs_the_same_for_one_and_for_three(client, coordinator):
    counts = []
    for more in (1, 2):
        for _person in range(more):
            mentor(coordinator.person.organisation)
        with CaptureQueriesContext(connection) as found:
            client.get(URL)
        counts.append(len(found))

    assert counts[0] == counts[1] <= 12
