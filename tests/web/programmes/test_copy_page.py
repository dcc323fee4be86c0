"""The page that copies a programme into the next year."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.enums import ParticipationState
from nastavnik.domain.programmes.models import Participation, Programme
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def module():
    return make.ModuleFactory(programme__title="Старшие – младшим")


@pytest.fixture
def coordinator(client, module):
    user = make.staff(RoleCode.COORDINATOR, module.organisation)
    client.force_login(user)
    return user


def person(module, surname, **given):
    someone = make.PersonFactory(organisation=module.organisation, surname=surname)
    return make.ParticipationFactory(module=module, person=someone, **given)


def url(module):
    return reverse("programmes:copy", args=[module.programme_id])


def test_what_goes_along_and_who_is_said_before(client, coordinator, module):
    stays = person(module, "Незакончивший")
    person(module, "Закончивший", state=ParticipationState.FINISHED)
    stranger = make.ParticipationFactory(person__surname="Чужой")

    page = client.get(url(module))

    text = page.content.decode()
    assert page.context["form"].initial["starts_on"] == date(2027, 9, 1)
    assert page.context["form"].initial["take"] == [stays.pk]
    assert "Незакончивший" in text
    assert "Закончивший Тимур" not in text.replace("Незакончивший", "")
    assert stranger.person.surname not in text


def test_a_copy_is_made_in_the_year_of_its_first_day(client, coordinator, module):
    first, second = person(module, "Первый"), person(module, "Второй")
    said = {"title": "Старшие – младшим", "starts_on": "2027-09-01", "take": [second.pk]}

    answer = client.post(url(module), said)

    made = Programme.objects.get(copied_from=module.programme)
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("programmes:programme", args=[made.pk]))
    assert (made.academic_year.title, made.starts_on) == ("2027/28", date(2027, 9, 1))
    carried = Participation.objects.filter(module__programme=made)
    assert [one.person for one in carried] == [second.person]
    assert "Продолжает программу" in client.get(answer.headers["Location"]).content.decode()
    assert first.person not in {one.person for one in carried}


def test_a_taken_title_is_said_and_the_ticks_stay(client, coordinator, module):
    one = person(module, "Первый")
    said = {"title": "Старшие – младшим", "starts_on": "2026-10-01", "take": [one.pk]}

    answer = client.post(url(module), said)

    assert answer.status_code == 422
    assert "в этом году уже есть" in answer.content.decode()
    assert answer.context["form"].data.getlist("take") == [str(one.pk)]
    assert Programme.objects.count() == 1


def test_a_person_of_another_programme_cannot_be_ticked(client, coordinator, module):
    stranger = make.ParticipationFactory()

    answer = client.post(url(module), {"title": "Новая", "starts_on": "2027-09-01", "take": [stranger.pk]})

    assert answer.status_code == 422


def test_the_page_asks_as_often_for_one_as_for_three(client, coordinator, module):
    counts = []
    for names in (("Первый",), ("Второй", "Третий")):
        for name in names:
            person(module, name)
        with CaptureQueriesContext(connection) as asked:
            client.get(url(module))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_another_organisation_finds_nothing(client, coordinator):
    theirs = make.ModuleFactory()

    assert client.get(url(theirs)).status_code == 404


def test_a_copy_does_not_begin_before_the_programme(client, coordinator, module):
    answer = client.post(url(module), {"title": "Новая", "starts_on": "2026-08-31"})

    assert (answer.status_code, Programme.objects.count()) == (422, 1)
    assert "Копия началась бы раньше самой программы" in answer.content.decode()
