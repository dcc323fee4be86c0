"""Who may do what with papers. Which rows at all stands in `queries.visible_to`."""

from typing import Any

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document, LegalGround
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing

prepares_documents = somewhere(Permission.DOCUMENT_PREPARE)
approves_documents = somewhere(Permission.DOCUMENT_APPROVE)


def sees_documents(user: Any) -> bool:
    """A page rule: staff, and those who may have a certificate of their own or of a ward."""
    may = standing(user).may
    return may(Permission.DOCUMENT_SEE) or may(Permission.MENTORSHIP_OWN) or may(Permission.WARDS_SEE)


def decides_on_documents(user: Any) -> bool:
    """A page rule: who prepares or approves papers."""
    return prepares_documents(user) or approves_documents(user)


def can_prepare(user: Any, document: Document) -> bool:
    return holds(user, Permission.DOCUMENT_PREPARE, document.organisation_id)


def can_edit(user: Any, document: Document) -> bool:
    """A draft is changed by who prepares papers; later states never change."""
    return document.state == DocumentState.DRAFT and can_prepare(user, document)


def can_approve(user: Any, document: Document) -> bool:
    return holds(user, Permission.DOCUMENT_APPROVE, document.organisation_id)


def can_revoke(user: Any, document: Document) -> bool:
    """What the head approved the head revokes; the rest is revoked by who prepares papers."""
    return can_approve(user, document) if kind_of(document.kind).needs_approval else can_prepare(user, document)


def can_edit_ground(user: Any, ground: LegalGround) -> bool:
    return holds(user, Permission.DOCUMENT_PREPARE, ground.organisation_id)
