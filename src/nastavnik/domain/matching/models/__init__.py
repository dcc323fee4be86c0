"""The tables of the room, one file a noun."""

from nastavnik.domain.matching.models.decision import PairDecision, RunChange
from nastavnik.domain.matching.models.run import LeftOut, MatchRun, MatchRunStateChange, Proposal

__all__ = [
    "LeftOut",
    "MatchRun",
    "MatchRunStateChange",
    "PairDecision",
    "Proposal",
    "RunChange",
]
