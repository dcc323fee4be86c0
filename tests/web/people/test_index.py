"""The lists of people."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.people.actions import add_guardian, record_clearance
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
URL = "/people/"


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR, surname="Ветрова")
    client.force_login(user)
    return user


def someone(role, organisation, **person):
    found = make.PersonFactory(organisation=organisation, with_user=True, **person)
    make.RoleAssignmentFactory(user=found.user, role=role, organisation=organisation)
    return found


def test_mentees_are_listed_with_what_is_missing(client, coordinator):
    organisation = coordinator.person.organisation
    someone(RoleCode.MENTEE, organisation, surname="Аистова", phone="+79990000001")
    make.signed_consent(someone(RoleCode.MENTEE, organisation, surname="Белкина"))
    someone(RoleCode.MENTEE, make.OrganisationFactory(), surname="Чужая")

    page = client.get(URL).content.decode()

    assert page.count("Нет согласия") == 1
    assert page.count("Ждём согласия") == 1
    assert "Аистова" in page
    assert "Согласие есть" in page
    assert "Чужая" not in page
    assert "9990000001" not in page
    assert "2014" not in page


def test_chips_and_search_narrow_the_list(client, coordinator):
    organisation = coordinator.person.organisation
    someone(RoleCode.MENTEE, organisation, surname="Семёнова")
    make.signed_consent(someone(RoleCode.MENTEE, organisation, surname="Белкина"))

    assert names(client.get(URL, {"show": "consent"})) == ["Семёнова"]
    assert names(search(client, URL, "СЕМЕН")) == ["Семёнова"]
    assert "сбросьте поиск" in search(client, URL, "Никто").content.decode()


def search(client, url, text):
    return client.post(url, {"search": "1", "q": text}, follow=True)


def names(response):
    return [person.surname for person, _badge in response.context["rows"]]


def test_mentors_are_listed_with_their_clearance(client, coordinator):
    organisation = coordinator.person.organisation
    checked = someone(RoleCode.MENTOR, organisation, adult=True, surname="Громов")
    record_clearance(checked, checked_on=date(2026, 9, 1), by=coordinator)
    someone(RoleCode.MENTOR, organisation, adult=True, surname="Дёмин")

    assert names(client.get(URL, {"role": "mentor"})) == ["Громов", "Дёмин"]
    assert names(client.get(URL, {"role": "mentor", "show": "clearance"})) == ["Дёмин"]


def test_guardians_are_listed_with_their_children(client, coordinator):
    organisation = coordinator.person.organisation
    child = someone(RoleCode.MENTEE, organisation, surname="Аистова")
    mother = make.PersonFactory(organisation=organisation, adult=True, surname="Аистова-Старшая")
    add_guardian(child, guardian=mother, starts_on=date(2026, 9, 1), by=coordinator)

    response = client.get(URL, {"role": "guardian"})

    assert names(response) == ["Аистова-Старшая"]
    assert f"/people/{child.pk}/" in response.content.decode()


@pytest.mark.parametrize("role", ["mentee", "mentor", "staff", "guardian", "all"])
def test_every_list_costs_the_same_for_one_and_for_many(client, coordinator, role, django_assert_max_num_queries):
    organisation = coordinator.person.organisation
    child = make.PersonFactory(organisation=organisation)

    def add():
        person = make.PersonFactory(organisation=organisation, adult=True, with_user=True)
        for held in (RoleCode.MENTEE, RoleCode.MENTOR, RoleCode.TEACHER):
            make.RoleAssignmentFactory(user=person.user, role=held, organisation=organisation)
        add_guardian(child, guardian=person, starts_on=date(2026, 9, 1), by=coordinator)

    add()
    with CaptureQueriesContext(connection) as one:
        client.get(URL, {"role": role})
    add()
    add()
    with django_assert_max_num_queries(12) as three:
        client.get(URL, {"role": role})

    assert len(three) == len(one)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("teacher", 200),
        ("psychologist", 200),
        ("head", 403),
        ("mentor", 403),
        ("guardian", 403),
        ("administrator", 403),
    ],
)
def test_who_may_open_the_lists(client, role, status):
    client.force_login(make.staff(role))

    assert client.get(URL).status_code == status


def test_a_visitor_is_asked_to_sign_in(client):
    assert client.get(URL).status_code == 302
