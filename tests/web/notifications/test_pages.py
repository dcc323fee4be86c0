"""The list of what one was told, how often letters come, quiet hours, the sheet for those whom nothing reaches."""

from datetime import time

import pytest
from django.urls import reverse

from nastavnik.domain.notifications import queries
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def coordinator(client):
    user = make.staff(RoleCode.COORDINATOR)
    client.force_login(user)
    return user


def test_one_reads_the_own_list_and_chooses_how_often_letters_come(client, coordinator):
    stranger = make.PersonFactory(adult=True, organisation=coordinator.person.organisation)
    notify("pair_started", to=coordinator.person)
    notify("survey_waits", to=stranger)

    words = client.get(reverse("notifications:mine")).content.decode()
    assert ("Пара начинает работу" in words, "ответить на анкету" in words) == (True, False)

    assert client.post(reverse("notifications:mine"), {"rhythm": "hourly"}).status_code == 422
    assert client.post(reverse("notifications:mine"), {"rhythm": "weekly"}).status_code == 303
    assert queries.rhythm_of(coordinator.person) == "weekly"


def test_quiet_hours_are_set_by_the_coordinator(client, coordinator):
    assert client.post(reverse("notifications:quiet"), {"begins": "25:00", "ends": "7:30"}).status_code == 422
    assert client.post(reverse("notifications:quiet"), {"begins": "20:00", "ends": "7:30"}).status_code == 303

    assert queries.quiet_hours_of(coordinator.person.organisation) == (time(20), time(7, 30))


def test_the_sheet_names_whom_neither_page_nor_letter_reaches(client, coordinator):
    school = coordinator.person.organisation
    alone = make.PersonFactory(organisation=school, adult=True, surname="Бумажный")
    with_email = make.PersonFactory(organisation=school, adult=True, surname="Почтовый", email="a@school.example")
    for person in (alone, with_email):
        notify("pair_started", to=person)

    words = client.get(reverse("notifications:paper")).content.decode()

    assert ("Бумажный" in words, "Почтовый" in words, "Пара начинает работу" in words) == (True, False, True)
