"""Meetings of many: planned, come to, held; training with tasks; the gate before the first meeting."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.events import actions, errors, queries
from nastavnik.domain.events.enums import AttendanceState, EventKind, EventState, TrainingState
from nastavnik.domain.mentorships import actions as mentorships
from nastavnik.domain.mentorships.enums import MeetingState
from nastavnik.domain.mentorships.errors import TrainingMissing
from nastavnik.domain.notifications.models import Message
from nastavnik.domain.people.enums import RoleCode
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
AHEAD = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)


@pytest.fixture
def module():
    return make.ModuleFactory()


@pytest.fixture
def by(module):
    return make.staff(RoleCode.COORDINATOR, module.organisation)


@pytest.fixture
def mentor(module):
    person = make.PersonFactory(organisation=module.organisation, adult=True, with_user=True, surname="Лесова")
    return make.ParticipationFactory(module=module, person=person, mentor=True)


def session(module, by, course, *, at=DAY, play=False, hours=2):
    plan = actions.EventPlan(
        "Занятие", at, hours=Decimal(hours), is_role_play=play, practical_task="Сыграть первую встречу"
    )
    return actions.plan_event(module, plan, kind=EventKind.TRAINING, course=course, by=by)


def course_of(module, by, **rules):
    return actions.plan_course(module, actions.CourseRules("Школа наставника", **rules), by=by)


def came(event, *people, by):
    actions.mark_attendance(event, came=[person.pk for person in people], by=by)
    return {row.person_id: row for row in event.attendances.all()}


def test_a_session_without_a_practical_task_is_refused(module, by, now):
    course = course_of(module, by)

    with pytest.raises(errors.TaskMissing):
        actions.plan_event(module, actions.EventPlan("Лекция", DAY), kind=EventKind.TRAINING, course=course, by=by)


def test_the_invited_are_told_once_and_children_without_consent_never(module, by, now):
    event = actions.plan_event(module, actions.EventPlan("Сбор актива", AHEAD), kind=EventKind.MOTIVATIONAL, by=by)
    agreed = make.PersonFactory(organisation=module.organisation, with_user=True)
    make.signed_consent(agreed)
    silent = make.PersonFactory(organisation=module.organisation, with_user=True)
    stranger = make.PersonFactory()

    assert actions.invite(event, [agreed, silent, stranger], by=by) == 2
    assert actions.invite(event, [agreed, silent], by=by) == 0
    assert list(Message.objects.values_list("recipient", "kind")) == [(agreed.pk, "event_planned")]


def test_who_came_is_marked_on_the_day_and_the_rest_were_absent(module, by, now):
    event = actions.plan_event(module, actions.EventPlan("Сбор актива", DAY), kind=EventKind.MOTIVATIONAL, by=by)
    first, second = (make.PersonFactory(organisation=module.organisation) for _ in range(2))
    actions.invite(event, [first, second], by=by)

    assert actions.mark_attendance(event, came=[first.pk], others_came=4, by=by) == 5
    actions.hold(event, by=by)

    states = dict(event.attendances.values_list("person", "state"))
    assert states == {first.pk: AttendanceState.CAME, second.pk: AttendanceState.ABSENT}
    assert (event.state, event.others_came) == (EventState.HELD, 4)


def test_nothing_is_marked_before_the_day_and_a_late_list_is_refused(module, by, now):
    ahead = actions.plan_event(module, actions.EventPlan("Сбор", AHEAD), kind=EventKind.OTHER, by=by)
    with pytest.raises(errors.EventIsAhead):
        actions.mark_attendance(ahead, came=[], others_came=3, by=by)
    event = actions.plan_event(module, actions.EventPlan("Сбор", DAY), kind=EventKind.OTHER, by=by)
    with pytest.raises(errors.NobodyMarked):
        actions.hold(event, by=by)
    old = event.version
    actions.mark_attendance(event, came=[], others_came=1, version=old, by=by)

    with pytest.raises(ChangedMeanwhile):
        actions.mark_attendance(event, came=[], others_came=2, version=old, by=by)


def test_hours_without_a_result_are_training_on_paper(module, by, mentor, now):
    course = course_of(module, by)
    event = session(module, by, course, play=True)
    row = came(event, mentor.person, by=by)[mentor.person_id]
    actions.hold(event, by=by)

    assert [one.standing.state for one in queries.trainees(course)] == [TrainingState.ON_PAPER]
    assert not queries.trained(mentor)
    with pytest.raises(errors.ResultMissing):
        actions.write_result(row, result="  ", version=row.version, by=by)

    actions.write_result(row, result="Провёл беседу-знакомство", version=row.version, by=by)

    assert queries.trained(mentor)
    assert [found for found, _standing in queries.finished_courses(mentor)] == [course]
    actions.reopen(event, by=by)
    with pytest.raises(errors.HasResults):
        actions.mark_attendance(event, came=[], by=by)


def test_a_child_without_consent_is_on_no_list_of_a_session(module, by, mentor, now):
    child = make.ParticipationFactory(module=module, mentor=True)
    event = session(module, by, course_of(module, by))

    came(event, mentor.person, child.person, by=by)

    assert [guest.person for guest in queries.guests(event)] == [mentor.person]
    assert queries.without_consent(event) == 1


def test_the_first_meeting_waits_for_training_where_the_course_says_so(now):
    pair = make.active_pair()
    by = make.staff(RoleCode.COORDINATOR, pair.organisation)
    mentor = pair.members.get(role="mentor").person
    course = course_of(pair.module, by, gate_before_first_meeting=True)

    def record():
        return mentorships.record_meeting(
            pair, happens_on=date(2026, 11, 20), state=MeetingState.HELD, author=None, by=by
        )

    with pytest.raises(TrainingMissing) as refused:
        record()
    assert refused.value.params == {"names": mentor.list_name}
    event = session(pair.module, by, course)
    row = came(event, mentor, by=by)[mentor.pk]
    actions.hold(event, by=by)
    actions.write_result(row, result="Показал", version=row.version, by=by)

    assert record().state == MeetingState.HELD


def test_standings_take_the_same_queries_for_one_and_for_three(module, by, mentor, now, django_assert_num_queries):
    course_of(module, by)
    course = queries.courses_visible_to(by).get()
    came(session(module, by, course), mentor.person, by=by)
    with django_assert_num_queries(4):
        queries.trainees(course)
    for _number in range(2):
        make.ParticipationFactory(
            module=module, person__adult=True, person__organisation=module.organisation, mentor=True
        )

    with django_assert_num_queries(4):
        assert len(queries.trainees(course)) == 3


def test_children_without_consent_are_a_number_after_a_month(module, by, now):
    event = actions.plan_event(module, actions.EventPlan("Сбор", DAY), kind=EventKind.MOTIVATIONAL, by=by)
    agreed, silent, absent = (make.PersonFactory(organisation=module.organisation) for _ in range(3))
    make.signed_consent(agreed)
    actions.invite(event, [absent], by=by)
    actions.came_too(event, [agreed.pk, silent.pk], by=by)
    actions.hold(event, by=by)
    assert actions.forget_guests() == 0

    with clock.fixed(DAY + timedelta(days=30)):
        assert actions.forget_guests() == 2

    event.refresh_from_db()
    assert [row.person for row in event.attendances.all()] == [agreed]
    assert event.others_came == 1
