"""Rows → the contexts of papers."""

from nastavnik.domain.documents.adapter.certificate import CheckFacts, certificate_context, check_facts
from nastavnik.domain.documents.adapter.frame import frame_of
from nastavnik.domain.documents.adapter.naming import NameCheck, name_checks
from nastavnik.domain.documents.adapter.order import order_context
from nastavnik.domain.documents.adapter.papers import CONTEXTS, own_paper, paper_of
from nastavnik.domain.documents.adapter.people import full_name, pair_title
from nastavnik.domain.documents.adapter.reading import changes_of, kept_paper, section_preview, section_text
from nastavnik.domain.documents.adapter.report import report_context
from nastavnik.domain.documents.adapter.warned import facts_of, warnings_for

__all__ = [
    "CONTEXTS",
    "CheckFacts",
    "NameCheck",
    "certificate_context",
    "changes_of",
    "check_facts",
    "facts_of",
    "frame_of",
    "full_name",
    "kept_paper",
    "name_checks",
    "order_context",
    "own_paper",
    "pair_title",
    "paper_of",
    "report_context",
    "section_preview",
    "section_text",
    "warnings_for",
]
