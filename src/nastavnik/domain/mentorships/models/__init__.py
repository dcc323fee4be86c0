"""The tables of the room, one file a noun."""

from nastavnik.domain.mentorships.models.changing import EndRequest, Extension, Handover, Rest
from nastavnik.domain.mentorships.models.closing import Closing, ClosingWord
from nastavnik.domain.mentorships.models.flash import FlashSlot, FlashSlotStateChange
from nastavnik.domain.mentorships.models.group import GroupNeed, ThemeVote
from nastavnik.domain.mentorships.models.handing_over import HandoverAnswer, HandoverOffer
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
from nastavnik.domain.mentorships.models.starting import (
    AgreementConfirmation,
    AgreementLine,
    PairAgreement,
    TrialAnswer,
)

__all__ = [
    "Acquaintance",
    "AgreementConfirmation",
    "AgreementLine",
    "Closing",
    "ClosingWord",
    "DiaryEntry",
    "EndRequest",
    "Extension",
    "FlashSlot",
    "FlashSlotStateChange",
    "Goal",
    "GroupNeed",
    "Handover",
    "HandoverAnswer",
    "HandoverOffer",
    "Meeting",
    "MeetingAttendance",
    "MeetingFeedback",
    "MeetingStateChange",
    "Mentorship",
    "MentorshipApproval",
    "MentorshipMember",
    "MentorshipStateChange",
    "PairAgreement",
    "Pause",
    "PlanStep",
    "Rest",
    "ThemeVote",
    "TrialAnswer",
]
