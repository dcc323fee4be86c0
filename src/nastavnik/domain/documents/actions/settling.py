"""Issuing without a head's decision, discarding a draft, revoking what was issued."""

from typing import Any

from django.db import transaction

from nastavnik.core import lifecycle
from nastavnik.domain.documents.actions.appendices import close_ranks
from nastavnik.domain.documents.actions.moving import advance_all, come_into_force, require_number
from nastavnik.domain.documents.actions.subjects import require_consent
from nastavnik.domain.documents.errors import ApprovalNeeded, ReasonMissing
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document


@transaction.atomic
def issue(document: Document, *, by: Any) -> Document:
    """Issue a paper of a kind that nobody has to approve. Raises NumberMissing, ConsentMissing."""
    if kind_of(document.kind).needs_approval:
        raise ApprovalNeeded
    require_number(document)
    require_consent(document)
    return give_out(document, by=by)


def give_out(document: Document, *, by: Any) -> Document:
    """The step itself, for who has asked for the consents already."""
    advance_all(document, "issue", by=by)
    come_into_force(document, by=by)
    return document


@transaction.atomic
def discard(document: Document, *, by: Any) -> Document:
    """A draft that is not wanted; its number is free again, its mentorships wait for another order. An appendix that
    is not wanted goes by itself."""
    if document.appendix_to is not None:
        lifecycle.advance(document, "discard", by=by)
        close_ranks(document.appendix_to, by=by)
    else:
        advance_all(document, "discard", by=by)
    return document


@transaction.atomic
def revoke(document: Document, *, note: str, by: Any) -> Document:
    """An issued paper counts no more. Its number stays taken; the mentorships that it started go on by themselves."""
    if not note.strip():
        raise ReasonMissing
    advance_all(document, "revoke", by=by, note=note.strip())
    return document


@transaction.atomic
def replace(document: Document, *, by: Any) -> Document:
    """An issued paper gives way to the one that corrects it; both stay in the register."""
    advance_all(document, "replace", by=by)
    return document
