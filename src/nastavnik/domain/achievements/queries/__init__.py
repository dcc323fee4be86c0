"""What can be asked."""

from nastavnik.domain.achievements.queries.mentor import FEWEST, MentorFacts, facts_of, mentors_visible_to
from nastavnik.domain.achievements.queries.portfolio import (
    Portfolio,
    of_pair,
    outcome_of,
    portfolio_of,
)
from nastavnik.domain.achievements.queries.sharing import (
    attestations_due,
    mentors_of,
    programmes_to_share,
    shared_in,
    sharings_visible_to,
)
from nastavnik.domain.achievements.queries.visible import mentees_visible_to, projects_visible_to, visible_to

__all__ = [
    "FEWEST",
    "MentorFacts",
    "Portfolio",
    "attestations_due",
    "facts_of",
    "mentees_visible_to",
    "mentors_of",
    "mentors_visible_to",
    "of_pair",
    "outcome_of",
    "portfolio_of",
    "programmes_to_share",
    "projects_visible_to",
    "shared_in",
    "sharings_visible_to",
    "visible_to",
]
