"""A programme begun with a slip, too long a title, too late in the year; one deleted."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.models import Programme
from tests import factories as make
from tests.web.programmes.test_overview import create

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def year():
    return make.AcademicYearFactory()


@pytest.fixture
def coordinator(client, year):
    user = make.staff(RoleCode.COORDINATOR, year.organisation)
    client.force_login(user)
    return user


@pytest.mark.parametrize("day", ["1926-09-01", "2025-11-01", "2030-01-01"])
def test_a_first_day_far_from_today_is_a_slip(client, coordinator, day):
    address = reverse("programmes:create", args=["student_student"])

    refused = client.post(address, {"title": "Своя", "starts_on": day})

    assert (refused.status_code, Programme.objects.count()) == (422, 0)
    assert "Первый день может быть с 23.11.2025 по 23.11.2029." in refused.content.decode()


def test_nothing_too_long_is_cut_unsaid(client, coordinator):
    address = reverse("programmes:create", args=["student_student"])
    assert "maxlength" not in client.get(address).content.decode()

    refused = client.post(address, {"title": "ы" * 10_000, "starts_on": "2026-12-01"}).content.decode()

    assert "Не больше 200 знаков, у вас 10000." in refused
    assert "ы" * 10_000 in refused


def test_a_programme_made_by_mistake_is_deleted_after_a_question(client, coordinator, year):
    made = create(year)
    address = reverse("programmes:discard_programme", args=[made.pk])
    assert address in client.get(reverse("programmes:programme", args=[made.pk])).content.decode()
    assert "Что произойдёт" in client.get(address).content.decode()

    assert "удалена" in client.post(address, follow=True).content.decode()
    assert not Programme.objects.exists()


def test_a_programme_that_began_is_not_deleted(client, coordinator, year):
    made = create(year)
    actions.launch(made, by=None)
    address = reverse("programmes:discard_programme", args=[made.pk])

    assert "Удалить нельзя" in client.get(address).content.decode()
    assert client.post(address).status_code in (409, 422)
    assert Programme.objects.exists()


def test_a_programme_that_begins_late_ends_with_the_lessons_and_its_rows_fit(client, coordinator, year):
    address = reverse("programmes:create", args=["student_student"])
    assert "закончится 31 мая" in client.get(address).content.decode()

    shown = client.post(address, {"title": "Поздняя", "starts_on": "2026-12-01"}, follow=True).content.decode()

    made = Programme.objects.get()
    assert made.ends_on == date(2027, 5, 31)
    assert "Последний день – 31.05.2027, конец уроков" in shown
    assert queries.beyond(made) == (0, 0)

    client.post(address, {"title": "Вся", "starts_on": "2026-12-01", "ends_on": "2027-08-28"})
    assert Programme.objects.get(title="Вся").ends_on == date(2027, 8, 28)
