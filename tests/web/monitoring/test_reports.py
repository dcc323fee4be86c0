"""Reports on pages and as files."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.documents.models import Document
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.documents import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def place():
    return scene.school()


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("who", ["coordinator", "head"])
def test_a_report_tells_how_many_of_how_many_on_which_day(client, place, who):
    scene.completed(place)
    client.force_login(getattr(place, who))
    address = f"/reports/{place.module.programme_id}/"

    page = text(client.get(address))
    before = text(client.get(f"{address}?on=2026-09-01"))

    assert "1 из 1 (100&nbsp;%)" in page
    assert "23.11.2026" in page
    assert "это не ноль" in before
    assert "нет данных" in before


def test_a_day_ahead_is_refused_in_words(client, place):
    client.force_login(place.coordinator)

    page = client.get(f"/reports/{place.module.programme_id}/?on=2027-01-01")

    assert "Этот день ещё не наступил" in text(page)
    assert "23.11.2026" in text(page)


def test_the_file_is_a_frozen_paper(client, place):
    scene.completed(place)
    client.force_login(place.head)

    answer = client.post(f"/reports/{place.module.programme_id}/paper/", {"on": "2026-11-22"})

    document = Document.objects.get()
    assert (answer.status_code, answer.url) == (303, f"/documents/{document.pk}/docx/")
    assert client.get(answer.url).content[:2] == b"PK"
    assert "22\u00a0ноября 2026" in text(client.get(f"/documents/{document.pk}/"))


def test_without_a_head_the_file_is_refused_and_says_why(client, place):
    place.head.role_assignments.all().delete()
    client.force_login(place.coordinator)

    answer = client.post(f"/reports/{place.module.programme_id}/paper/", {"on": "2026-11-22"})

    assert answer.status_code == 422
    assert "Некому подписать" in text(answer)


def test_other_schools_and_roles_get_no_report(client, place):
    address = f"/reports/{place.module.programme_id}/"
    client.force_login(scene.school().coordinator)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}paper/").status_code == 404
    client.force_login(make.staff(RoleCode.TEACHER, place.organisation))
    assert client.get(address).status_code == 403


def test_the_list_is_empty_in_words_and_costs_the_same_for_one_and_three(client):
    head = make.staff(RoleCode.HEAD)
    client.force_login(head)
    assert "Программ пока нет" in text(client.get("/reports/"))

    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/reports/").status_code == 200
        return len(captured)

    make.ProgrammeFactory(organisation=head.person.organisation)
    one = cost()
    make.ProgrammeFactory(organisation=head.person.organisation)
    make.ProgrammeFactory(organisation=head.person.organisation)
    assert cost() == one <= 12


def test_a_report_costs_the_same_for_one_and_three_pairs(client, place):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/reports/{place.module.programme_id}/").status_code == 200
        return len(captured)

    scene.completed(place)
    client.force_login(place.coordinator)
    one = cost()
    scene.completed(place)
    scene.completed(place)

    assert cost() == one
