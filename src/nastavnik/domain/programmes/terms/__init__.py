"""Terms of roadmap rows (сроки). Pure: read from words, said in words, moved with the start of the programme."""

from nastavnik.domain.programmes.terms.parts import NotATerm
from nastavnik.domain.programmes.terms.shape import (
    Term,
    days_term,
    is_whole_months,
    last_of_month,
    month_term,
    months_term,
    moved_by_months,
    outside,
    said,
    shifted,
    snapped,
)
from nastavnik.domain.programmes.terms.words import parse_term

__all__ = [
    "NotATerm",
    "Term",
    "days_term",
    "is_whole_months",
    "last_of_month",
    "month_term",
    "months_term",
    "moved_by_months",
    "outside",
    "parse_term",
    "said",
    "shifted",
    "snapped",
]
