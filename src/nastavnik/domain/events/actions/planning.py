"""Courses and events before they take place."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from nastavnik.core import audit, clock
from nastavnik.core.versions import save_changes
from nastavnik.domain.consents.queries import processable
from nastavnik.domain.events.codes import event_code
from nastavnik.domain.events.enums import EventKind, EventState
from nastavnik.domain.events.errors import CourseHasSessions, CourseTitleTaken, EventIsOver, TaskMissing
from nastavnik.domain.events.models import Attendance, Course, Event
from nastavnik.domain.events.queries import guests
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.people.models import Person, User
from nastavnik.domain.programmes.models import Module

TRIES = 20
LETTERS = {
    EventKind.TRAINING.value: "training_planned",
    EventKind.CLOSING.value: "closing_planned",
    EventKind.ALUMNI.value: "closing_planned",
}


@dataclass(frozen=True)
class CourseRules:
    """What a course asks; `hours_needed` 0 is «every session»."""

    title: str
    hours_needed: Decimal = Decimal(0)
    gate_before_admission: bool = False
    gate_before_first_meeting: bool = False
    gives_certificate: bool = True


@dataclass(frozen=True)
class EventPlan:
    """When, where and what for; the last four are of sessions of a course."""

    title: str
    starts_at: datetime
    minutes: int = 45
    place: str = ""
    note: str = ""
    hours: Decimal = Decimal(0)
    is_role_play: bool = False
    practical_task: str = ""
    expected_result: str = ""


@transaction.atomic
def plan_course(module: Module, rules: CourseRules, *, by: User | None) -> Course:
    """Training for the mentors of a module."""
    _require_free(module.pk, rules.title)
    course = Course.objects.create(organisation_id=module.organisation_id, module=module, **asdict(rules))
    audit.record("course.plan", course, by=by, fields=["title"])
    return course


@transaction.atomic
def edit_course(course: Course, rules: CourseRules, *, version: int, by: User | None) -> Course:
    """Other rules for the same training; who is trained is counted anew by itself."""
    _require_free(course.module_id, rules.title, but=course.pk)
    save_changes(course, asdict(rules), version=version, by=by)
    return course


@transaction.atomic
def discard_course(course: Course, *, by: User | None) -> None:
    """A course made by mistake, as long as it has no session."""
    if course.sessions.exists():
        raise CourseHasSessions
    audit.record("course.discard", course, by=by)
    course.delete()


@transaction.atomic
def plan_event(module: Module, plan: EventPlan, *, kind: str, course: Course | None = None, by: User | None) -> Event:
    """Name the day; a session of a course is `kind` TRAINING and has a practical task."""
    _require_task(kind, plan)
    event = _with_code(
        Event(
            organisation_id=module.organisation_id,
            module=module,
            kind=kind,
            course=course if kind == EventKind.TRAINING else None,
            **asdict(plan),
        )
    )
    audit.record("event.plan", event, by=by, fields=["title", "starts_at", "place"])
    return event


@transaction.atomic
def edit_event(event: Event, plan: EventPlan, *, version: int, by: User | None) -> Event:
    """Another day, place or task, until it took place."""
    if event.state != EventState.PLANNED:
        raise EventIsOver
    _require_task(event.kind, plan)
    save_changes(event, asdict(plan), version=version, by=by)
    return event


@transaction.atomic
def invite(event: Event, persons: Collection[Person], *, by: User | None) -> int:
    """Put people on the list; returns how many are new. Those whose data may be used are told, others are not written
    to: who asks them does it aloud."""
    if event.state != EventState.PLANNED:
        raise EventIsOver
    today = clock.today(event.organisation.time_zone)
    known = set(event.attendances.values_list("person_id", flat=True))
    new = [one for one in persons if one.pk not in known and one.organisation_id == event.organisation_id]
    Attendance.objects.bulk_create(
        Attendance(organisation_id=event.organisation_id, event=event, person=person, invited_on=today)
        for person in new
    )
    _tell(event, new)
    if new:
        audit.record("event.invite", event, by=by, fields=["attendances"])
    return len(new)


def call_together(event: Event, *, by: User | None) -> int:
    """Invite all mentors whom the session teaches and of whom something may be written; returns how many are new."""
    return invite(event, [guest.person for guest in guests(event) if guest.attendance is None], by=by)


@transaction.atomic
def take_off(event: Event, persons: Collection[int], *, by: User | None) -> int:
    """Off the list again, as long as nothing but the invitation is written."""
    if event.state != EventState.PLANNED:
        raise EventIsOver
    gone, _each = event.attendances.filter(Q(state="invited"), person__in=persons).delete()
    if gone:
        audit.record("event.take_off", event, by=by, fields=["attendances"])
    return gone


def _tell(event: Event, persons: Collection[Person]) -> None:
    today = clock.today(event.organisation.time_zone)
    open_to = Person.objects.filter(processable(today), pk__in=[person.pk for person in persons], user__isnull=False)
    kind = LETTERS.get(event.kind, "event_planned")
    for person in open_to:
        notify(kind, to=person, context={"event": event.pk}, key=f"{kind}:{event.pk}:{person.pk}")


def _require_free(module_id: int, title: str, but: int = 0) -> None:
    if Course.objects.filter(module=module_id, title=title).exclude(pk=but).exists():
        raise CourseTitleTaken(title=title)


def _require_task(kind: str, plan: EventPlan) -> None:
    if kind == EventKind.TRAINING and not plan.practical_task.strip():
        raise TaskMissing


def _with_code(event: Event) -> Event:
    for _try in range(TRIES):
        event.code = event_code()
        try:
            with transaction.atomic():
                event.save(force_insert=True)
        except IntegrityError:
            if not Event.objects.filter(code=event.code).exists():
                raise
            continue
        return event
    raise RuntimeError("no free code for an event")


def fields_of(row: Any, kind: type[CourseRules] | type[EventPlan]) -> dict[str, Any]:
    """What the row holds now of such a plan, for a form that begins with it."""
    return {name: getattr(row, name) for name in kind.__dataclass_fields__}
