"""What no browser would post is answered like nothing posted, not with an error of the server."""

import pytest
from django.test import RequestFactory

from nastavnik.domain.people.enums import RoleCode
from nastavnik.web.shell import posted
from tests import factories as make

ODD = ["²", "9" * 30, "-1", "", "1.5", "x"]


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_number_is_nothing(text):
    request = RequestFactory().post("/", {"one": text, "many": ["7", text, "12"]})

    assert posted.number(request, "one") is None
    assert posted.number(request, "absent") is None
    assert posted.numbers(request, "many") == [7, 12]


@pytest.mark.django_db
@pytest.mark.usefixtures("now")
@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("/people/clearance/", {"checked_on": "2026-08-25", "valid_until": ""}),
        ("/consents/", {"parties": ["guardian"], "signed_on": "2026-11-20"}),
    ],
)
def test_an_odd_id_chooses_nobody(client, url, form, text):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    make.RoleAssignmentFactory(user=user, role=RoleCode.MENTOR, organisation=user.person.organisation)
    make.PersonFactory(organisation=user.person.organisation)

    answer = client.post(url, {**form, "person": text})

    assert answer.status_code == 422
    assert "Никто не выбран" in answer.content.decode()
