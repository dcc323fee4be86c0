"""What matching reads of one participant, said and seen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions, queries
from nastavnik.domain.programmes.enums import Kind, Openness
from nastavnik.domain.programmes.records import ObservedValues, ProfileValues
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def taking_part(**values):
    """Somebody whose data may be used: of others nothing is written down."""
    participation = make.ParticipationFactory(**values)
    make.signed_consent(participation.person)
    return participation


@pytest.fixture
def child():
    return taking_part()


@pytest.fixture
def coordinator(client, child):
    user = make.staff(RoleCode.COORDINATOR, child.organisation)
    client.force_login(user)
    return user


def address(name, participation):
    return reverse(f"programmes:{name}", args=[participation.pk])


def test_character_and_place_are_saved_and_shown(client, child, coordinator):
    given = {
        "version": 1,
        "openness": Openness.WITH_TIME,
        "level": "0",
        "values": "Честность, дружба",
        "ways": "на примере",
        "building": "Корпус 2",
        "district": "Заречный",
    }

    assert client.post(address("profile", child), given).status_code == 303

    said = queries.said_of([child.pk])[child.pk]
    assert (said.openness, said.level, said.mastery) == (Openness.WITH_TIME, 0, None)
    assert (said.values, said.ways) == (("честность", "дружба"), ("на примере",))
    assert (said.building, said.district) == ("Корпус 2", "Заречный")
    assert "честность, дружба" in client.get(address("profile", child)).content.decode()


def test_what_the_form_does_not_ask_stays(client, child, coordinator):
    before = ProfileValues(languages=frozenset({"ru"}), wanted_mentors=2, team_topic="физика", mastery=1)
    actions.set_profile(child, values=before, by=None)

    client.post(address("profile", child), {"version": 2, "main_need": "алгебра"})

    said = queries.said_of([child.pk])[child.pk]
    assert (said.main_need, said.languages) == ("алгебра", {"ru"})
    assert (said.wanted_mentors, said.team_topic) == (2, "физика")


def test_a_team_is_asked_for_only_in_a_module_of_teams(client, child, coordinator):
    assert 'name="wanted_mentors"' not in client.get(address("profile", child)).content.decode()
    child.module.kind = Kind.TEAM
    child.module.save()

    client.post(address("profile", child), {"version": 1, "wanted_mentors": 2, "team_topic": "физика"})

    said = queries.said_of([child.pk])[child.pk]
    assert (said.wanted_mentors, said.team_topic) == (2, "физика")


def test_an_error_in_the_folded_part_is_not_hidden(client, child, coordinator):
    answer = client.post(address("profile", child), {"version": 1, "level": "9"})

    assert answer.status_code == 422
    assert '<details class="mt-3" open>' in answer.content.decode()


def test_an_observation_is_not_saved_as_the_persons_own_word(client, child, coordinator):
    actions.observe(child, seen=ObservedValues(level=2), note="тихий", by=coordinator)

    page = client.get(address("profile", child)).content.decode()
    client.post(address("profile", child), {"version": 1, "main_need": "алгебра"})

    assert "тихий" in page
    assert queries.said_of([child.pk])[child.pk].level is None
    assert queries.values_of([child.pk])[child.pk].level == 2


def test_a_late_profile_gets_both_texts(client, child, coordinator):
    client.post(address("profile", child), {"version": 1, "building": "Корпус 1"})

    late = client.post(address("profile", child), {"version": 1, "building": "Корпус 2"})

    assert late.status_code == 409
    assert "Корпус 1" in late.content.decode()
    assert "Корпус 2" in late.content.decode()


@pytest.mark.parametrize("role", [RoleCode.TEACHER, RoleCode.PSYCHOLOGIST, RoleCode.COORDINATOR])
def test_who_observes_writes_and_reads(client, child, role):
    user = make.staff(role, child.organisation, surname="Наблюдателева", given_name="Вера")
    client.force_login(user)
    given = {"openness": "with_few", "level": "3", "values": "труд", "note": "берётся сам"}

    assert client.post(address("observe", child), given).status_code == 303

    seen = queries.observed_of([child.pk])[child.pk]
    assert seen == ObservedValues(openness="with_few", level=3, values=("труд",))
    page = client.get(address("observe", child)).content.decode()
    assert "берётся сам" in page
    assert "Наблюдателева Вера" in page
    person = client.get(reverse("people:person", args=[child.person_id])).content.decode()
    assert address("observe", child) in person


def test_an_empty_observation_says_what_to_do(client, child, coordinator):
    answer = client.post(address("observe", child), {"note": ""})

    assert answer.status_code == 422
    assert "Записывать пока нечего" in answer.content.decode()


def test_nobody_observes_oneself_or_another_school(client, child):
    mentor = make.staff(RoleCode.TEACHER, child.organisation)
    own = taking_part(module=child.module, person=mentor.person, mentor=True)
    client.force_login(mentor)
    assert client.get(address("observe", own)).status_code == 403
    assert client.get(address("observe", taking_part())).status_code == 404
    client.force_login(child.person.user or make.staff(RoleCode.HEAD, child.organisation))
    assert client.get(address("observe", child)).status_code == 403


def test_what_others_wrote_comes_as_the_example(client, child, coordinator):
    other = taking_part(module=child.module)
    actions.observe(other, seen=ObservedValues(ways=("рисуя схемы",)), by=coordinator)

    assert "Например: рисуя схемы." in client.get(address("observe", child)).content.decode()


def test_the_page_asks_as_often_for_one_observation_as_for_three(client, child, coordinator):
    asked = []
    for number in (1, 3):
        for _one in range(number):
            actions.observe(child, seen=ObservedValues(values=("дружба",)), by=coordinator)
        with CaptureQueriesContext(connection) as made:
            client.get(address("observe", child))
        asked.append(len(made))
    assert asked[0] == asked[1]


def test_why_a_mentee_needs_a_mentor_is_chosen_and_words_of_a_list_stay(client, child, coordinator):
    actions.set_profile(child, values=ProfileValues(category="слова из списка"), by=coordinator)
    page = client.get(address("profile", child)).content.decode()

    client.post(address("profile", child), {"category": "слова из списка"})
    kept = queries.said_of([child.pk])[child.pk].category
    client.post(address("profile", child), {"category": "newcomer"})

    assert '<option value="слова из списка" selected' in page
    assert kept == "слова из списка"
    assert queries.said_of([child.pk])[child.pk].category == "newcomer"
    assert client.post(address("profile", child), {"category": "нет такой"}).status_code == 422
