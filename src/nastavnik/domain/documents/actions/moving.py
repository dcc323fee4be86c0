"""A paper moves with its appendices, and a new edition moves the one that it replaces."""

from typing import Any

from nastavnik.core import lifecycle
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import GoesWithOrder, NumberMissing
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.messages import paper
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of
from nastavnik.domain.programmes.actions import agree
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Programme

# The orders with which a head agrees to a programme.
AGREEING = ("introduction_order", "regulation_order")


def advance_all(document: Document, action: str, *, by: Any, note: str = "") -> None:
    """The paper and its appendices take the same step; an appendix takes none alone."""
    if document.appendix_to is not None:
        raise GoesWithOrder(paper=paper(document.appendix_to))
    appendices = list(appendices_of(document).filter(state=document.state)) if _may_have_some(document) else []
    lifecycle.advance(document, action, by=by, note=note)
    for appendix in appendices:
        lifecycle.advance(appendix, action, by=by)


def _may_have_some(document: Document) -> bool:
    return bool(kind_of(document.kind).appendices)


def require_number(document: Document) -> None:
    """A paper of a numbered kind leaves the draft with a number."""
    if kind_of(document.kind).is_numbered and not document.normal_number:
        raise NumberMissing


def come_into_force(document: Document, *, by: Any) -> None:
    """What an issued paper causes: the edition before it gives way, and the programme of such an order is agreed."""
    former = document.replaces
    if former is not None:
        former.refresh_from_db(fields=["state", "version"])
        if former.state == DocumentState.ISSUED:
            advance_all(former, "replace", by=by)
    if document.kind in AGREEING and document.programme_id:
        programme = Programme.objects.get(pk=document.programme_id)
        if programme.state in (ProgrammeState.PREPARING, ProgrammeState.PROPOSED):
            agree(programme, by=by)
