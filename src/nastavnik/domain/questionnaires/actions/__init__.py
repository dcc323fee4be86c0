"""What can be done with questionnaires and sheets."""

from nastavnik.domain.questionnaires.actions.answering import (
    discard_drafts,
    enter_paper,
    name_respondent,
    reopen_sheet,
    save_page,
    shuffle_sheets,
    start_sheet,
    submit_sheet,
)
from nastavnik.domain.questionnaires.actions.authoring import (
    archive,
    copy,
    create,
    describe,
    edit_again,
    publish,
    restore,
    retire,
    save_draft,
    take_ready,
)

__all__ = [
    "archive",
    "copy",
    "create",
    "describe",
    "discard_drafts",
    "edit_again",
    "enter_paper",
    "name_respondent",
    "publish",
    "reopen_sheet",
    "restore",
    "retire",
    "save_draft",
    "save_page",
    "shuffle_sheets",
    "start_sheet",
    "submit_sheet",
    "take_ready",
]
