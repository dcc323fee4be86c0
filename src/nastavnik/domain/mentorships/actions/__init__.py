"""What can be done, one file a step of the story."""

from nastavnik.domain.mentorships.actions.acquainting import record_acquaintance
from nastavnik.domain.mentorships.actions.answering import answer, answer_papers, confirm, decline
from nastavnik.domain.mentorships.actions.attendance import mark_attendance
from nastavnik.domain.mentorships.actions.diary import edit_entry, write_diary
from nastavnik.domain.mentorships.actions.ending import complete, dissolve
from nastavnik.domain.mentorships.actions.feedback import answer_feedback, give_feedback
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
    "add_step",
    "answer",
    "answer_feedback",
    "answer_papers",
    "cancel",
    "complete",
    "confirm",
    "confirm_meeting",
    "decline",
    "dissolve",
    "edit_entry",
    "edit_meeting",
    "give_feedback",
    "hold",
    "mark_attendance",
    "mark_step",
    "miss_by_mentee",
    "miss_by_mentor",
    "pause",
    "plan_meeting",
    "propose",
    "propose_group",
    "propose_team",
    "reach_goal",
    "record_acquaintance",
    "record_meeting",
    "resume",
    "start",
    "take_over",
    "take_usual_plan",
    "write_diary",
]
