"""The designer: answers in, a model of mentoring out, with the reasons. Pure: tables and one function.

The five questions of the interview (friend or expert, knowledge, readiness to share, term, authority), who takes part,
whom the help is for, the stage of education, what the pairs do.
"""

from nastavnik.domain.programmes.designing.answers import (
    PORTRAITS,
    Answers,
    Authority,
    Knowledge,
    Manner,
    Mentee,
    Mentor,
    Portrait,
    Sharing,
    Term,
    Together,
)
from nastavnik.domain.programmes.designing.proposing import Alternative, Proposal, Reason, propose

__all__ = [
    "PORTRAITS",
    "Alternative",
    "Answers",
    "Authority",
    "Knowledge",
    "Manner",
    "Mentee",
    "Mentor",
    "Portrait",
    "Proposal",
    "Reason",
    "Sharing",
    "Term",
    "Together",
    "propose",
]
