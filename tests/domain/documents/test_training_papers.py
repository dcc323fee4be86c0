"""The certificate of training out of the sessions: nothing is certified that was not shown."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from nastavnik.domain.documents import actions
from nastavnik.domain.documents.adapter.papers import own_paper
from nastavnik.domain.documents.errors import NotTrained
from nastavnik.domain.documents.queries import by_check_code
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from tests.domain.documents import scene
from tests.domain.documents.kinds.reading import section
from tests.domain.mentorships import scene as pairs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_who_only_sat_there_gets_no_certificate():
    place = scene.school()
    mentor = pairs.mentor(place.module, surname="Лесова", given_name="Анна", patronymic="Игоревна")
    by = place.coordinator
    course = events.plan_course(place.module, events.CourseRules("Школа наставника"), by=by)
    plan = events.EventPlan(
        "Первая встреча", datetime(2026, 11, 20, 11, tzinfo=UTC), hours=Decimal(2), is_role_play=True,
        practical_task="Сыграть первую встречу",
    )  # fmt: skip
    session = events.plan_event(place.module, plan, kind=EventKind.TRAINING, course=course, by=by)
    events.mark_attendance(session, came=[mentor.person_id], by=by)
    events.hold(session, by=by)

    def prepare():
        return actions.prepare("training_certificate", participation=mentor, dated_on=scene.TODAY, by=by)

    with pytest.raises(NotTrained):
        prepare()
    row = session.attendances.get()
    events.write_result(row, result="Показано", version=row.version, by=by)

    lines = section(own_paper(prepare()), "text")
    assert lines[1] == "Лесовой Анне Игоревне"
    assert lines[-2:] == [
        "20 ноября 2026 г., 2 часа",
        "Практические задания выполнены, участие в ролевой игре. Темы: Первая встреча.",
    ]


def test_anybody_can_make_sure_that_it_was_given():
    place = scene.school()
    mentor = pairs.mentor(place.module, surname="Лесова", given_name="Анна", patronymic="Игоревна")
    course = events.plan_course(place.module, events.CourseRules("Школа наставника"), by=place.coordinator)
    plan = events.EventPlan(
        "Первая встреча", datetime(2026, 11, 20, 11, tzinfo=UTC), hours=Decimal(2), practical_task="Сыграть"
    )
    session = events.plan_event(place.module, plan, kind=EventKind.TRAINING, course=course, by=place.coordinator)
    events.mark_attendance(session, came=[mentor.person_id], by=place.coordinator)
    events.hold(session, by=place.coordinator)
    row = session.attendances.get()
    events.write_result(row, result="Показано", version=row.version, by=place.coordinator)
    paper = actions.prepare(
        "training_certificate", participation=mentor, number="7-О", dated_on=scene.TODAY, by=place.coordinator
    )

    unknown = by_check_code(paper.check_code)
    actions.issue(paper, by=place.coordinator)
    found = by_check_code(paper.check_code.lower())

    assert unknown is None  # a draft proves nothing
    assert own_paper(paper).footnote.endswith(paper.check_code)
    assert (found.number, found.facts["training"], found.facts["hours"]) == ("7-О", "Школа наставника", 2)
    assert found.name in ("Анна Л.", "Лесова Анна Игоревна")
