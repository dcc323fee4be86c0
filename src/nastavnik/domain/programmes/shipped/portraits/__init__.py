"""Портреты: who suits a format, and the signs that application and admission ask about. No diagnoses, no blame."""

from nastavnik.domain.programmes.shipped.portraits.mentees import MENTEES
from nastavnik.domain.programmes.shipped.portraits.mentors import MENTORS

__all__ = ["MENTEES", "MENTORS"]
