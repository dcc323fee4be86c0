"""The pair on a telephone and on the coordinator's desk."""

import re
from datetime import date

import pytest
from django.urls import reverse

from nastavnik.domain.consents.actions import withdraw_consent
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.enums import MeetingState, MentorshipState
from nastavnik.domain.mentorships.models import Meeting
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def pair():
    """A working pair whose sides, guardian and coordinator can sign in."""
    found = make.active_pair()
    for role in (RoleCode.MENTOR, RoleCode.MENTEE):
        person = scene.person_in(found, role)
        make.RoleAssignmentFactory(user=person.user, role=role, organisation=found.organisation)
    found.users = {role: scene.person_in(found, role).user for role in ("mentor", "mentee")}
    found.users["guardian"] = scene.guardian_of(scene.person_in(found, "mentee")).user
    found.users["coordinator"] = scene.coordinator(found.organisation)
    return found


def open_as(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"mentorships:{name}", args=args))


def send(client, user, name, *args, **values):
    client.force_login(user)
    return client.post(reverse(f"mentorships:{name}", args=args), values)


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("role", ["mentor", "mentee", "guardian", "coordinator"])
def test_everybody_of_the_pair_opens_it(client, pair, role):
    response = open_as(client, pair.users[role], "pair", pair.pk)

    assert response.status_code == 200
    assert ("Как прошла встреча?" in text(response)) == (role != "guardian")
    assert ("Решения куратора" in text(response)) == (role == "coordinator")


def test_the_pair_of_others_does_not_exist(client, pair):
    other = make.active_pair(make.ModuleFactory(programme__organisation=pair.organisation))
    far = scene.coordinator(make.OrganisationFactory())

    assert open_as(client, pair.users["mentor"], "pair", other.pk).status_code == 404
    assert open_as(client, far, "pair", pair.pk).status_code == 404


def test_two_taps_record_a_meeting(client, pair):
    page = text(open_as(client, pair.users["mentor"], "pair", pair.pk))
    key = re.search(r'name="entry_key" value="(\w+)"', page)[1]

    answer = send(
        client, pair.users["mentor"], "record", pair.pk, outcome="good", happens_on="2026-11-23", entry_key=key
    )

    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("mentorships:pair", args=[pair.pk]))
    assert list(pair.meetings.values_list("state", "mood", "happens_on")) == [
        (MeetingState.HELD, "good", date(2026, 11, 23))
    ]


def test_the_same_tap_sent_twice_is_one_meeting(client, pair):
    for _ in range(2):
        send(client, pair.users["mentor"], "record", pair.pk, outcome="good", happens_on="2026-11-23", entry_key="k1")

    assert Meeting.objects.count() == 1


def test_what_did_not_happen_is_recorded_with_who_did_not_come(client, pair):
    send(client, pair.users["mentee"], "record", pair.pk, outcome="missed_by_mentor", happens_on="2026-11-20")

    assert Meeting.objects.get().state == MeetingState.MISSED_BY_MENTOR


def test_the_tap_on_a_planned_day_takes_the_planned_meeting(client, pair):
    planned = actions.plan_meeting(pair, happens_on=date(2026, 11, 20), place="каб. 214", by=None)
    page = text(open_as(client, pair.users["mentor"], "pair", pair.pk))

    send(client, pair.users["mentor"], "record", pair.pk, outcome="usual", happens_on="2026-11-20", planned=planned.pk)

    assert f'name="planned" value="{planned.pk}"' in page
    assert list(pair.meetings.values_list("pk", "state", "place")) == [(planned.pk, MeetingState.HELD, "каб. 214")]


def test_a_meeting_of_tomorrow_keeps_what_was_typed(client, pair):
    answer = send(
        client, pair.users["mentor"], "record", pair.pk, outcome="good", happens_on="2026-11-24", text="Дроби и слова"
    )

    assert answer.status_code == 422
    assert "24 ноября 2026 ещё впереди" in text(answer).replace("\xa0", " ")
    assert "Дроби и слова" in text(answer)
    assert Meeting.objects.count() == 0


def test_a_guardian_records_nothing(client, pair):
    assert (
        send(client, pair.users["guardian"], "record", pair.pk, outcome="good", happens_on="2026-11-23").status_code
        == 403
    )


def test_private_words_are_shown_to_their_author_alone(client, pair):
    send(
        client, pair.users["mentee"], "record", pair.pk,
        outcome="hard", happens_on="2026-11-23", text="ТАЙНА-КАНАРЕЙКА", is_private="on",
    )  # fmt: skip
    head = make.staff(RoleCode.HEAD, pair.organisation)
    readers = {**pair.users, "head": head, "psychologist": make.staff(RoleCode.PSYCHOLOGIST, pair.organisation)}
    pages = {
        role: text(open_as(client, user, name, pair.pk))
        for role, user in readers.items()
        for name in ("pair", "pair_meetings")
    }

    assert {role: "ТАЙНА-КАНАРЕЙКА" in page for role, page in pages.items()} == {
        role: role == "mentee" for role in readers
    }


def test_the_head_sees_the_pair_but_reads_no_diary(client, pair):
    mentor = scene.person_in(pair, "mentor")
    actions.write_diary(pair, author=mentor, happened_on=scene.TODAY, text="ДНЕВНИК-КАНАРЕЙКА", by=None)

    page = open_as(client, make.staff(RoleCode.HEAD, pair.organisation), "pair", pair.pk)

    assert page.status_code == 200
    assert "ДНЕВНИК-КАНАРЕЙКА" not in text(page)
    assert "ДНЕВНИК-КАНАРЕЙКА" in text(open_as(client, pair.users["mentee"], "pair", pair.pk))


def test_without_consent_the_mentor_loses_the_page_and_the_coordinator_is_told(client, pair):
    withdraw_consent(scene.person_in(pair, "mentee").consents.get(), on=scene.TODAY, by=None)

    assert open_as(client, pair.users["mentor"], "pair", pair.pk).status_code == 404
    assert "Нет согласия на ребёнка" in text(open_as(client, pair.users["coordinator"], "pair", pair.pk))


def test_no_birth_date_and_no_telephone_on_the_page(client, pair):
    person = scene.person_in(pair, "mentee")
    person.phone, person.email = "+79991112233", "kanareika@example.org"
    person.save()

    page = text(open_as(client, pair.users["mentor"], "pair", pair.pk))

    assert [found for found in ("9991112233", "kanareika", "2014") if found in page] == []


def test_a_pair_is_ended_with_a_reason_and_a_day(client, pair):
    answer = send(
        client, pair.users["coordinator"], "end", pair.pk, outcome="complete", reason="plan_done", on="2026-11-23"
    )

    pair.refresh_from_db()
    assert answer.status_code == 303
    assert (pair.state, pair.end_reason, pair.ended_on) == (MentorshipState.COMPLETED, "plan_done", scene.TODAY)


def test_an_end_without_a_reason_is_asked_again(client, pair):
    answer = send(client, pair.users["coordinator"], "end", pair.pk, outcome="complete", on="2026-11-23")

    pair.refresh_from_db()
    assert (answer.status_code, pair.state) == (422, MentorshipState.ACTIVE)


def test_a_mentor_does_not_end_the_pair(client, pair):
    assert open_as(client, pair.users["mentor"], "end", pair.pk).status_code == 403


def test_a_pause_and_going_on(client, pair):
    send(client, pair.users["coordinator"], "pause", pair.pk, on="2026-11-20", note="болеет")
    pair.refresh_from_db()
    paused = pair.state
    send(client, pair.users["coordinator"], "resume", pair.pk, on="2026-11-23")
    pair.refresh_from_db()

    assert (paused, pair.state) == (MentorshipState.PAUSED, MentorshipState.ACTIVE)
    assert pair.pauses.get().ends_on == date(2026, 11, 22)


def test_pressing_pause_twice_is_answered_with_what_happened(client, pair):
    for _ in range(2):
        answer = send(client, pair.users["coordinator"], "pause", pair.pk, on="2026-11-20")

    assert answer.status_code == 409
    assert pair.pauses.count() == 1


def test_start_by_hand_only_where_no_order_is_needed(client):
    ordered = make.MentorshipFactory(state=MentorshipState.CONFIRMED, started_on=None)
    staff = scene.coordinator(ordered.organisation)

    assert send(client, staff, "start", ordered.pk, on="2026-11-23").status_code == 403


def test_a_late_correction_shows_both_texts(client, pair):
    meeting = actions.record_meeting(
        pair, happens_on=date(2026, 11, 20), state="held", minutes=30, author=None, by=None
    )
    seen = meeting.version
    actions.edit_meeting(meeting, {"minutes": 45}, version=seen, by=None)

    values = {"version": seen, "state": "held", "happens_on": "2026-11-20", "kind": "work", "minutes": "90"}
    answer = send(client, pair.users["mentor"], "meeting", meeting.pk, **values)

    meeting.refresh_from_db()
    assert (answer.status_code, meeting.minutes) == (409, 45)
    assert "45" in text(answer)
    assert 'value="90"' in text(answer)


def test_a_meeting_is_planned_corrected_and_cancelled(client, pair):
    mentor = pair.users["mentor"]
    page = text(open_as(client, mentor, "pair", pair.pk))
    for name in ("times", "weekly", "plan"):
        assert f"{reverse(f'scheduling:{name}', args=[pair.pk])}?from=pair" in page
    where = reverse("scheduling:plan", args=[pair.pk]) + "?from=pair"
    said = {"happens_on": "2026-11-26", "place": "каб. 214", "kind": "intro", "minutes": "45"}
    answer = client.post(where, {**said, "begins_at": "15:20"})
    assert answer["Location"] == reverse("mentorships:pair", args=[pair.pk])
    client.post(where, {**said, "happens_on": "2026-11-28"})
    later, meeting = Meeting.objects.order_by("-happens_on")
    assert (later.begins_at, later.kind, later.minutes) == (None, "intro", 45)
    shown = text(open_as(client, mentor, "pair", pair.pk))
    values = {"version": meeting.version, "state": "cancelled", "happens_on": "2026-11-26", "kind": "work"}
    send(client, mentor, "meeting", meeting.pk, **values)
    meeting.refresh_from_db()

    assert "Четверг, 26 ноября, 15:20" in shown.replace("\xa0", " ")
    assert meeting.state == MeetingState.CANCELLED


def test_the_plan_is_made_on_its_page(client, pair):
    mentor = pair.users["mentor"]
    send(client, mentor, "add_goal", pair.pk, title="Решать задачи на дроби")
    goal = pair.goals.get()
    send(client, mentor, "add_step", goal.pk, **{f"goal{goal.pk}-title": "Проверка", f"goal{goal.pk}-who": "mentee"})
    step = goal.steps.get()
    send(client, mentor, "mark_step", step.pk, version=step.version, done_on="2026-11-23", result="8 из 10")
    send(client, mentor, "reach_goal", goal.pk, version=goal.version)

    page = text(open_as(client, mentor, "plan", pair.pk))
    step.refresh_from_db()
    goal.refresh_from_db()
    assert (step.done_on, step.result, goal.reached_on) == (scene.TODAY, "8 из 10", scene.TODAY)
    assert "8 из 10" in page


def test_an_empty_goal_is_asked_again(client, pair):
    assert send(client, pair.users["mentor"], "add_goal", pair.pk, title="").status_code == 422


def test_words_are_written_and_corrected_by_their_author(client, pair):
    send(client, pair.users["mentee"], "write", pair.pk, happened_on="2026-11-23", text="Получилось!")
    entry = pair.diary.get()
    others = send(client, pair.users["mentor"], "entry", entry.pk, version=entry.version, text="Чужое")
    send(client, pair.users["mentee"], "entry", entry.pk, version=entry.version, text="Получилось почти всё")

    entry.refresh_from_db()
    assert (others.status_code, entry.text) == (403, "Получилось почти всё")
    assert send(client, pair.users["coordinator"], "write", pair.pk, text="x").status_code == 403
