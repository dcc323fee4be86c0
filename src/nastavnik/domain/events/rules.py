"""Who may what with events."""

from typing import Any

from nastavnik.domain.events.models import Attendance, Course, Event, EventMaterial, OutsideGuest
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing

ASKED = (
    RoleCode.MENTOR, RoleCode.MENTEE, RoleCode.GUARDIAN, RoleCode.TEACHER, RoleCode.PSYCHOLOGIST, RoleCode.HEAD,
)  # fmt: skip
runs_events = somewhere(Permission.EVENT_RUN)


def can_run(user: Any, event: Event) -> bool:
    return holds(user, Permission.EVENT_RUN, event.organisation_id)


def can_run_course(user: Any, course: Course) -> bool:
    return holds(user, Permission.EVENT_RUN, course.organisation_id)


def can_write_result(user: Any, attendance: Attendance) -> bool:
    """Nobody looks at the result of their own task."""
    own = attendance.person.user_id == user.pk
    return not own and holds(user, Permission.EVENT_RUN, attendance.organisation_id)


def learns(user: Any) -> bool:
    """A page rule: mentors see the training of their own modules."""
    return standing(user).has(RoleCode.MENTOR)


def learns_or_runs(user: Any) -> bool:
    """A page rule: what is handed out."""
    return learns(user) or bool(runs_events(user))


def can_change_material(user: Any, material: EventMaterial) -> bool:
    return holds(user, Permission.EVENT_RUN, material.organisation_id)


def is_asked_to_events(user: Any) -> bool:
    """A page rule: whoever can stand on the list of an event."""
    held = standing(user)
    return bool(runs_events(user)) or any(held.has(role) for role in ASKED)


def can_change_guest(user: Any, guest: OutsideGuest) -> bool:
    return holds(user, Permission.EVENT_RUN, guest.organisation_id)
