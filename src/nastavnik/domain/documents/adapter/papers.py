"""A document as a paper: the adapter of its kind, and the words that somebody wrote by hand."""

from collections.abc import Callable
from typing import Any

from nastavnik.domain.documents.adapter import (
    certificate,
    consenting,
    coordinator_order,
    development_plan,
    employee,
    information_leaflet,
    institution_programme,
    introduction_order,
    meeting_diary,
    mentor_portfolio,
    order,
    partner_agreement,
    personal_programme,
    regulation,
    regulation_order,
    report,
    reward_order,
    roadmap,
    talk_outline,
    thanks_letter,
    training_certificate,
)
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.rendering.blocks import Paper
from nastavnik.domain.documents.rendering.plain_text import from_text

# The code of a kind → its context out of the rows; one line a kind.
CONTEXTS: dict[str, Callable[[Document], Any]] = {
    "appointment_order": order.order_context,
    "certificate": certificate.context_of,
    "coordinator_order": coordinator_order.context_of,
    "development_plan": development_plan.context_of,
    "employee_consent": employee.consent_of,
    "information_leaflet": information_leaflet.context_of,
    "institution_programme": institution_programme.context_of,
    "introduction_order": introduction_order.context_of,
    "meeting_diary": meeting_diary.context_of,
    "mentor_portfolio": mentor_portfolio.context_of,
    "participation_consent": consenting.consent_context,
    "partner_agreement": partner_agreement.context_of,
    "personal_data_consent": consenting.consent_context,
    "personal_programme": personal_programme.context_of,
    "programme_report": report.report_context,
    "publication_consent": consenting.consent_context,
    "regulation": regulation.context_of,
    "regulation_order": regulation_order.context_of,
    "reward_order": reward_order.context_of,
    "roadmap": roadmap.context_of,
    "supplementary_agreement": employee.agreement_of,
    "talk_outline": talk_outline.context_of,
    "thanks_letter": thanks_letter.context_of,
    "training_certificate": training_certificate.context_of,
}


def paper_of(document: Document) -> Paper:
    """The paper from the rows as they are now, with the sections that were written by hand. Raises HeadMissing and
    what the adapter of the kind raises."""
    return with_words(own_paper(document), document.sections)


def own_paper(document: Document) -> Paper:
    """The paper from the rows alone."""
    paper: Paper = kind_of(document.kind).build(CONTEXTS[document.kind](document))
    return paper


def with_words(paper: Paper, written: dict[str, str]) -> Paper:
    """The paper with other words in its editable sections; tables and signatures stay those of the rows."""
    for section in paper.sections:
        if section.is_editable and section.code in written:
            paper = paper.with_section(section.code, from_text(written[section.code], section.blocks))
    return paper
