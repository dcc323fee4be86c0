"""What can be done, one file a step of the story."""

from nastavnik.domain.mentorships.actions.acquainting import record_acquaintance
from nastavnik.domain.mentorships.actions.agreeing import (
    add_line,
    change_after_trial,
    confirm_agreement,
    go_on,
    write_agreement,
)
from nastavnik.domain.mentorships.actions.answering import answer, answer_papers, confirm, decline
from nastavnik.domain.mentorships.actions.attendance import mark_attendance
from nastavnik.domain.mentorships.actions.changing import ask_to_end, extend, rest, set_parts
from nastavnik.domain.mentorships.actions.closing import count_done, say_last_word, take_into_pool
from nastavnik.domain.mentorships.actions.diary import edit_entry, write_diary
from nastavnik.domain.mentorships.actions.ending import complete, dissolve, release, settle_requests
from nastavnik.domain.mentorships.actions.feedback import answer_feedback, give_feedback
from nastavnik.domain.mentorships.actions.flash import book, close, offer_flash, unbook, withdraw
from nastavnik.domain.mentorships.actions.grouping import agree_theme, name_need, shape_need, vote
from nastavnik.domain.mentorships.actions.handing_over import (
    answer_handover,
    hand_over,
    offer_handover,
    withdraw_handover,
)
from nastavnik.domain.mentorships.actions.meeting import (
    cancel,
    edit_meeting,
    hold,
    miss_by_mentee,
    miss_by_mentor,
    plan_meeting,
)
from nastavnik.domain.mentorships.actions.planning import (
    add_goal,
    add_step,
    mark_step,
    reach_goal,
    take_usual_plan,
)
from nastavnik.domain.mentorships.actions.proposing import propose, propose_group, propose_team
from nastavnik.domain.mentorships.actions.taking_over import FormerPair, TakenOver, take_over
from nastavnik.domain.mentorships.actions.telling import confirm_meeting, record_meeting
from nastavnik.domain.mentorships.actions.working import pause, resume, start

__all__ = [
    "FormerPair",
    "TakenOver",
    "add_goal",
    "add_line",
    "add_step",
    "agree_theme",
    "answer",
    "answer_feedback",
    "answer_handover",
    "answer_papers",
    "ask_to_end",
    "book",
    "cancel",
    "change_after_trial",
    "close",
    "complete",
    "confirm",
    "confirm_agreement",
    "confirm_meeting",
    "count_done",
    "decline",
    "dissolve",
    "edit_entry",
    "edit_meeting",
    "extend",
    "give_feedback",
    "go_on",
    "hand_over",
    "hold",
    "mark_attendance",
    "mark_step",
    "miss_by_mentee",
    "miss_by_mentor",
    "name_need",
    "offer_flash",
    "offer_handover",
    "pause",
    "plan_meeting",
    "propose",
    "propose_group",
    "propose_team",
    "reach_goal",
    "record_acquaintance",
    "record_meeting",
    "release",
    "rest",
    "resume",
    "say_last_word",
    "set_parts",
    "settle_requests",
    "shape_need",
    "start",
    "take_into_pool",
    "take_over",
    "take_usual_plan",
    "unbook",
    "vote",
    "withdraw",
    "withdraw_handover",
    "write_agreement",
    "write_diary",
]
