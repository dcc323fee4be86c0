"""What can be done in the room."""

from nastavnik.domain.matching.actions.changing import apply_change
from nastavnik.domain.matching.actions.counting import solve
from nastavnik.domain.matching.actions.deciding import discard, publish
from nastavnik.domain.matching.actions.gathering import (
    call_off,
    choose,
    close_choices,
    edit_group_meeting,
    mark_attendance,
    open_choices,
    plan_group_meeting,
    reopen_choices,
)
from nastavnik.domain.matching.actions.reporting import report
from nastavnik.domain.matching.actions.running import begin, cancel, fail, finish, run
from nastavnik.domain.matching.actions.suggesting import accept_suggestion, name_mentor, set_aside_suggestion, suggest
from nastavnik.domain.matching.actions.weighing import reweigh

__all__ = [
    "accept_suggestion",
    "apply_change",
    "begin",
    "call_off",
    "cancel",
    "choose",
    "close_choices",
    "discard",
    "edit_group_meeting",
    "fail",
    "finish",
    "mark_attendance",
    "name_mentor",
    "open_choices",
    "plan_group_meeting",
    "publish",
    "reopen_choices",
    "report",
    "reweigh",
    "run",
    "set_aside_suggestion",
    "solve",
    "suggest",
]
