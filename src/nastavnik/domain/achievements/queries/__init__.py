"""What can be asked."""

from nastavnik.domain.achievements.queries.portfolio import (
    Portfolio,
    of_pair,
    outcome_of,
    portfolio_of,
)
from nastavnik.domain.achievements.queries.visible import mentees_visible_to, projects_visible_to, visible_to

__all__ = [
    "Portfolio",
    "mentees_visible_to",
    "of_pair",
    "outcome_of",
    "portfolio_of",
    "projects_visible_to",
    "visible_to",
]
