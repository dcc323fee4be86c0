"""Kinds of papers: one file each and one line in KINDS."""

from nastavnik.domain.documents.kinds import (
    appointment_order,
    certificate,
    coordinator_order,
    information_leaflet,
    institution_programme,
    introduction_order,
    programme_report,
    regulation,
    regulation_order,
    reward_order,
    roadmap,
    talk_outline,
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
    appointment_order.KIND,
    reward_order.KIND,
    programme_report.KIND,
    certificate.KIND,
)


def kind_of(code: str) -> DocumentKind:
    """The kind by its code; KeyError where there is none."""
    return {kind.code: kind for kind in KINDS}[code]


__all__ = ["KINDS", "Ask", "DocumentKind", "kind_of"]
