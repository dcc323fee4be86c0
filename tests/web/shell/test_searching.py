"""Names are searched for without standing in an address: the words are posted and stay in the session."""

import re

import pytest

from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
LISTS = ["/people/?role=mentee", "/people/?role=mentee&show=consent", "/consents/", "/documents/"]
NAME = "Аистова"


@pytest.fixture
def organisation(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user.person.organisation


def child(organisation, surname):
    found = make.PersonFactory(organisation=organisation, with_user=True, surname=surname)
    make.RoleAssignmentFactory(user=found.user, role=RoleCode.MENTEE, organisation=organisation)
    return found


def search(client, url, text, **more):
    return client.post(url, {"search": "1", "q": text, **more})


def listed(client, url):
    page = client.get(url)
    return [row[0].surname for row in page.context["rows"]]


@pytest.mark.parametrize("url", LISTS)
def test_the_answer_to_a_search_is_the_same_page_without_the_name(client, organisation, url):
    answer = search(client, url, f" {NAME} ")

    assert (answer.status_code, answer.url) == (303, url)
    page = client.get(answer.url)
    assert page.context["text"] == NAME
    addresses = re.findall(r'(?:href|action|src|hx-get)="([^"]*)"', page.content.decode())
    assert not [one for one in addresses if NAME in one or "%D0" in one or "q=" in one]


@pytest.mark.parametrize("url", LISTS)
def test_what_a_list_is_searched_for_can_be_taken_back(client, organisation, url):
    search(client, url, NAME)
    assert "Сбросить поиск" in client.get(url).content.decode()

    answer = search(client, url, NAME, reset="1")

    assert (answer.status_code, answer.url) == (303, url)
    assert client.get(url).context["text"] == ""
    assert "Сбросить поиск" not in client.get(url).content.decode()


@pytest.mark.parametrize("url", ["/people/?role=mentee", "/consents/"])
def test_the_pages_of_a_result_go_on_with_the_search(client, organisation, url):
    for number in range(51):
        child(organisation, f"{NAME}{number:02d}")
    child(organisation, "Белкина")
    search(client, f"{url}{'&' if '?' in url else '?'}page=2", NAME)

    first = client.get(url)
    found = re.search(r'rel="next" href="([^"]*)"', first.content.decode())
    second = listed(client, url.partition("?")[0] + found[1].replace("&amp;", "&"))

    assert len(first.context["rows"]) == 50
    assert second == [f"{NAME}50"]


def test_each_list_is_searched_for_itself(client, organisation):
    child(organisation, NAME)
    child(organisation, "Белкина")
    search(client, "/people/?role=mentee", "Белкина")

    assert listed(client, "/people/?role=mentee") == ["Белкина"]
    assert listed(client, "/consents/") == [NAME, "Белкина"]
    assert client.get("/people/?role=mentor").context["text"] == ""


def test_a_name_in_the_address_is_not_read(client, organisation):
    child(organisation, NAME)
    child(organisation, "Белкина")

    assert listed(client, f"/people/?role=mentee&q={NAME}") == [NAME, "Белкина"]


def test_who_signs_in_next_on_the_same_computer_finds_no_search(client, organisation):
    search(client, "/people/", NAME)
    client.post("/sign-out/")
    client.force_login(make.staff(RoleCode.COORDINATOR))

    assert client.get("/people/").context["text"] == ""


def test_a_search_is_cut_to_a_sensible_length_and_holds_no_zero_byte(client, organisation):
    search(client, "/people/", "А\0" * 300)

    assert client.get("/people/").context["text"] == "А" * 100
