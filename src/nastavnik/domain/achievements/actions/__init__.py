"""What can be done, one file a step of the story."""

from nastavnik.domain.achievements.actions.achieving import ask_again, confirm, edit, enter, enter_again
from nastavnik.domain.achievements.actions.defending import begin_project, edit_project, mark_sheet, name_defence
from nastavnik.domain.achievements.actions.remembering import (
    hide_alumnus,
    remember,
    say_thanks,
    show_alumnus,
    take_back,
    write_again,
)
from nastavnik.domain.achievements.actions.sharing import (
    edit_sharing,
    remind_of_attestation,
    share,
    tell_of_attestations,
)
from nastavnik.domain.achievements.actions.telling import (
    agree_story,
    begin_story,
    discard_story,
    edit_story,
    hide_story,
    publish_story,
    rewrite_story,
)

__all__ = [
    "agree_story",
    "ask_again",
    "begin_project",
    "begin_story",
    "confirm",
    "discard_story",
    "edit",
    "edit_project",
    "edit_sharing",
    "edit_story",
    "enter",
    "enter_again",
    "hide_alumnus",
    "hide_story",
    "mark_sheet",
    "name_defence",
    "publish_story",
    "remember",
    "remind_of_attestation",
    "rewrite_story",
    "say_thanks",
    "share",
    "show_alumnus",
    "take_back",
    "tell_of_attestations",
    "write_again",
]
