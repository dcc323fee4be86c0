"""Kinds of papers: one file each and one line in KINDS."""

from nastavnik.domain.documents.kinds import (
    appointment_order,
    certificate,
    coordinator_order,
    development_plan,
    employee_consent,
    information_leaflet,
    institution_programme,
    introduction_order,
    meeting_diary,
    mentor_portfolio,
    participation_consent,
    partner_agreement,
    personal_data_consent,
    personal_programme,
    programme_report,
    publication_consent,
    regulation,
    regulation_order,
    reward_order,
    roadmap,
    supplementary_agreement,
    talk_outline,
    thanks_letter,
    training_certificate,
)
from nastavnik.domain.documents.kinds.shape import Ask, DocumentKind

KINDS: tuple[DocumentKind, ...] = (
    introduction_order.KIND,
    regulation_order.KIND,
    coordinator_order.KIND,
    regulation.KIND,
    roadmap.KIND,
    institution_programme.KIND,
    information_leaflet.KIND,
    talk_outline.KIND,
    participation_consent.KIND,
    personal_data_consent.KIND,
    publication_consent.KIND,
    employee_consent.KIND,
    supplementary_agreement.KIND,
    partner_agreement.KIND,
    appointment_order.KIND,
    personal_programme.KIND,
    development_plan.KIND,
    meeting_diary.KIND,
    reward_order.KIND,
    programme_report.KIND,
    certificate.KIND,
    thanks_letter.KIND,
    training_certificate.KIND,
    mentor_portfolio.KIND,
)


def kind_of(code: str) -> DocumentKind:
    """The kind by its code; KeyError where there is none."""
    return {kind.code: kind for kind in KINDS}[code]


__all__ = ["KINDS", "Ask", "DocumentKind", "kind_of"]
