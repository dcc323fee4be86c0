"""The tables of the room, one file a noun."""

from nastavnik.domain.matching.models.decision import PairDecision, RunChange
from nastavnik.domain.matching.models.meeting import Choice, GroupMeeting, GroupMeetingStateChange, Presence
from nastavnik.domain.matching.models.run import LeftOut, MatchRun, MatchRunStateChange, Proposal
from nastavnik.domain.matching.models.suggestion import Suggestion, SuggestionStateChange

__all__ = [
    "Choice",
    "GroupMeeting",
    "GroupMeetingStateChange",
    "LeftOut",
    "MatchRun",
    "MatchRunStateChange",
    "PairDecision",
    "Presence",
    "Proposal",
    "RunChange",
    "Suggestion",
    "SuggestionStateChange",
]
