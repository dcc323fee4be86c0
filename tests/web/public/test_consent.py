"""A personal link: one consent a page, nothing ticked before, «нет» as near as «да», no JavaScript."""

from datetime import date, timedelta

import pytest

from nastavnik.core import clock
from nastavnik.core.models import Submission
from nastavnik.domain.consents import actions
from nastavnik.domain.consents.models import Consent, ConsentRequest
from nastavnik.domain.consents.queries import is_processable
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
YES = {"answer": "agreed", "signer_name": "Аистова Вера Петровна"}


@pytest.fixture
def asked():
    """A guardian is asked for two consents of an organisation that takes answers by link; (request, address)."""
    by = make.staff(RoleCode.COORDINATOR)
    organisation = by.person.organisation
    organisation.consent_by_link, organisation.legal_address = True, "г. Заозёрск, ул. Школьная, 1"
    organisation.save()
    child = make.PersonFactory(organisation=organisation, surname="Воронина", given_name="Полина")
    request, secret = actions.request_consents(child, kinds=["processing", "publication"], by=by)
    return request, f"/c/{secret}/"


def test_one_after_the_other_is_read_and_answered_by_itself(client, asked):
    request, where = asked
    page = client.get(where).content.decode()
    assert "Согласие 1 из 2" in page
    assert "checked" not in page
    assert "Полина В." in page
    assert "Воронина" not in page

    first = client.post(where, {"kind": "processing", **YES})
    assert (first.status_code, first["Location"]) == (303, where)
    assert "Согласие 2 из 2" in client.get(where).content.decode()
    client.post(where, {"kind": "publication", "answer": "refused"})

    assert is_processable(request.person, NOW.date())
    assert list(Consent.objects.values_list("kind", flat=True)) == ["processing"]
    done = client.get(where).content.decode()
    assert "Спасибо, записали" in done
    assert "Не согласны" in done


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Отметьте, согласны или нет."),
        ({"answer": "agreed"}, "Напишите фамилию и имя"),
        ({"answer": "agreed", "signer_name": "Вера"}, "Напишите фамилию и имя"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, asked, sent, said):
    _request, where = asked

    page = client.post(where, {"kind": "processing", **sent})

    assert (page.status_code, said in page.content.decode()) == (422, True)
    assert sent.get("signer_name", "") in page.content.decode()
    assert Consent.objects.count() == 0


def test_a_form_of_another_window_answers_nothing_else(client, asked):
    _request, where = asked
    client.post(where, {"kind": "processing", **YES})

    assert client.post(where, {"kind": "processing", "answer": "refused"}).status_code == 303

    assert list(ConsentRequest.objects.get().asked.values_list("answer", flat=True)) == ["agreed", ""]


def test_where_paper_is_signed_the_link_gives_the_sheet_and_takes_a_no(client, asked):
    request, where = asked
    request.organisation.consent_by_link = False
    request.organisation.save()
    page = client.get(where).content.decode()
    assert "Подписывают на бумаге" in page
    assert 'value="agreed"' not in page

    assert client.post(where, {"kind": "processing", **YES}).status_code == 422
    assert Consent.objects.count() == 0
    sheet = client.get(f"{where}sheet/")
    assert (sheet["Content-Type"], sheet["Cache-Control"]) == ("application/pdf", "no-store")
    assert client.post(where, {"kind": "processing", "answer": "refused"}).status_code == 303


def test_an_old_link_tells_nothing_and_whom_to_ask(client, asked):
    _request, where = asked

    with clock.fixed(NOW + timedelta(days=61)):
        page = client.get(where)

    assert page.status_code == 410
    assert "Полина" not in page.content.decode()
    assert client.get("/c/такой-нет/").status_code == 404


def test_the_secret_is_kept_nowhere(client, asked):
    _request, where = asked

    client.post(where, {"kind": "processing", "submission_key": "a-key", **YES})

    assert not Submission.objects.filter(path__contains="/c/").exists()
    assert client.get(where)["Referrer-Policy"] == "same-origin"
    assert client.get(where)["Cache-Control"] == "no-store"


def test_from_fourteen_the_childs_own_page_speaks_to_the_child(client, asked):
    request, _where = asked
    big = make.PersonFactory(organisation=request.organisation, birth_date=date(2011, 5, 1))
    _own, secret = actions.request_consents(big, kinds=["processing"], party="child", by=None)

    page = client.get(f"/c/{secret}/").content.decode()

    assert "Спрашивают вас" in page
    client.post(f"/c/{secret}/", {"kind": "processing", **YES})
    assert Consent.objects.get().signatures.get().party == "child"
