"""Where consents are given by link, pages say which requisites are empty and lead to them."""

import pytest

from nastavnik.domain.consents.models import ConsentRequest
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def organisation(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user.person.organisation


def test_answers_by_link_wait_for_the_requisites(client, organisation):
    shown = client.get("/organisation/").context["form"].initial
    sent = {name: value for name, value in shown.items() if value is not None} | {"consent_by_link": "on"}

    refused = client.post("/organisation/", sent)
    taken = client.post("/organisation/", {**sent, "inn": "7700000000", "legal_address": "г. Заозёрск"})

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert "Заполните в «Организации»: ИНН, юридический адрес" in refused.content.decode()


def test_links_with_a_blank_operator_are_not_made_and_paper_is(client, organisation):
    organisation.consent_by_link = True
    organisation.save()
    child = make.PersonFactory(organisation=organisation)
    sent = {"person": [child.pk], "kinds": ["processing"]}

    refused = client.post("/consents/", {**sent, "how": "links"})

    page = refused.content.decode()
    assert (refused.status_code, ConsentRequest.objects.count()) == (422, 0)
    assert "юридический адрес" in page
    assert 'href="/organisation/"' in page
    assert client.post("/consents/", {**sent, "how": "papers"}).status_code == 303
