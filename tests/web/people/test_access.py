"""One-time codes, links and cards."""

import re

import pytest

from nastavnik.domain.people.actions import signing_in
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import SignInToken
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
CODE = re.compile(r"\b[А-Я0-9]{4}-[А-Я0-9]{4}-[А-Я0-9]{4}\b")


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


def test_a_code_is_shown_once_and_opens_the_account(client, coordinator):
    child = make.PersonFactory(organisation=coordinator.person.organisation)
    url = f"/people/{child.pk}/access/"

    shown = client.post(url, {"kind": "code", "submission_key": "one"}).content.decode()
    again = client.post(url, {"kind": "code", "submission_key": "one"}, follow=True).content.decode()

    codes = CODE.findall(shown)
    assert len(codes) == 1
    assert codes[0] not in again
    child.refresh_from_db()
    assert signing_in.use_token(codes[0], network="192.0.2.1") == child.user


def test_looking_issues_nothing(client, coordinator):
    child = make.PersonFactory(organisation=coordinator.person.organisation)

    client.get(f"/people/{child.pk}/access/")

    assert SignInToken.objects.count() == 0


def test_a_link_is_a_whole_address(client, coordinator):
    child = make.PersonFactory(organisation=coordinator.person.organisation)

    page = client.post(f"/people/{child.pk}/access/", {"kind": "link"}).content.decode()

    assert re.search(r"http://testserver/sign-in/link/[\w-]{40,}/", page)


def test_a_lost_card_is_withdrawn(client, coordinator):
    child = make.PersonFactory(organisation=coordinator.person.organisation)
    client.post(f"/people/{child.pk}/access/", {"kind": "code"})

    client.post(f"/people/{child.pk}/access/withdraw/")

    assert SignInToken.objects.get().withdrawn_at is not None


def test_cards_bear_no_name_on_the_side_of_the_code(client, coordinator):
    organisation = coordinator.person.organisation
    for number in range(7):
        child = make.PersonFactory(organisation=organisation, surname=f"Канарейкина{number}", with_user=True)
        make.RoleAssignmentFactory(user=child.user, role=RoleCode.MENTEE, organisation=organisation)

    page = client.post("/people/cards/", {"role": "mentee"}).content.decode()

    sheets = re.findall(r'<section class="cards-sheet".*?</section>', page, re.DOTALL)
    assert [len(CODE.findall(sheet)) for sheet in sheets] == [6, 1]
    assert not any("Канарейкина" in sheet for sheet in sheets)
    assert "Канарейкина6" in page


@pytest.mark.parametrize("role", ["teacher", "head", "mentor"])
def test_only_the_coordinator_issues_codes(client, role):
    child = make.PersonFactory()
    client.force_login(make.staff(role, child.organisation))

    assert client.get(f"/people/{child.pk}/access/").status_code == 403
    assert client.post("/people/cards/", {"role": "mentee"}).status_code == 403
