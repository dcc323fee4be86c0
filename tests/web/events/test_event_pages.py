"""Planning, the list on the day, results, the course; what a mentor sees."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind, EventState
from nastavnik.domain.events.models import Event
from nastavnik.domain.intake import actions as intake
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 11, 20, 11, tzinfo=UTC)


@pytest.fixture
def module(now):
    return make.ModuleFactory()


@pytest.fixture
def by(module, client):
    user = make.staff(RoleCode.COORDINATOR, module.organisation)
    client.force_login(user)
    return user


def meeting(module, by, **values):
    plan = events.EventPlan("Встреча с активом", values.pop("at", DAY))
    return events.plan_event(module, plan, kind=EventKind.MOTIVATIONAL, by=by)


def session_with(module, by, person):
    course = events.plan_course(module, events.CourseRules("Школа наставника"), by=by)
    plan = events.EventPlan("Ролевая игра", DAY, hours=Decimal(1), practical_task="Сыграть первую встречу")
    session = events.plan_event(module, plan, kind=EventKind.TRAINING, course=course, by=by)
    events.mark_attendance(session, came=[person.pk], by=by)
    return events.hold(session, by=by)


def mentor_of(module):
    person = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True, surname="Лесова")
    make.ParticipationFactory(module=module, person=person, mentor=True)
    make.RoleAssignmentFactory(user=person.user, role=RoleCode.MENTOR, organisation=module.organisation)
    return person


def test_a_meeting_is_planned_in_the_time_of_the_institution(client, module, by):
    form = {"module": module.pk, "kind": "motivational", "title": "Сбор", "day": "2026-11-27", "at": "14:00",
            "minutes": 45}  # fmt: skip

    answer = client.post("/events/new/", form)

    event = Event.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/events/{event.pk}/")
    assert event.starts_at == datetime(2026, 11, 27, 11, tzinfo=UTC)
    assert client.post("/events/new/", {**form, "at": "25:00"}).status_code == 422


def test_the_list_is_ticked_and_closed_and_a_late_one_keeps_its_ticks(client, module, by):
    event = meeting(module, by)
    guest = make.PersonFactory(organisation=module.organisation, surname="Тополев")
    events.invite(event, [guest], by=by)
    form = {"came": guest.pk, "others": 3, "version": event.version}

    assert client.post(f"/events/{event.pk}/attendance/", form).status_code == 303
    late = client.post(f"/events/{event.pk}/attendance/", form)
    assert (late.status_code, "Отметки не сохранены" in late.text) == (409, True)
    client.post(f"/events/{event.pk}/step/", {"step": "hold"})

    event.refresh_from_db()
    page = client.get(f"/events/{event.pk}/").text
    assert event.state == EventState.HELD
    assert "Пришли, но не подали заявку" in page
    assert "И ещё 3\u00a0человека, без имён." in page


def test_guests_are_found_by_name_and_added(client, module, by):
    event = meeting(module, by, at=datetime(2026, 11, 27, 11, tzinfo=UTC))
    guest = make.PersonFactory(organisation=module.organisation, surname="Тополев")
    make.PersonFactory(surname="Тополев")  # of another institution
    address = f"/events/{event.pk}/guests/"
    assert "Тополев" not in client.get(address).text

    client.post(address, {"search": "1", "q": "тополев"})

    assert client.get(address).text.count("Тополев Тимур") == 1
    assert client.post(address, {}).status_code == 422
    client.post(address, {"person": guest.pk})
    assert [row.person for row in event.attendances.all()] == [guest]


def test_a_result_needs_words_and_the_next_one_opens(client, module, by):
    first = mentor_of(module)
    session = session_with(module, by, first)
    row = session.attendances.get()
    address = f"/events/results/{row.pk}/"

    assert client.post(address, {"version": row.version, "result": ""}).status_code == 422
    done = client.post(address, {"version": row.version, "result": "Провёл знакомство"})

    assert done.headers["Location"] == f"/events/{session.pk}/"
    course = client.get(f"/events/courses/{session.course_id}/").text
    assert "обучение пройдено" in course
    assert "Обучены только на бумаге" not in course


def test_who_only_sat_there_is_named_on_the_course(client, module, by):
    session = session_with(module, by, mentor_of(module))

    assert "Обучены только на бумаге" in client.get(f"/events/courses/{session.course_id}/").text


def test_a_mentor_sees_the_own_task_and_memo(client, module, by):
    person = mentor_of(module)
    session = session_with(module, by, person)
    events.add_memo(session, "three_mistakes", by=by)
    client.force_login(person.user)

    page = client.get("/events/mine/").text

    assert "Сыграть первую встречу" in page
    assert "осталось показать результат" in page
    assert (
        client.get(f"/events/materials/{session.materials.get().pk}/").headers["Location"] == "/library/three_mistakes/"
    )


def test_the_sheet_shows_the_code_while_applications_are_taken(client, module, by):
    event = meeting(module, by)
    address = f"/events/{event.pk}/sheet/"
    assert event.code not in client.get(address).text

    intake.open_intake(module, starts_on=DAY.date(), by=by)

    assert event.code in client.get(address).text


def test_the_list_and_a_held_session_take_the_queries_of_one_for_three(
    client, module, by, django_assert_max_num_queries
):
    first = session_with(module, by, mentor_of(module))

    def queries():
        with django_assert_max_num_queries(60) as asked:
            assert client.get("/events/").status_code == 200
            assert client.get(f"/events/{first.pk}/").status_code == 200
        return len(asked)

    one = queries()
    for _number in range(2):
        meeting(module, by)
        mentor_of(module)

    assert queries() == one
