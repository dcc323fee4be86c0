"""«Сегодня» of every role."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.mentorships import actions
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.models import RoleAssignment
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

HOME = "desk:today"


def page(client, user):
    client.force_login(user)
    response = client.get(reverse(HOME))
    assert response.status_code == 200
    return response


def world(organisation, number=1):
    """So many of everything that can wait: silent pairs, proposals, agreed ones, people without papers."""
    for _ in range(number):
        module = make.ModuleFactory(programme__organisation=organisation)
        make.active_pair(module)
        actions.propose(module, pairs=[(scene.mentor(module), scene.mentee(module))], on=scene.PROPOSED, by=None)
        make.active_pair(module, state="confirmed", started_on=None)
        done = make.active_pair(module)
        actions.complete(done, on=scene.TODAY, reason="plan_done", by=None)
        scene.mentee(module, consent=False)
        scene.mentor(module, cleared=False)


@pytest.mark.parametrize("role", list(RoleCode))
def test_every_role_has_a_home_with_a_real_empty_state(client, role):
    user = make.UserFactory()
    territorial = role in {RoleCode.MUNICIPAL_OPERATOR, RoleCode.REGIONAL_OPERATOR}
    where = {"territory": make.TerritoryFactory()} if territorial else {"organisation": make.OrganisationFactory()}
    RoleAssignment.objects.create(user=user, role=role, starts_on=date(2026, 9, 1), **where)

    words = page(client, user).content.decode()

    assert ("Копий ещё нет" if role == RoleCode.ADMINISTRATOR else "На сегодня всё") in words


def seen_queries(client):
    client.get(reverse(HOME))
    with CaptureQueriesContext(connection) as seen:
        client.get(reverse(HOME))
    return len(seen)


@pytest.mark.parametrize("role", ["coordinator", "head", "teacher", "psychologist"])
def test_the_number_of_queries_does_not_grow_with_the_items(client, role):
    organisation = make.OrganisationFactory()
    client.force_login(make.staff(role, organisation))
    world(organisation)
    one = seen_queries(client)
    world(organisation, 2)

    assert seen_queries(client) == one


def test_the_teacher_who_coordinates_and_mentors_gets_one_page_of_few_queries(client):
    organisation = make.OrganisationFactory()
    world(organisation)
    pair = make.active_pair(make.ModuleFactory(programme__organisation=organisation))
    user = scene.person_in(pair, "mentor").user
    for role in ("coordinator", "teacher", "mentor"):
        make.RoleAssignmentFactory(user=user, role=role, organisation=organisation)
    client.force_login(user)

    assert seen_queries(client) <= 20  # three roles in one


@pytest.mark.parametrize("role", ["coordinator", "head", "teacher", "psychologist", "mentor", "mentee", "guardian"])
def test_the_page_takes_at_most_fifteen_queries(client, role):
    organisation = make.OrganisationFactory()
    world(organisation, 2)
    user = make.staff(role, organisation)
    if role in ("mentor", "mentee", "guardian"):
        pair = make.active_pair(make.ModuleFactory(programme__organisation=organisation))
        person = scene.person_in(pair, "mentor" if role == "mentor" else "mentee")
        user = scene.guardian_of(person).user if role == "guardian" else person.user
        if role != "guardian":
            make.RoleAssignmentFactory(user=user, role=role, organisation=organisation)
        actions.plan_meeting(pair, happens_on=date(2026, 11, 25), by=None)
    client.force_login(user)

    assert seen_queries(client) <= 15


def test_the_coordinator_sees_the_queue_in_the_order_of_harm(client):
    organisation = make.OrganisationFactory()
    world(organisation)
    response = page(client, scene.coordinator(organisation))

    titles = [row["title"].replace("\xa0", " ") for group in response.context["groups"] for row in group["rows"]]
    begins = ["Помощь здесь не работает", "Молчат 53 дня",
              "Ждут ответов: 1 пара", "Согласованы и ждут приказа: 1 пара", "Без допуска",
              "Завершены без сертификата: 1 пара", "Не хватает согласий: 1 ребёнок",
              "Проверка не записана: 5 наставников"]  # fmt: skip
    assert [title[: len(begin)] for title, begin in zip(titles, begins, strict=True)] == begins


def test_nothing_of_another_school_is_told(client):
    elsewhere = make.OrganisationFactory()
    world(elsewhere)
    response = page(client, scene.coordinator(make.OrganisationFactory()))

    assert (response.context["groups"], response.context["desk"].programmes) == ([], ())


def test_the_radar_names_its_number_and_its_day(client):
    organisation = make.OrganisationFactory()
    make.active_pair(make.ModuleFactory(programme__organisation=organisation))

    words = page(client, scene.coordinator(organisation)).content.decode().replace("\xa0", " ")

    assert "1 пара, на 23.11.2026." in words


def test_a_proposal_leads_from_the_home_page_to_its_question(client):
    module = make.ModuleFactory()
    mentor = scene.mentor(module)
    [pair] = actions.propose(module, pairs=[(mentor, scene.mentee(module))], on=scene.PROPOSED, by=None)

    words = page(client, mentor.person.user).content.decode()

    assert reverse("mentorships:proposal", args=[pair.approvals.get(party="mentor").pk]) in words
