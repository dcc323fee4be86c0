"""A mentee who knows already with whom."""

import pytest
from django.urls import reverse

from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import Suggestion
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import Way
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
PAGE = "matching:own_choice"


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def child(client, module):
    found = scene.mentee(module)
    make.RoleAssignmentFactory(user=found.person.user, role=RoleCode.MENTEE, organisation=module.organisation)
    client.force_login(found.person.user)
    return found


@pytest.fixture
def mentor(module):
    return scene.mentor(module, surname="Соловьёва", given_name="Нина", patronymic="Павловна")


def say(client, called, **more):
    return client.post(reverse(PAGE), {"called": called, **more})


@pytest.mark.parametrize("called", ["Соловьёва Нина", "соловьева  нина", "Соловьёва Нина Павловна"])
def test_the_coordinator_hears_of_it_first(client, child, mentor, called):
    answer = say(client, called, note="вместе рисуем")

    named = Suggestion.objects.get()
    assert answer.status_code == 303
    assert (named.mentee, named.mentor, named.way, named.note) == (child, mentor, Way.SELF_CHOICE, "вместе рисуем")
    assert named.by == child.person.user
    page = client.get(reverse(PAGE)).content.decode()
    assert "ждёт решения куратора" in page
    assert not child.module.mentorships.exists()


def test_no_list_of_mentors_is_shown(client, child, mentor):
    assert "Соловьёва" not in client.get(reverse(PAGE)).content.decode()


@pytest.mark.parametrize("called", ["Соловьёва", "Соловьёв Нина", "Нина Соловьёва", "Никто Никакой"])
def test_somebody_else_is_not_found(client, child, mentor, called):
    answer = say(client, called)

    assert answer.status_code == 422
    assert "Такого имени среди наставников" in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_a_mentor_of_another_programme_or_school_is_not_found(client, child):
    scene.mentor(make.ModuleFactory(), surname="Чужая", given_name="Вера")
    other = make.ModuleFactory(programme__organisation=child.organisation)
    scene.mentor(other, surname="Другая", given_name="Вера")

    for called in ("Чужая Вера", "Другая Вера"):
        assert say(client, called).status_code == 422


def test_namesakes_are_told_apart_by_the_patronymic(client, child, mentor, module):
    twin = scene.mentor(module, surname="Соловьёва", given_name="Нина", patronymic="Олеговна")

    assert "Напишите отчество" in say(client, "Соловьёва Нина").content.decode()
    assert say(client, "Соловьёва Нина Олеговна").status_code == 303
    assert Suggestion.objects.get().mentor == twin


def test_three_at_most_wait_for_a_decision(client, child, module):
    for name in ("Первая", "Вторая", "Третья", "Четвёртая"):
        scene.mentor(module, surname=name, given_name="Вера")
    for name in ("Первая", "Вторая", "Третья"):
        assert say(client, f"{name} Вера").status_code == 303

    assert "до трёх" in say(client, "Четвёртая Вера").content.decode()
    actions.set_aside_suggestion(Suggestion.objects.first(), by=scene.coordinator(module.organisation))
    assert say(client, "Четвёртая Вера").status_code == 303


def test_who_has_a_pair_or_no_consent_is_not_asked(client, child, mentor, module):
    mentorships.propose(module, pairs=[(mentor, child)], on=scene.TODAY, by=None)
    assert "Называть пока некого" in client.get(reverse(PAGE)).content.decode()
    assert say(client, "Соловьёва Нина").status_code == 422
    assert not Suggestion.objects.exists()

    silent = scene.mentee(module, consent=False)
    make.RoleAssignmentFactory(user=silent.person.user, role=RoleCode.MENTEE, organisation=module.organisation)
    client.force_login(silent.person.user)
    assert "Называть пока некого" in client.get(reverse(PAGE)).content.decode()


def test_in_two_programmes_the_child_says_in_which(client, child, mentor):
    second = make.ModuleFactory(programme__organisation=child.organisation)
    also = make.ParticipationFactory(module=second, person=child.person)
    helper = scene.mentor(second, surname="Вторая", given_name="Вера")

    assert say(client, "Вторая Вера", place=child.pk).status_code == 422
    assert say(client, "Вторая Вера", place=also.pk).status_code == 303
    assert say(client, "Вторая Вера", place=make.ParticipationFactory().pk).status_code == 422
    assert Suggestion.objects.get().mentor == helper


def test_the_empty_page_of_pairs_leads_there(client, child):
    assert reverse(PAGE) in client.get(reverse("mentorships:index")).content.decode()


def test_an_adult_mentor_names_no_child(client, mentor, module):
    make.RoleAssignmentFactory(user=mentor.person.user, role=RoleCode.MENTOR, organisation=module.organisation)
    client.force_login(mentor.person.user)

    assert client.get(reverse(PAGE)).status_code == 403
