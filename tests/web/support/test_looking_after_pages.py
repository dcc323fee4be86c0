"""Whom to call, what came of it, what is put off; the mark of the month by one tap and by a link."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.desk.queries import needs_me
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.support import queries
from nastavnik.domain.support.models import Pulse, Snooze, SupportContact
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

TODAY = scene.TODAY


@pytest.fixture
def pair():
    """Silent for 53 days; the second reminder has passed long ago."""
    pair = make.active_pair()
    for role in ("mentor", "mentee"):
        user = scene.person_in(pair, role).user
        make.RoleAssignmentFactory(user=user, role=role, organisation=pair.organisation)
    scene.guardian_of(scene.person_in(pair, "mentee"))
    return pair


@pytest.fixture
def desk(client, pair):
    user = scene.coordinator(pair.organisation)
    client.force_login(user)
    client.user = user
    return client


def queue(user, pair):
    items = needs_me(user, pair.organisation, TODAY)
    return [(item.urgency, item.url_name) for item in items if item.mark in ("phone", "chat")]


def test_a_call_is_recorded_with_its_three_questions_at_hand(desk, pair):
    url = reverse("support:call", args=[pair.pk])
    words = desk.get(url).content.decode()
    assert all(
        said in words for said in ("Удобны ли день", "Тебе удобны", "родитель или опекун", "На чём держится пара")
    )

    form = {"side": "mentee", "result": "meeting_set", "how": "phone", "done_on": "2026-11-23", "note": "в среду"}
    answer = desk.post(url, form)

    assert (answer.status_code, answer.url) == (303, reverse("support:index"))
    assert list(SupportContact.objects.values_list("side", "result", "note", "due_on")) == [
        ("mentee", "meeting_set", "в среду", date(2026, 10, 31))
    ]


def test_what_is_missing_in_a_record_is_said_and_nothing_typed_is_lost(desk, pair):
    answer = desk.post(reverse("support:call", args=[pair.pk]), {"note": "слова", "done_on": "2026-11-24"})

    assert (answer.status_code, SupportContact.objects.count()) == (422, 0)
    assert "слова" in answer.content.decode()


def test_a_pair_put_off_leaves_the_queue_and_the_head_sees_it_all_the_same(desk, pair):
    head = make.staff(RoleCode.HEAD, pair.organisation)
    assert queue(desk.user, pair) == [("urgent", "support:call")]

    until = (TODAY + timedelta(days=5)).isoformat()
    desk.post(reverse("support:snooze", args=[pair.pk]), {"until": until, "reason": "illness", "note": ""})

    assert Snooze.objects.get().until == date(2026, 11, 28)
    assert queue(desk.user, pair) == []
    assert queue(head, pair) == [("urgent", "mentorships:pair")]
    desk.post(reverse("support:wake", args=[pair.pk]))
    assert queue(desk.user, pair) == [("urgent", "support:call")]


def test_the_frequency_is_set_for_all_and_for_one_module(desk, pair):
    url, name = reverse("support:frequency"), f"module_{pair.module_id}"

    assert desk.post(url, {"all": 5, name: ""}).status_code == 422
    assert desk.post(url, {"all": 60, name: 14}).status_code == 303
    assert queries.frequencies(pair.organisation_id) == {None: 60, pair.module_id: 14}
    desk.post(url, {"all": 30, name: ""})
    assert queries.frequencies(pair.organisation_id) == {None: 30}


def test_one_tap_on_the_home_page_tells_the_mark_and_words_stay_with_the_coordinator(client, pair):
    child = scene.person_in(pair, "mentee")
    client.force_login(child.user)
    url = reverse("support:pulse", args=[pair.pk])
    asked = client.get(reverse("desk:today")).content.decode()
    assert url in asked
    assert "Сейчас это никто не прочтёт" in asked  # nobody coordinates here yet

    assert client.post(url, {"score": "9"}).status_code == 303
    assert url not in client.get(reverse("desk:today")).content.decode()
    client.post(url, {"score": "3", "comment": "трудно"})
    client.post(url, {"score": "4"})

    told = Pulse.objects.get()
    assert (told.score, told.comment, told.person) == (4, "трудно", child)
    client.force_login(scene.person_in(pair, "mentor").user)
    pages = [client.get(place).content.decode() for place in (url, reverse("mentorships:pair", args=[pair.pk]))]
    assert not any("трудно" in page for page in pages)
    client.force_login(scene.coordinator(pair.organisation))
    assert "трудно" in client.get(reverse("support:call", args=[pair.pk])).content.decode()


@pytest.mark.parametrize("score", ["", "0", "11", "много"])
def test_a_mark_that_is_none_is_refused(client, pair, score):
    client.force_login(scene.person_in(pair, "mentor").user)

    answer = client.post(reverse("support:pulse", args=[pair.pk]), {"score": score})

    assert (answer.status_code, Pulse.objects.count()) == (422, 0)


def test_who_has_no_account_tells_it_by_a_personal_link(client, desk, pair):
    member = pair.members.get(role="mentee")
    type(member.person).objects.filter(pk=member.person_id).update(user=None)
    words = desk.get(reverse("support:links")).content.decode()
    url = reverse("public:pulse", args=[queries.link_code(member.pk)])
    assert "/pulse/" in words
    assert member.person.list_name in words

    client.logout()
    page = client.get(url).content.decode()
    assert member.person.surname not in page
    assert "Спасибо" in client.post(url, {"score": "8", "comment": ""}).content.decode()

    assert Pulse.objects.get().score == 8
    assert client.get(reverse("public:pulse", args=["MQ:1:чужое"])).status_code == 404


@pytest.mark.parametrize("place", ["support:index", "support:links"])
def test_lists_take_as_many_queries_for_three_pairs_as_for_one(desk, pair, place):
    def asked():
        desk.get(reverse(place))
        with CaptureQueriesContext(connection) as seen:
            assert desk.get(reverse(place)).status_code == 200
        return len(seen)

    few = asked()
    for _ in range(2):
        make.active_pair(pair.module)

    assert asked() == few <= 12
