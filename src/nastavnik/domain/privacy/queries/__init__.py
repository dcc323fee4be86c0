"""What can be asked of the room."""

from nastavnik.domain.privacy.queries.acts import (
    acts_visible_to,
    days_of,
    erasing_by_themselves,
    kept_papers,
    log_of,
    open_requests,
    requests_visible_to,
    rule_of,
    subjects_visible_to,
    working_roles,
)
from nastavnik.domain.privacy.queries.held import Holding, headings_of, held_about, rows_about
from nastavnik.domain.privacy.queries.terms import past_term, still_needed

__all__ = [
    "Holding",
    "acts_visible_to",
    "days_of",
    "erasing_by_themselves",
    "headings_of",
    "held_about",
    "kept_papers",
    "log_of",
    "open_requests",
    "past_term",
    "requests_visible_to",
    "rows_about",
    "rule_of",
    "still_needed",
    "subjects_visible_to",
    "working_roles",
]
