"""The log: one tap, a second tap, entries that a telephone sends later."""

import json
from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

TODAY = "2026-11-23"


@pytest.fixture
def pair():
    found = make.active_pair()
    for role in (RoleCode.MENTOR, RoleCode.MENTEE):
        person = scene.person_in(found, role)
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=found.organisation)
    return found


@pytest.fixture
def mentor(pair):
    return scene.person_in(pair, "mentor")


@pytest.fixture
def mentee(pair):
    return scene.person_in(pair, "mentee")


def text(response):
    return response.content.decode().replace("\xa0", " ")


def tap(client, pair, outcome="good", **more):
    values = {"outcome": outcome, "happens_on": TODAY, **more}
    return client.post(reverse("mentorships:record", args=[pair.pk]), values, follow=True)


def state(client):
    return client.get(reverse("mentorships:log_state")).json()


def send(client, *entries, who=None):
    body = {"who": who or state(client)["who"], "entries": entries}
    return client.post(reverse("mentorships:log_send"), json.dumps(body), content_type="application/json")


def entry(pair, key, day=TODAY, outcome="good", **more):
    return {"pair": pair.pk, "entry_key": key, "happens_on": day, "outcome": outcome, **more}


def answers(response):
    return [one["answer"] for one in response.json()["answers"]]


def test_a_tap_is_confirmed_and_the_same_tap_again_is_no_second_meeting(client, pair, mentor):
    client.force_login(mentor.user)

    pages = [text(tap(client, pair)), text(tap(client, pair))]

    assert all("Записано: 23 ноября 2026, хорошо." in page and "Исправить" in page for page in pages)
    assert Meeting.objects.count() == 1


def test_another_mood_asks_and_nothing_typed_is_lost(client, pair, mentor):
    client.force_login(mentor.user)
    tap(client, pair)

    asked = tap(client, pair, "hard", text="Спорили о дробях")

    assert (asked.status_code, Meeting.objects.count()) == (422, 1)
    assert "уже записана: хорошо" in text(asked)
    assert "Это вторая встреча за день" in text(asked)
    assert "Спорили о дробях" in text(asked)
    tap(client, pair, "hard", again="on", text="Спорили о дробях")
    assert sorted(Meeting.objects.values_list("mood", flat=True)) == ["good", "hard"]


def test_from_today_one_tap_is_enough_and_the_page_says_so(client, pair, mentor):
    client.force_login(mentor.user)
    home = text(client.get("/"))

    after = text(tap(client, pair, **{"from": "today"}))

    child = scene.person_in(pair, "mentee")
    assert (child.given_name in home, 'name="outcome" value="good"' in home) == (True, True)
    assert child.surname not in home
    assert "Записано: 23 ноября, хорошо." in after


def test_the_other_side_confirms_on_the_page_of_the_pair(client, pair, mentor, mentee):
    actions.record_meeting(
        pair, happens_on=date(2026, 11, 20), state="held", mood="good", author=mentor, by=mentor.user
    )
    meeting = Meeting.objects.get()
    client.force_login(mentee.user)
    assert "Было так?" in text(client.get(reverse("mentorships:pair", args=[pair.pk])))

    page = text(client.post(reverse("mentorships:confirm_meeting", args=[meeting.pk]), {"mood": "hard"}, follow=True))

    assert "Было так?" not in page
    assert "Подтверждено другой стороной: трудно" in page
    client.force_login(mentor.user)
    assert client.post(reverse("mentorships:confirm_meeting", args=[meeting.pk]), {"mood": "hard"}).status_code == 422


def test_entries_arrive_once_with_an_answer_each(client, pair, mentor):
    client.force_login(mentor.user)
    told = [
        entry(pair, "a", "2026-11-20", text="Дроби", told_at="2026-11-20T15:00:00Z"),
        entry(pair, "b", "2026-11-21"),
    ]

    first, second = send(client, *told), send(client, *told)

    assert (answers(first), answers(second)) == (["recorded"] * 2, ["recorded"] * 2)
    assert list(Meeting.objects.order_by("id").values_list("entry_key", flat=True)) == ["a", "b"]
    assert [one.text for one in DiaryEntry.objects.all()] == ["Дроби"]


def test_one_that_is_refused_says_why_and_stops_no_other(client, pair, mentor):
    client.force_login(mentor.user)

    answer = send(
        client, entry(pair, "a", "2026-12-01"), entry(pair, "b", "31.02.2026"), entry(pair, "c", text="я" * 4001),
        {"pair": [], "entry_key": "d"}, {}, entry(pair, "e", minutes="вчера"), entry(pair, "f"),
        entry(pair, "g", outcome="hard"),
    )  # fmt: skip

    assert answers(answer) == [*["refused"] * 6, "recorded", "asked"]
    assert "ещё впереди" in answer.json()["answers"][0]["sentence"]
    assert all(one["sentence"] for one in answer.json()["answers"] if one["answer"] == "refused")
    assert Meeting.objects.count() == 1


def test_the_pair_of_others_and_one_that_is_not_there_have_the_same_answer(client, pair, mentor):
    other = make.active_pair(make.ModuleFactory(programme__organisation=pair.organisation))
    client.force_login(mentor.user)

    theirs, nobodys = send(client, entry(other, "a"), {**entry(pair, "a"), "pair": 10**6}).json()["answers"]

    assert theirs == nobodys
    assert theirs["answer"] == "refused"
    assert Meeting.objects.count() == 0


def test_an_ended_pair_and_a_withdrawn_consent_refuse_with_a_sentence(client, pair, mentor):
    client.force_login(mentor.user)
    ended = make.active_pair(pair.module)
    membership = ended.members.get(role="mentor")
    type(membership).objects.filter(pk=membership.pk).update(person=mentor)
    actions.dissolve(ended, on=scene.TODAY, reason="other", by=None)
    withdraw_consent(scene.person_in(pair, "mentee").consents.get(), on=scene.TODAY, by=None)

    answer = send(client, entry(ended, "a"), entry(pair, "b"))

    assert answers(answer) == ["refused", "refused"]
    assert "эта пара не работает" in answer.json()["answers"][0]["sentence"]
    assert Meeting.objects.count() == 0


def test_nobody_sends_what_another_made(client, pair, mentor, mentee):
    client.force_login(mentor.user)
    who = state(client)["who"]
    client.force_login(mentee.user)

    assert send(client, entry(pair, "a"), who=who).status_code == 409
    assert state(client)["key"] != who
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"who": 1}', '{"entries": 3, "who": "x"}', "не то"])
def test_what_is_no_list_of_entries_is_refused(client, pair, mentor, body):
    client.force_login(mentor.user)

    answer = client.post(reverse("mentorships:log_send"), body, content_type="application/json")

    assert (answer.status_code, Meeting.objects.count()) in ((400, 0), (409, 0))


def test_an_entry_without_the_token_of_the_page_is_refused(pair, mentor):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(mentor.user)
    told = state(strict)
    body = json.dumps({"who": told["who"], "entries": [entry(pair, "a")]})

    without = strict.post(reverse("mentorships:log_send"), body, content_type="application/json")
    with_it = strict.post(
        reverse("mentorships:log_send"), body, content_type="application/json", headers={"X-CSRFToken": told["csrf"]}
    )

    assert (without.status_code, with_it.status_code, Meeting.objects.count()) == (403, 200, 1)


def test_the_telephone_keeps_no_surname_and_the_page_itself_nobody(client, pair, mentor):
    client.force_login(mentor.user)
    child = scene.person_in(pair, "mentee")
    page, worker = client.get(reverse("mentorships:log")), client.get(reverse("mentorships:log_worker"))

    assert [one["title"] for one in state(client)["pairs"]] == [child.given_name]
    for name in (child.surname, child.given_name, mentor.surname, mentor.given_name):
        assert name not in text(page)
        assert name not in text(worker)
    assert "csrf" not in text(page)
    assert reverse("mentorships:log") in text(worker)
    assert "/static/" in text(worker)
    assert client.get(reverse("mentorships:log_manifest")).json()["start_url"] == reverse("mentorships:log")
