"""Who may do what with papers. Which rows at all stands in `queries.visible_to`."""

from dataclasses import dataclass
from typing import Any

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document, LegalGround, OwnTemplate
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing
from nastavnik.domain.programmes.models import Module, Programme

prepares_documents = somewhere(Permission.DOCUMENT_PREPARE)
approves_documents = somewhere(Permission.DOCUMENT_APPROVE)


def sees_documents(user: Any) -> bool:
    """A page rule: staff, and those who may have a certificate of their own or of a ward."""
    may = standing(user).may
    return may(Permission.DOCUMENT_SEE) or may(Permission.MENTORSHIP_OWN) or may(Permission.WARDS_SEE)


def decides_on_documents(user: Any) -> bool:
    """A page rule: who prepares or approves papers."""
    return bool(prepares_documents(user) or approves_documents(user))


def can_prepare_in(user: Any, module: Module) -> bool:
    return holds(user, Permission.DOCUMENT_PREPARE, module.organisation_id)


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


def can_change_template(user: Any, template: OwnTemplate) -> bool:
    return holds(user, Permission.DOCUMENT_PREPARE, template.organisation_id)


def can_edit_whole(user: Any, document: Document) -> bool:
    """Number, day and answers: of an appendix they are those of its order."""
    return can_edit(user, document) and document.appendix_to_id is None


def can_renew(user: Any, document: Document) -> bool:
    """An issued paper is corrected by a new edition; an appendix with its order."""
    return document.state == DocumentState.ISSUED and document.appendix_to_id is None and can_prepare(user, document)


def can_prepare_for(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.DOCUMENT_PREPARE, programme.organisation_id)


@dataclass(frozen=True)
class Acts:
    """What somebody may do with a paper in the state it is in; pages draw their buttons from it."""

    edit: bool = False  # number, day, answers
    write: bool = False  # words of sections
    submit: bool = False
    issue: bool = False
    discard: bool = False
    approve: bool = False
    send_back: bool = False
    revoke: bool = False
    new_edition: bool = False


def acts(user: Any, document: Document) -> Acts:
    """The steps that the life cycle has from here and the user may take; an appendix takes them with its order."""
    possible = document.lifecycle.actions(document.state)
    prepares, approves = can_prepare(user, document), can_approve(user, document)
    if document.appendix_to_id is not None:
        return Acts(write=can_edit(user, document), discard="discard" in possible and prepares)
    approval = kind_of(document.kind).needs_approval
    return Acts(
        edit=can_edit(user, document),
        write=can_edit(user, document),
        submit="submit" in possible and prepares and approval,
        issue="issue" in possible and prepares and not approval,
        discard="discard" in possible and prepares,
        approve="approve" in possible and approves,
        send_back="send_back" in possible and approves,
        revoke="revoke" in possible and can_revoke(user, document),
        new_edition=can_renew(user, document),
    )
