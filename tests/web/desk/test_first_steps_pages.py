"""The page of first steps: what is next, with the page where it is done."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def programme():
    found = make.ProgrammeFactory(state="preparing")
    make.ModuleFactory(programme=found, organisation=found.organisation)
    return found


def test_a_new_coordinator_sees_what_to_do_first(client):
    organisation = make.OrganisationFactory(letterhead="", city="")
    client.force_login(make.staff(RoleCode.COORDINATOR, organisation))

    page = client.get("/first-steps/").content.decode()
    assert page.index("Записать название, адрес и бланк") < page.index("Выбрать модель и создать программу")
    assert page.count('aria-current="step"') == 1


def test_today_leads_to_the_first_steps_while_there_is_no_programme(client):
    organisation = make.OrganisationFactory()
    client.force_login(make.staff(RoleCode.COORDINATOR, organisation))
    assert 'href="/first-steps/"' in client.get("/").content.decode()


@pytest.mark.parametrize("state", ["preparing", "proposed", "agreed", "running"])
def test_today_leads_to_the_steps_of_the_programme_until_it_runs(client, programme, state):
    type(programme).objects.update(state=state)
    client.force_login(make.staff(RoleCode.COORDINATOR, programme.organisation))

    page = client.get("/").content.decode()

    assert (f'href="/first-steps/{programme.pk}/"' in page) == (state != "running")


def test_of_two_programmes_that_are_prepared_one_chooses(client, programme):
    make.ProgrammeFactory(state="preparing", organisation=programme.organisation)
    client.force_login(make.staff(RoleCode.COORDINATOR, programme.organisation))

    assert 'href="/first-steps/"' in client.get("/").content.decode()


def test_help_leads_a_coordinator_to_the_first_steps_and_nobody_else(client, programme):
    assert "С чего начать" not in client.get("/help/").content.decode()
    for role, said in ((RoleCode.COORDINATOR, True), (RoleCode.TEACHER, False)):
        client.force_login(make.staff(role, programme.organisation))
        assert ('href="/first-steps/"' in client.get("/help/").content.decode()) == said


def test_the_next_step_of_a_programme_is_the_button_of_the_page(client, programme):
    client.force_login(make.staff(RoleCode.COORDINATOR, programme.organisation))

    assert f'href="/first-steps/{programme.pk}/"' in client.get("/first-steps/").content.decode()
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/first-steps/{programme.pk}/").content.decode()
    assert page.count('aria-current="step"') == 1
    assert len(asked) <= 24
    assert "/programmes/" in page


def test_another_school_has_no_such_page(client, programme):
    client.force_login(make.staff(RoleCode.COORDINATOR, make.OrganisationFactory()))
    assert client.get(f"/first-steps/{programme.pk}/").status_code == 404
