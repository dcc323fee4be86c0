"""What can be done in the room."""

from nastavnik.domain.programmes.actions.agreeing import agree, propose, reopen, send_back
from nastavnik.domain.programmes.actions.enrolment import enrol, enrol_many
from nastavnik.domain.programmes.actions.filling import fill_profiles
from nastavnik.domain.programmes.actions.modules import add_module, add_staff, edit_module
from nastavnik.domain.programmes.actions.observing import observe
from nastavnik.domain.programmes.actions.participation import admit, admit_many, finish, leave, resume, suspend
from nastavnik.domain.programmes.actions.profiles import set_profile
from nastavnik.domain.programmes.actions.programmes import (
    close,
    create_programme,
    edit_programme,
    launch,
    move_start,
)
from nastavnik.domain.programmes.actions.roadmap import add_item, edit_item, mark_done

__all__ = [
    "add_item",
    "add_module",
    "add_staff",
    "admit",
    "admit_many",
    "agree",
    "close",
    "create_programme",
    "edit_item",
    "edit_module",
    "edit_programme",
    "enrol",
    "enrol_many",
    "fill_profiles",
    "finish",
    "launch",
    "leave",
    "mark_done",
    "move_start",
    "observe",
    "propose",
    "reopen",
    "resume",
    "send_back",
    "set_profile",
    "suspend",
]
