"""What can be done, one file a step of the story."""

from nastavnik.domain.achievements.actions.achieving import ask_again, confirm, edit, enter, enter_again
from nastavnik.domain.achievements.actions.defending import begin_project, edit_project, mark_sheet, name_defence

__all__ = [
    "ask_again",
    "begin_project",
    "confirm",
    "edit",
    "edit_project",
    "enter",
    "enter_again",
    "mark_sheet",
    "name_defence",
]
