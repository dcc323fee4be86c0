"""Partners: added by name, told in full for agreements."""

import pytest

from nastavnik.domain.organisations import actions
from nastavnik.domain.organisations.models import Organisation, Partner
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def organisation(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user.person.organisation


def test_a_partner_is_named_and_then_told_in_full(client, organisation):
    assert "Партнёров пока нет" in client.get("/organisation/partners/").content.decode()
    made = client.post("/organisation/partners/", {"title": "Завод «Прибор»"})
    partner = Partner.objects.get()
    assert made.headers["Location"] == f"/organisation/partners/{partner.pk}/"

    sent = {
        "title": "Завод «Прибор»",
        "full_title": "АО «Прибор»",
        "signatory": "Ким Анна Олеговна",
        "version": partner.version,
    }
    assert client.post(made.headers["Location"], sent).status_code == 303
    page = client.get("/organisation/partners/").content.decode()
    assert "АО «Прибор»" in page
    assert "Ким Анна Олеговна" in page
    assert client.post(made.headers["Location"], {**sent, "address": "г. Заозёрск"}).status_code == 409


def test_two_partners_do_not_share_a_name(client, organisation):
    first = actions.ensure_partner(organisation, title="Завод", by=None)
    second = actions.ensure_partner(organisation, title="Колледж", by=None)
    answer = client.post(f"/organisation/partners/{second.pk}/", {"title": "Завод", "version": second.version})
    assert answer.status_code == 422
    assert "уже есть в списке" in answer.content.decode()
    assert first.title == Partner.objects.get(pk=first.pk).title


def test_a_partner_of_another_institution_is_not_there(client, organisation):
    foreign = actions.ensure_partner(make.OrganisationFactory(), title="Чужой", by=None)
    assert client.get(f"/organisation/partners/{foreign.pk}/").status_code == 404


def test_a_local_limit_is_kept_with_the_organisation(organisation):
    actions.edit_organisation(organisation, {"mentor_limit": 2}, version=organisation.version, by=None)
    assert Organisation.objects.get(pk=organisation.pk).mentor_limit == 2
