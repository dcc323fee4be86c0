"""What can be done with events and training."""

from nastavnik.domain.events.actions.forgetting import forget_guests
from nastavnik.domain.events.actions.holding import (
    add_file,
    add_memo,
    call_off,
    came_too,
    clear_result,
    hold,
    mark_attendance,
    remove_material,
    reopen,
    write_result,
)
from nastavnik.domain.events.actions.planning import (
    CourseRules,
    EventPlan,
    call_together,
    discard_course,
    edit_course,
    edit_event,
    fields_of,
    invite,
    plan_course,
    plan_event,
    take_off,
)

__all__ = [
    "CourseRules",
    "EventPlan",
    "add_file",
    "add_memo",
    "call_off",
    "call_together",
    "came_too",
    "clear_result",
    "discard_course",
    "edit_course",
    "edit_event",
    "fields_of",
    "forget_guests",
    "hold",
    "invite",
    "mark_attendance",
    "plan_course",
    "plan_event",
    "remove_material",
    "reopen",
    "take_off",
    "write_result",
]
