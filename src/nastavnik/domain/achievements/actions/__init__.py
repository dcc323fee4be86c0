"""What can be done, one file a step of the story."""

from nastavnik.domain.achievements.actions.achieving import ask_again, confirm, edit, enter, enter_again
from nastavnik.domain.achievements.actions.defending import begin_project, edit_project, mark_sheet, name_defence
from nastavnik.domain.achievements.actions.sharing import edit_sharing, remind_of_attestation, share

__all__ = [
    "ask_again",
    "begin_project",
    "confirm",
    "edit",
    "edit_project",
    "edit_sharing",
    "enter",
    "enter_again",
    "mark_sheet",
    "name_defence",
    "remind_of_attestation",
    "share",
]
