"""Certificates on pages: many at once, one's own, revoked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import Document
from tests.domain.documents import scene
from tests.domain.mentorships import scene as people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


def text(answer):
    return answer.content.decode()


def issue(place, pair, role):
    return actions.issue_certificate(scene.member(pair, role), dated_on=scene.TODAY, by=place.coordinator)


def test_many_are_issued_at_once_with_a_link_to_this_host(client, place):
    pair = scene.completed(place)
    members = [scene.member(pair, role).pk for role in ("mentor", "mentee")]
    client.force_login(place.coordinator)
    assert text(client.get("/documents/certificates/")).count(" checked") == 2

    answer = client.post("/documents/certificates/", {"members": members, "dated_on": "2026-11-23"})

    assert (answer.status_code, answer.url) == (303, "/documents/")
    assert Document.objects.count() == 2
    assert all("testserver/check" in " ".join(scene.said(paper)) for paper in Document.objects.all())
    assert "Сертификаты выданы всем" in text(client.get("/documents/certificates/"))


def test_who_has_no_consent_cannot_be_ticked(client, place):
    pair = scene.completed(place)
    child = scene.member(pair, "mentee")
    withdraw_consent(child.person.consents.get(), on=scene.TODAY, by=None)
    client.force_login(place.coordinator)

    page = text(client.get("/documents/certificates/"))
    answer = client.post("/documents/certificates/", {"members": [child.pk], "dated_on": "2026-11-23"})

    assert (page.count(" checked"), "Нет согласия" in page) == (1, True)
    assert answer.status_code == 422
    assert not Document.objects.exists()


def test_nobody_ticked_is_said(client, place):
    scene.completed(place)
    client.force_login(place.coordinator)

    answer = client.post("/documents/certificates/", {"dated_on": "2026-11-23"})

    assert answer.status_code == 422
    assert "Отметьте хотя бы одного человека" in text(answer)


def test_a_mentor_a_child_and_a_guardian_open_their_own_alone(client, place):
    pair = scene.completed(place)
    papers = {role: issue(place, pair, role) for role in ("mentor", "mentee")}
    parent = people.guardian_of(papers["mentee"].person)
    mine = {
        papers["mentor"].person.user: (200, 404),
        papers["mentee"].person.user: (404, 200),
        parent.user: (404, 200),
    }

    for user, expected in mine.items():
        client.force_login(user)
        found = tuple(client.get(f"/documents/{papers[role].pk}/pdf/").status_code for role in papers)
        assert found == expected
        page = text(client.get("/documents/"))
        assert "Мои документы" in page
        assert "Подготовить приказ" not in page


def test_a_revoked_certificate_is_gone_for_its_owner(client, place):
    paper = issue(place, scene.completed(place), "mentor")
    client.force_login(place.coordinator)
    assert client.post(f"/documents/{paper.pk}/revoke/", {"note": ""}).status_code == 422
    assert client.post(f"/documents/{paper.pk}/revoke/", {"note": "опечатка"}).status_code == 303
    assert client.post(f"/documents/{paper.pk}/revoke/", {"note": "опечатка"}).status_code == 409

    client.force_login(paper.person.user)

    assert client.get(f"/documents/{paper.pk}/").status_code == 404


def test_a_certificate_has_both_files(client, place):
    paper = issue(place, scene.completed(place), "mentor")
    client.force_login(place.coordinator)

    assert client.get(f"/documents/{paper.pk}/docx/").content.startswith(b"PK")
    assert client.get(f"/documents/{paper.pk}/pdf/").content.startswith(b"%PDF")
    assert client.get(f"/documents/{paper.pk}/").status_code == 200


def test_the_list_costs_the_same_for_one_and_three(client, place):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/documents/certificates/").status_code == 200
        return len(captured)

    scene.completed(place)
    client.force_login(place.coordinator)
    one = cost()
    scene.completed(place)
    scene.completed(place)

    assert cost() == one <= 12
