"""A group meeting on the pages of the coordinator."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nastavnik.domain.matching import queries
from nastavnik.domain.matching.enums import GroupMeetingState as S
from nastavnik.domain.matching.models import GroupMeeting
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.matching import scene
from tests.domain.matching.meeting_scene import Gathering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def gathering(client):
    found = Gathering()
    client.force_login(found.by)
    return found


def address(name, *args):
    return reverse(f"matching:{name}", args=args)


def page(client, gathering):
    return client.get(address("meeting", gathering.meeting.pk)).content.decode()


def step(client, gathering, name):
    answer = client.post(address("meeting_step", gathering.meeting.pk), {"step": name})
    gathering.meeting.refresh_from_db()
    return answer


def test_a_meeting_is_planned_for_a_module(client, gathering):
    given = {"module": gathering.module.pk, "title": "Знакомство", "held_on": "2026-12-01", "place": "Зал"}

    answer = client.post(address("new_meeting"), given)

    made = GroupMeeting.objects.get(title="Знакомство")
    assert answer.headers["Location"] == address("meeting", made.pk)
    assert (made.module, made.place, made.state) == (gathering.module, "Зал", S.PLANNED)
    words = client.get(address("meeting", made.pk)).content.decode()
    assert "Кого ждём" in words
    assert 'name="came"' not in words


def test_no_meeting_is_planned_for_a_module_of_another_school(client, gathering):
    foreign = make.ModuleFactory()

    answer = client.post(address("new_meeting"), {"module": foreign.pk, "title": "Т", "held_on": "2026-12-01"})

    assert answer.status_code == 422
    assert not GroupMeeting.objects.filter(module=foreign).exists()


def test_day_and_place_are_corrected_and_a_late_form_gets_both_texts(client, gathering):
    url = address("edit_meeting", gathering.meeting.pk)
    first = client.post(url, {"version": 1, "title": "Общая встреча", "held_on": "2026-11-21", "place": "Кабинет 5"})
    late = client.post(url, {"version": 1, "title": "Общая встреча", "held_on": "2026-11-22", "place": "Библиотека"})

    assert (first.status_code, late.status_code) == (303, 409)
    assert "Кабинет 5" in late.content.decode()
    assert "Библиотека" in late.content.decode()


def test_ticks_choices_and_results_in_one_walk(client, gathering):
    child, other = gathering.mentees
    mentor, idle = gathering.mentors
    came = [p.pk for p in (child, other, mentor, idle)]
    ticked = {"came": came, "version": gathering.meeting.version}
    assert client.post(address("attendance", gathering.meeting.pk), ticked).status_code == 303
    assert step(client, gathering, "open_choices").status_code == 303
    assert "0 из 4" in page(client, gathering)

    gathering.say(child, mentor)
    gathering.say(mentor, child)
    assert "2 из 4" in page(client, gathering)
    step(client, gathering, "close_choices")

    words = page(client, gathering)
    assert gathering.meeting.state == S.CLOSED
    assert "1-й выбор наставляемого, 1-й наставника" in words
    assert "Кому помочь познакомиться" in words
    assert idle.person.list_name in words.partition("Кому помочь познакомиться")[2]
    assert queries.mutual_pairs(gathering.module) == {(str(child.pk), str(mentor.pk))}


def test_ticks_that_come_late_stay_beside_those_of_the_other(client, gathering):
    first, second = gathering.mentees
    url, version = address("attendance", gathering.meeting.pk), gathering.meeting.version
    client.post(url, {"came": [first.pk], "version": version})

    late = client.post(url, {"came": [second.pk], "version": version})

    assert late.status_code == 409
    words = late.content.decode()
    assert "Отметки не сохранены" in words
    assert [f'id="came-{p.pk}" checked' in words for p in (first, second, *gathering.mentors)] == [
        True,
        True,
        False,
        False,
    ]
    assert [row.participation for row in gathering.meeting.presences.filter(came=True)] == [first]


def test_choosing_without_a_mentor_is_refused_with_words(client, gathering):
    gathering.come(*gathering.mentees)

    answer = step(client, gathering, "open_choices")

    assert answer.status_code == 422
    assert "Выбирать пока некого" in answer.content.decode()
    assert gathering.meeting.state == S.PLANNED


def test_a_child_without_consent_is_counted_and_not_named(client, gathering):
    silent = scene.mentee(gathering.module, consent=False)

    words = page(client, gathering)

    assert "без согласия" in words
    assert silent.person.list_name not in words


def test_an_adult_without_clearance_is_told_of_and_cannot_be_ticked(client, gathering):
    unchecked = scene.mentor(gathering.module, cleared=False)

    words = page(client, gathering)

    assert f'value="{unchecked.pk}"' not in words
    assert "Без допуска к работе с детьми" in words
    assert reverse("people:clearance") in words


def test_only_what_the_state_allows_is_offered(client, gathering):
    assert "Отменить встречу" in page(client, gathering)
    step(client, gathering, "call_off")
    assert "Встреча отменена" in page(client, gathering)
    assert step(client, gathering, "open_choices").status_code in (409, 422)
    assert step(client, gathering, "burn").status_code == 404


@pytest.mark.parametrize("role", [RoleCode.TEACHER, RoleCode.HEAD, RoleCode.PSYCHOLOGIST, RoleCode.MENTOR])
def test_nobody_else_sees_meetings(client, gathering, role):
    client.force_login(make.staff(role, gathering.module.organisation))

    assert client.get(address("meetings")).status_code == 403
    assert client.get(address("meeting", gathering.meeting.pk)).status_code == 403


def test_a_meeting_of_another_school_is_missing(client, gathering):
    client.force_login(scene.coordinator(make.ModuleFactory().organisation))

    assert client.get(address("meeting", gathering.meeting.pk)).status_code == 404
    assert gathering.meeting.title not in client.get(address("meetings")).content.decode()


def asked(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as made:
        assert client.get(url).status_code == 200
    return len(made)


def test_the_list_asks_as_often_for_one_meeting_as_for_three(client, gathering):
    one = asked(client, address("meetings"))
    for _number in range(2):
        Gathering(module=gathering.module, mentees=1, mentors=1).come()

    assert asked(client, address("meetings")) == one


@pytest.mark.parametrize("state", [S.PLANNED, S.OPEN, S.CLOSED])
def test_the_page_asks_as_often_for_one_guest_as_for_three(client, state):
    counts = []
    for number in (1, 3):
        gathering = Gathering(mentees=number, mentors=number)
        client.force_login(gathering.by)
        gathering.come()
        if state != S.PLANNED:
            step(client, gathering, "open_choices")
            for child, mentor in zip(gathering.mentees, gathering.mentors, strict=True):
                gathering.say(child, mentor)
                gathering.say(mentor, child)
        if state == S.CLOSED:
            step(client, gathering, "close_choices")
        counts.append(asked(client, address("meeting", gathering.meeting.pk)))
    assert counts[0] == counts[1]
