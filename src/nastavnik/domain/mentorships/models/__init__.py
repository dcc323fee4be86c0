"""The tables of the room, one file a noun."""

from nastavnik.domain.mentorships.models.meeting import DiaryEntry, Meeting, MeetingStateChange
from nastavnik.domain.mentorships.models.mentorship import (
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    MentorshipStateChange,
    Pause,
)
from nastavnik.domain.mentorships.models.plan import Goal, PlanStep

__all__ = [
    "DiaryEntry",
    "Goal",
    "Meeting",
    "MeetingStateChange",
    "Mentorship",
    "MentorshipApproval",
    "MentorshipMember",
    "MentorshipStateChange",
    "Pause",
    "PlanStep",
]
