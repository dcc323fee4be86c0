"""The public check of a certificate: genuine, unknown, revoked, and no more than that."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.documents import actions
from nastavnik.domain.people.models import SignInAttempt
from nastavnik.web.public import limit
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
UNKNOWN = "0000-0000-0000-0000"


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def place():
    return scene.school()


@pytest.fixture
def papers(place):
    child = people.mentee(place.module, surname="Воронова", given_name="Полина", patronymic="Романовна")
    pair = scene.completed(place, mentee=child)
    return {
        role: actions.issue_certificate(scene.member(pair, role), dated_on=scene.TODAY, by=place.coordinator)
        for role in ("mentor", "mentee")
    }


def text(answer):
    return answer.content.decode()


def test_a_visitor_sees_that_it_is_genuine_and_a_minor_by_one_letter(client, papers):
    page = client.get(f"/check/{papers['mentee'].check_code}/")

    assert page.status_code == 200
    assert "Сертификат подлинный" in text(page)
    assert "Полина\u00a0В." in text(page)
    assert "Проверено 23 ноября 2026 года в 9:40" in text(page)
    for hidden in ("Воронова", "Романовна", "2014"):
        assert hidden not in text(page)
    assert (page.headers["X-Robots-Tag"], page.headers["Cache-Control"]) == ("noindex", "no-store")


def test_an_adult_is_named_in_full(client, papers):
    page = text(client.get(f"/check/{papers['mentor'].check_code}/"))

    assert papers["mentor"].person.full_name in page
    assert "1\u00a0встреча, 1\u00a0час" in page


def test_the_form_takes_the_code_as_it_is_typed(client, papers):
    typed = papers["mentor"].check_code.lower().replace("-", " ")

    page = client.get("/check/", {"code": typed})

    assert (page.status_code, "Сертификат подлинный" in text(page)) == (200, True)


def test_an_unknown_code_is_mended_in_the_form_and_missing_by_link(client):
    form, link = client.get("/check/", {"code": UNKNOWN}), client.get(f"/check/{UNKNOWN}/")

    assert (form.status_code, link.status_code) == (200, 404)
    for page in (form, link):
        assert "Такого кода нет: сверьте буквы" in text(page)
        assert f'value="{UNKNOWN}"' in text(page)


def test_the_empty_form_asks_for_the_code(client):
    page = client.get("/check/")

    assert (page.status_code, "Код под печатью" in text(page)) == (200, True)


def test_a_revoked_one_tells_that_and_no_name(client, papers, place):
    actions.revoke(papers["mentor"], note="опечатка", by=place.coordinator)

    page = text(client.get(f"/check/{papers['mentor'].check_code}/"))

    assert "Сертификат отменён" in page
    assert papers["mentor"].person.surname not in page
    assert "опечатка" not in page


def test_orders_have_no_public_page(client, place):
    document = actions.prepare_order(
        place.module, mentorships=[scene.confirmed(place)], number="1", dated_on=scene.TODAY, by=place.coordinator
    )

    assert document.check_code is None
    assert client.get("/check/None/").status_code == 404


def test_guessing_is_stopped_but_a_right_code_is_answered(client, papers, monkeypatch):
    monkeypatch.setattr(limit, "WRONG_CODES", 3)
    found = [client.get(f"/check/{UNKNOWN}/").status_code for _attempt in range(5)]

    assert found == [404, 404, 404, 429, 429]
    assert client.get(f"/check/{papers['mentor'].check_code}/").status_code == 200
    assert client.get(f"/check/{UNKNOWN}/", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert not SignInAttempt.objects.exists()


def test_checking_writes_nothing(client, papers):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/check/{papers['mentee'].check_code}/")

    assert [query["sql"] for query in captured if not query["sql"].startswith("SELECT")] == []
    assert len(captured) <= 12
