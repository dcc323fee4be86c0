"""After a meeting: feedback, its answer, reflection; the entry corrected; a photograph with the words."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nastavnik.domain.files.queries import read
from nastavnik.domain.mentorships import actions
from nastavnik.domain.mentorships.models import DiaryEntry, Meeting, MeetingAttendance, MeetingFeedback
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes.models import Module
from tests import factories as make
from tests.domain.mentorships import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]

DAY = date(2026, 11, 20)
JPEG = b"\xff\xd8\xff\xe1\x00\x0eExif\0\0PLACE!\xff\xdb\x00\x05abc\xff\xda\x00\x02picture\xff\xd9"


def signed_up(found):
    for member in found.members.select_related("person"):
        make.RoleAssignmentFactory(user=member.person.user, role=member.role, organisation=found.organisation)
    return found


@pytest.fixture
def pair():
    return signed_up(make.active_pair())


@pytest.fixture
def meeting(pair):
    mentor = scene.person_in(pair, "mentor")
    return actions.record_meeting(pair, happens_on=DAY, state="held", mood="good", author=mentor, by=mentor.user)


def send(client, user, name, *args, **values):
    client.force_login(user)
    return client.post(reverse(f"mentorships:{name}", args=args), values)


def text(response):
    return response.content.decode().replace("\xa0", " ")


def open_as(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"mentorships:{name}", args=args))


def test_the_mentor_tells_and_the_mentee_answers_and_both_see_the_way_to_the_goal(client, pair, meeting):
    mentor, mentee = scene.person_in(pair, "mentor"), scene.person_in(pair, "mentee")
    goal = actions.add_goal(pair, title="Решать задачи на дроби", by=None)
    actions.add_step(goal, title="Проверка", by=None)
    member = pair.members.get(role="mentee")
    words = {"to": member.pk, "went_well": "Сам нашёл ошибку", "next_step": "Три задачи"}

    assert send(client, mentor.user, "give_feedback", meeting.pk, **words).status_code == 303
    told = MeetingFeedback.objects.get()
    answer = send(client, mentee.user, "answer_feedback", told.pk, version=told.version, answer="Попробую")

    assert answer.status_code == 303
    for user in (mentor.user, mentee.user):
        page = text(open_as(client, user, "after", meeting.pk))
        assert all(one in page for one in ("Сам нашёл ошибку", "Три задачи", "Попробую", "0 шагов из 1"))


def test_feedback_without_the_good_or_the_next_step_keeps_what_was_typed(client, pair, meeting):
    member = pair.members.get(role="mentee")

    answer = send(
        client, scene.person_in(pair, "mentor").user, "give_feedback", meeting.pk, to=member.pk, to_change="Спешит"
    )

    assert (answer.status_code, "Спешит" in text(answer)) == (422, True)
    assert MeetingFeedback.objects.count() == 0


def test_of_a_group_each_reads_only_their_own(client):
    group = signed_up(make.active_group())
    mentor = scene.person_in(group, "mentor")
    meeting = actions.record_meeting(group, happens_on=DAY, state="held", mood="good", author=mentor, by=mentor.user)
    first, second, _third = group.members.filter(role="mentee")
    send(client, mentor.user, "give_feedback", meeting.pk, to=first.pk, went_well="СЛОВО-ПЕРВОМУ", next_step="Шаг")

    assert "СЛОВО-ПЕРВОМУ" in text(open_as(client, first.person.user, "after", meeting.pk))
    assert "СЛОВО-ПЕРВОМУ" not in text(open_as(client, second.person.user, "after", meeting.pk))
    told = MeetingFeedback.objects.get()
    assert send(client, second.person.user, "answer_feedback", told.pk, answer="Чужое", version=1).status_code == 404


def test_two_windows_lose_no_words(client, pair, meeting):
    mentor, member = scene.person_in(pair, "mentor").user, pair.members.get(role="mentee")
    words = {"to": member.pk, "went_well": "Хорошо", "next_step": "Шаг"}
    send(client, mentor, "give_feedback", meeting.pk, **words)
    send(client, mentor, "give_feedback", meeting.pk, **{**words, "next_step": "Другой шаг", "version": 1})

    late = send(client, mentor, "give_feedback", meeting.pk, **{**words, "next_step": "Третий шаг", "version": 1})

    assert late.status_code == 409
    assert all(one in text(late) for one in ("Другой шаг", "Третий шаг"))


def test_a_private_reflection_is_read_by_its_author_alone(client, pair, meeting):
    mentee = scene.person_in(pair, "mentee").user
    send(client, mentee, "reflect", meeting.pk, text="РЕФЛЕКСИЯ-КАНАРЕЙКА", is_private="on")

    readers = {"mentee": mentee, "mentor": scene.person_in(pair, "mentor").user}
    readers["coordinator"] = make.staff(RoleCode.COORDINATOR, pair.organisation)
    readers["guardian"] = scene.guardian_of(scene.person_in(pair, "mentee")).user
    seen = {
        role
        for role, user in readers.items()
        for name, row in (("after", meeting.pk), ("pair", pair.pk), ("pair_meetings", pair.pk))
        if "РЕФЛЕКСИЯ-КАНАРЕЙКА" in text(open_as(client, user, name, row))
    }

    assert seen == {"mentee"}


def edit(client, meeting, user, **values):
    start = {
        "version": meeting.version, "state": "held", "happens_on": "2026-11-20", "kind": "work", "mood": "good",
        "session_type": "training", "topic": "Дроби", "methods": ["discussion", "example"],
    }  # fmt: skip
    return send(client, user, "meeting", meeting.pk, **{**start, **values})


def test_an_entry_gets_type_topic_and_methods_and_a_late_one_both_texts(client, pair, meeting):
    mentor = scene.person_in(pair, "mentor").user
    assert edit(client, meeting, mentor).status_code == 303
    row = Meeting.objects.get()
    assert (row.session_type, row.topic, row.methods) == ("training", "Дроби", ["discussion", "example"])

    late = edit(client, meeting, mentor, topic="Проценты")

    assert (late.status_code, Meeting.objects.get().topic) == (409, "Дроби")
    assert all(one in text(late) for one in ("Дроби", "Проценты"))


def test_a_link_of_a_service_that_is_not_allowed_is_told(client, pair, meeting):
    answer = edit(client, meeting, scene.person_in(pair, "mentor").user, link="https://video.example/room")

    assert (answer.status_code, Meeting.objects.get().link) == (422, "")
    assert "не разрешён" in text(answer)


def test_a_group_is_marked_in_one_tap_and_unticked_later(client):
    group = signed_up(make.active_group())
    mentor = scene.person_in(group, "mentor").user
    first, second, third = group.members.filter(role="mentee")
    send(client, mentor, "record", group.pk, outcome="good", happens_on="2026-11-20")
    assert MeetingAttendance.objects.filter(came=True).count() == 3
    meeting = Meeting.objects.get()

    edit(client, meeting, mentor, came=[first.pk, third.pk], discussed=[third.pk], works=["reflective"])

    rows = MeetingAttendance.objects.order_by("member").values_list("member", "came", "is_discussed")
    assert list(rows) == [(first.pk, True, False), (second.pk, False, False), (third.pk, True, True)]
    page = text(open_as(client, mentor, "pair_meetings", group.pk))
    assert f"Не было: {second.person.given_name}" in page


def write(client, user, pair, content, name="снимок.jpg"):
    photo = SimpleUploadedFile(name, content, content_type="image/jpeg")
    return send(client, user, "write", pair.pk, happened_on="2026-11-20", text="Были в музее", photo=photo)


def test_a_photograph_lies_with_the_words_without_its_place(client, pair):
    mentor = scene.person_in(pair, "mentor").user

    assert write(client, mentor, pair, JPEG).status_code == 303

    entry = DiaryEntry.objects.get()
    assert b"PLACE!" not in read(entry.file)
    assert open_as(client, scene.person_in(pair, "mentee").user, "entry_file", entry.pk).status_code == 200
    stranger = make.staff(RoleCode.MENTOR, pair.organisation)
    assert open_as(client, stranger, "entry_file", entry.pk).status_code == 404


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xd8\xff" + b"\0" * (21 * 1024 * 1024), "больше 20 МБ"),
        (b"GIF89a", "подходит снимок JPEG или PNG"),
        (b"\0\0\0\x18ftypheic", "подходит снимок JPEG или PNG"),
        (b"MZ", "не открыть"),
    ],
)
def test_what_is_no_photograph_gets_a_sentence_and_the_words_stay(client, pair, content, said):
    answer = write(client, scene.person_in(pair, "mentor").user, pair, content)

    assert (answer.status_code, DiaryEntry.objects.count()) == (422, 0)
    assert said in text(answer)
    assert "Были в музее" in text(answer)


def test_without_a_diary_there_are_no_fields_for_words(client, pair, meeting):
    Module.objects.filter(pk=pair.module_id).update(keeps_diary=False)
    mentor = scene.person_in(pair, "mentor").user
    page = text(open_as(client, mentor, "pair", pair.pk))

    assert "<textarea" not in page
    assert "Написать в дневник" not in page
    assert [
        open_as(client, mentor, "write", pair.pk).status_code,
        send(client, mentor, "reflect", meeting.pk).status_code,
    ] == [403, 403]
    assert send(client, mentor, "record", pair.pk, outcome="good", happens_on="2026-11-23").status_code == 303


def test_the_day_of_somebody_elses_pair_does_not_exist(client, pair, meeting):
    other = signed_up(make.active_pair(make.ModuleFactory(programme__organisation=pair.organisation)))
    stranger = scene.person_in(other, "mentor").user

    for name, row in (("write", pair.pk), ("record", pair.pk), ("after", meeting.pk), ("meeting", meeting.pk)):
        assert send(client, stranger, name, row, text="x", happened_on="2026-11-20").status_code in (404, 405)
    assert DiaryEntry.objects.count() == 0
