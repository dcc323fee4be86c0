"""The page of those who look after the server: what is well, which copies there are, one button."""

import pytest
from django.urls import reverse

from nastavnik.core import jobs
from nastavnik.core.models import Job, JobState
from nastavnik.domain.operations import queries
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client, now):
    user = make.staff(RoleCode.ADMINISTRATOR)
    client.force_login(user)
    return user


def test_the_page_says_what_is_wrong_first_and_what_to_do(administrator, client):
    page = client.get(reverse("operations:state")).content.decode()

    assert "Свежей копии нет" in page
    assert page.index("поправить") < page.index("в порядке")
    assert "Копий ещё нет" in page


def test_the_page_shows_no_person(administrator, client):
    child = make.PersonFactory(organisation=administrator.person.organisation, surname="Канарейкина")

    page = client.get(reverse("operations:state")).content.decode()

    assert child.surname not in page


@pytest.mark.django_db(transaction=True)
def test_a_copy_asked_for_is_made_by_the_worker_and_shown(administrator, client, settings):
    answer = client.post(reverse("operations:backup"))
    assert (answer.status_code, answer.url) == (303, reverse("operations:state"))
    assert "Копия делается" in client.get(reverse("operations:state")).content.decode()

    jobs.run_due()

    assert Job.objects.get(name="operations.backup").state == JobState.DONE
    (copy,) = queries.backups()
    assert copy.name in client.get(reverse("operations:state")).content.decode()


@pytest.mark.parametrize("role", [RoleCode.COORDINATOR, RoleCode.HEAD, RoleCode.MENTOR])
def test_others_are_refused(client, now, role):
    client.force_login(make.staff(role))

    assert client.get(reverse("operations:state")).status_code == 403
    assert client.post(reverse("operations:backup")).status_code == 403
    assert not Job.objects.exists()


def test_the_button_works_by_post_alone(administrator, client):
    assert client.get(reverse("operations:backup")).status_code == 405
