"""A teacher's proposal: the personal meeting comes first, and the pages say so."""

from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.mentorships import actions, queries
from nastavnik.domain.mentorships.enums import Outcome, Way
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    module = make.ModuleFactory()
    mentor, mentee = scene.mentor(module), scene.mentee(module)
    ways = {(mentor.pk, mentee.pk): Way.TEACHER_PROPOSAL}
    return actions.propose(module, pairs=[(mentor, mentee)], on=scene.PROPOSED, by=None, ways=ways)[0]


@pytest.fixture
def coordinator(pair):
    return scene.coordinator(pair.organisation)


def address(name, pair):
    return reverse(f"mentorships:{name}", args=[pair.pk])


def answer(client, pair, said):
    client.force_login(scene.person_in(pair, "mentee").user)
    return client.post(reverse("mentorships:proposal", args=[pair.approvals.get(party="mentee").pk]), {"answer": said})


def test_the_two_are_told_to_meet_first(client, pair):
    client.force_login(scene.person_in(pair, "mentee").user)
    page = client.get(reverse("mentorships:proposal", args=[pair.approvals.get(party="mentee").pk])).content.decode()

    assert "Сначала личная встреча" in page
    assert 'value="yes"' not in page
    refused = answer(client, pair, "yes")
    assert refused.status_code == 422
    assert "сначала личная встреча" in refused.content.decode()
    assert pair.approvals.get(party="mentee").answer == ""


def test_after_a_good_meeting_both_can_agree(client, pair, coordinator):
    client.force_login(coordinator)
    assert "Записать знакомство" in client.get(address("pair", pair)).content.decode()

    given = {"held_on": "2026-11-20", "outcome": "good", "note": "Сразу нашли общий язык"}
    assert client.post(address("acquaintance", pair), given).status_code == 303

    page = client.get(address("pair", pair)).content.decode()
    assert "Записать знакомство" not in page
    assert "Сразу нашли общий язык" in page
    assert "Знакомство было" in page
    assert queries.last_acquaintance(pair).held_on == date(2026, 11, 20)
    assert answer(client, pair, "yes").status_code == 303


def test_after_a_bad_meeting_the_pair_can_be_called_off_from_there(client, pair, coordinator):
    actions.record_acquaintance(pair, held_on=date(2026, 11, 20), outcome=Outcome.NOT_GOOD, by=coordinator)
    client.force_login(coordinator)

    alert = client.get(address("pair", pair)).content.decode().partition("Сначала личная встреча")[2]

    assert "больше не предложит" in alert.partition("</a>")[0]
    assert address("decline", pair) in alert.partition("section")[0]


def test_a_meeting_ahead_is_refused_in_the_form(client, pair, coordinator):
    client.force_login(coordinator)

    refused = client.post(address("acquaintance", pair), {"held_on": "2026-11-24", "outcome": "good"})

    assert refused.status_code == 422
    assert "ещё впереди" in refused.content.decode()
    assert queries.needs_acquaintance(pair)


def test_the_note_of_the_meeting_is_for_those_who_lead(client, pair, coordinator):
    actions.record_acquaintance(
        pair, held_on=date(2026, 11, 20), outcome=Outcome.GOOD, note="стесняется", by=coordinator
    )
    client.force_login(scene.person_in(pair, "mentor").user)

    assert "стесняется" not in client.get(address("pair", pair)).content.decode()


def test_the_coordinator_hears_of_it_today(pair, coordinator):
    make.checked(pair.organisation)

    def titles():
        return [item.title.replace("\xa0", " ") for item in needs_me(coordinator, pair.organisation, scene.TODAY)]

    assert titles() == ["Ждут личной встречи: 1 пара"]
    actions.record_acquaintance(pair, held_on=date(2026, 11, 20), outcome=Outcome.GOOD, by=coordinator)
    assert titles() == ["Ждут ответов: 1 пара"]


@pytest.mark.parametrize("way", list(Way))
def test_every_page_and_list_says_how_the_pair_was_made(client, way):
    pair = make.active_pair(way=way)
    client.force_login(scene.coordinator(pair.organisation))
    child = scene.person_in(pair, "mentee")

    for page in (
        address("pair", pair),
        reverse("mentorships:index"),
        reverse("people:person", args=[child.pk]),
    ):
        assert str(way.label) in client.get(page).content.decode()
    make.RoleAssignmentFactory(user=child.user, role="mentee", organisation=pair.organisation)
    client.force_login(child.user)
    assert str(way.label) in client.get(address("pair", pair)).content.decode()


def test_papers_of_many_leave_out_those_who_have_not_met(client, pair, coordinator):
    client.force_login(coordinator)

    answer = client.post(reverse("mentorships:enter_papers"), {"pair": [pair.pk]}, follow=True)

    assert "сначала нужна личная встреча" in answer.content.decode()
    assert pair.approvals.exclude(answer="").count() == 0
