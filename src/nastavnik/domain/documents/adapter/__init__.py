"""Rows → the contexts of papers."""

from nastavnik.domain.documents.adapter.certificate import CheckFacts, certificate_context, check_facts
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.order import NameCheck, name_checks, order_context, people_of
from nastavnik.domain.documents.adapter.papers import CONTEXTS, own_paper, paper_of
from nastavnik.domain.documents.adapter.people import full_name, pair_title
from nastavnik.domain.documents.adapter.report import report_context

__all__ = [
    "CONTEXTS",
    "CheckFacts",
    "NameCheck",
    "certificate_context",
    "check_facts",
    "frame_of",
    "full_name",
    "name_checks",
    "order_context",
    "own_paper",
    "pair_title",
    "paper_of",
    "people_of",
    "report_context",
]
