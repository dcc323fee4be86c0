"""What can be done in the room."""

from nastavnik.domain.programmes.actions.agreeing import agree, ask_again, propose, reopen, send_back
from nastavnik.domain.programmes.actions.catalogue import (
    add_entry,
    edit_entry,
    hide_entry,
    move_entry,
    restore_entry,
    show_entry,
)
from nastavnik.domain.programmes.actions.copying import copy_programme
from nastavnik.domain.programmes.actions.creating import create_programme
from nastavnik.domain.programmes.actions.describing import describe
from nastavnik.domain.programmes.actions.designing import design_programme
from nastavnik.domain.programmes.actions.discarding import discard_programme
from nastavnik.domain.programmes.actions.enrolment import enrol, enrol_many
from nastavnik.domain.programmes.actions.entries import set_module_entries, take_usual_entries
from nastavnik.domain.programmes.actions.evidence import add_evidence, remove_evidence
from nastavnik.domain.programmes.actions.filling import fill_profiles
from nastavnik.domain.programmes.actions.formats import (
    add_format,
    add_role_model,
    edit_format,
    edit_role_model,
    hide_format,
    remove_role_model,
    show_format,
)
from nastavnik.domain.programmes.actions.launching import answer_page, close_page, edit_page, open_page
from nastavnik.domain.programmes.actions.mentor_cards import close_card, publish_card
from nastavnik.domain.programmes.actions.modules import add_module, add_staff, edit_module
from nastavnik.domain.programmes.actions.news import discard_news, edit_news, hide_news, publish_news, write_news
from nastavnik.domain.programmes.actions.observing import observe
from nastavnik.domain.programmes.actions.participation import admit, admit_many, finish, leave, resume, suspend
from nastavnik.domain.programmes.actions.profiles import set_profile
from nastavnik.domain.programmes.actions.programmes import close, edit_programme, launch, move_start
from nastavnik.domain.programmes.actions.roadmap import (
    add_item,
    begin_item,
    days_of,
    drop_item,
    edit_item,
    mark_done,
    plan_item,
)
from nastavnik.domain.programmes.actions.roadmap_filling import add_pasted, add_rows
from nastavnik.domain.programmes.actions.site_exports import remember_export, take_down

__all__ = [
    "add_entry",
    "add_evidence",
    "add_format",
    "add_item",
    "add_module",
    "add_pasted",
    "add_role_model",
    "add_rows",
    "add_staff",
    "admit",
    "admit_many",
    "agree",
    "answer_page",
    "ask_again",
    "begin_item",
    "close",
    "close_card",
    "close_page",
    "copy_programme",
    "create_programme",
    "days_of",
    "describe",
    "design_programme",
    "discard_news",
    "discard_programme",
    "drop_item",
    "edit_entry",
    "edit_format",
    "edit_item",
    "edit_module",
    "edit_news",
    "edit_page",
    "edit_programme",
    "edit_role_model",
    "enrol",
    "enrol_many",
    "fill_profiles",
    "finish",
    "hide_entry",
    "hide_format",
    "hide_news",
    "launch",
    "leave",
    "mark_done",
    "move_entry",
    "move_start",
    "observe",
    "open_page",
    "plan_item",
    "propose",
    "publish_card",
    "publish_news",
    "remember_export",
    "remove_evidence",
    "remove_role_model",
    "reopen",
    "restore_entry",
    "resume",
    "send_back",
    "set_module_entries",
    "set_profile",
    "show_entry",
    "show_format",
    "suspend",
    "take_down",
    "take_usual_entries",
    "write_news",
]
