"""The tables of the room, one file a noun."""

from nastavnik.domain.mentorships.models.meeting import (
    DiaryEntry,
    Meeting,
    MeetingAttendance,
    MeetingFeedback,
    MeetingStateChange,
)
from nastavnik.domain.mentorships.models.mentorship import (
    Acquaintance,
    Mentorship,
    MentorshipApproval,
    MentorshipMember,
    MentorshipStateChange,
    Pause,
)
from nastavnik.domain.mentorships.models.plan import Goal, PlanStep

__all__ = [
    "Acquaintance",
    "DiaryEntry",
    "Goal",
    "Meeting",
    "MeetingAttendance",
    "MeetingFeedback",
    "MeetingStateChange",
    "Mentorship",
    "MentorshipApproval",
    "MentorshipMember",
    "MentorshipStateChange",
    "Pause",
    "PlanStep",
]
