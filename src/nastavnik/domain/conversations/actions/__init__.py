"""What can be done, one file a step of the story."""

from nastavnik.domain.conversations.actions.announcing import announce
from nastavnik.domain.conversations.actions.answering import answer, close
from nastavnik.domain.conversations.actions.asking import answer_question, ask_help, ask_mentors, bring_in
from nastavnik.domain.conversations.actions.concerns import raise_concern, read_concern, ring, settle
from nastavnik.domain.conversations.actions.deciding import approve_links, refuse, release, withdraw_link
from nastavnik.domain.conversations.actions.delivering import announce_morning, give_back
from nastavnik.domain.conversations.actions.staffing import (
    admit_side,
    attend,
    leave_everywhere,
    open_aside,
    open_channel,
    shut,
    watch,
)
from nastavnik.domain.conversations.actions.writing import edit, post, praise

__all__ = [
    "admit_side",
    "announce",
    "announce_morning",
    "answer",
    "answer_question",
    "approve_links",
    "ask_help",
    "ask_mentors",
    "attend",
    "bring_in",
    "close",
    "edit",
    "give_back",
    "leave_everywhere",
    "open_aside",
    "open_channel",
    "post",
    "praise",
    "raise_concern",
    "read_concern",
    "refuse",
    "release",
    "ring",
    "settle",
    "shut",
    "watch",
    "withdraw_link",
]
