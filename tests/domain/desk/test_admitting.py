"""What the desk says of admission and training."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from nastavnik.domain.desk.queries import admitting
from nastavnik.domain.events import actions as events
from nastavnik.domain.events.enums import EventKind
from nastavnik.domain.intake.actions import admission
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.programmes import actions as programmes
from nastavnik.domain.programmes.enums import ParticipationState
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def test_who_waits_what_is_not_closed_and_who_has_shown_nothing(now, django_assert_num_queries):
    module = make.ModuleFactory()
    school = module.organisation
    by = make.staff(RoleCode.COORDINATOR, school)
    person = make.PersonFactory(organisation=school, adult=True, with_user=True, surname="Лесова")
    mentor = make.ParticipationFactory(module=module, person=person, mentor=True, state=ParticipationState.ENROLLED)
    course = events.plan_course(module, events.CourseRules("Школа наставника"), by=by)
    plan = events.EventPlan(
        "Ролевая игра", datetime(2026, 11, 20, 11, tzinfo=UTC), hours=Decimal(1), practical_task="…"
    )
    session = events.plan_event(module, plan, kind=EventKind.TRAINING, course=course, by=by)
    events.mark_attendance(session, came=[person.pk], by=by)
    events.hold(session, by=by)
    events.plan_event(module, events.EventPlan("Сбор", datetime(2026, 11, 23, 11, tzinfo=UTC)), kind="other", by=by)
    admission.set_due(mentor, "interview", due_on=TODAY, by=by)

    with django_assert_num_queries(2):  # and the roles of the user
        found = admitting.items(by, school, TODAY)

    assert [(one.urgency, one.title) for one in found] == [
        ("today", "Ждут допуска: 1\u00a0наставник"),
        ("today", "Кто пришёл: Сбор?"),
        ("week", "Обучение только на бумаге: нет 1\u00a0результата"),
    ]
    assert found[1].why == "Сегодня в 14:00. Отметить можно с телефона."
    make.RoleAssignmentFactory(user=person.user, role=RoleCode.MENTOR, organisation=school)
    assert [one.url_name for one in admitting.items(person.user, school, TODAY)] == ["intake:self_check"]
    admission.check_themself(person.user)
    assert admitting.items(person.user, school, TODAY) == []


def test_who_was_admitted_past_the_checklist_is_counted(now):
    module = make.ModuleFactory()
    by = make.staff(RoleCode.COORDINATOR, module.organisation)
    psychologist = make.staff(RoleCode.PSYCHOLOGIST, module.organisation)
    rows = [make.ParticipationFactory(module=module, mentor=True, state=ParticipationState.ENROLLED) for _n in range(2)]
    programmes.admit_many(rows, by=by, reason="listed")

    found = admitting.items(by, module.organisation, TODAY)

    assert [(one.urgency, one.title, one.url_name, one.query) for one in found] == [
        ("week", "Проверка не записана: 2\u00a0наставника", "intake:admission", "show=unrecorded")
    ]
    assert admitting.items(psychologist, module.organisation, TODAY) == []
