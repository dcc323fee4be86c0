"""Appendices: papers that are prepared, approved and printed with an order."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from nastavnik.core import audit
from nastavnik.core.versions import save_changes
from nastavnik.domain.documents.actions.filing import new_document
from nastavnik.domain.documents.actions.writing import require_draft, write_all
from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.errors import NotAnAppendix
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import Document
from nastavnik.domain.documents.queries import appendices_of


@transaction.atomic
def add_appendix(document: Document, code: str, *, by: Any) -> Document:
    """One more appendix of a draft; a draft of the same paper that stood by itself is taken with its words."""
    require_draft(document, "add_appendix")
    appendix = attach(document, code, by=by)
    write_all(document, by=by)
    audit.record("document.add_appendix", document, by=by, fields=["appendices"])
    return appendix


def attach(document: Document, code: str, *, by: Any) -> Document:
    """The row of an appendix, behind those there are; its text is not written yet. Raises NotAnAppendix."""
    if code not in kind_of(document.kind).appendices:
        raise NotAnAppendix(paper=kind_of(code).title)
    there = list(appendices_of(document))
    given = next((row for row in there if row.kind == code), None)
    if given is not None:
        return given
    own = Document.objects.filter(kind=code, programme=document.programme, module=document.module)
    own = own.filter(appendix_to=None, replaces=None, state=DocumentState.DRAFT)
    place = {
        "appendix_to": document,
        "appendix_number": len(there) + 1,
        "number": "",
        "normal_number": "",
        "dated_on": document.dated_on,
        "year": document.year,
    }
    standing = own.first()
    if standing:
        require_draft(standing, "add_appendix")
        save_changes(standing, place, version=standing.version, by=by)
        return standing
    appendix = new_document(
        code,
        document.organisation,
        number="",
        dated_on=document.dated_on,
        by=by,
        programme=document.programme,
        module=document.module,
        edition=document.edition,
    )
    appendix.appendix_to, appendix.appendix_number = document, place["appendix_number"]
    appendix.save(force_insert=True)
    return appendix


def close_ranks(document: Document, *, by: Any) -> None:
    """After an appendix has gone the others move up, and their headers say so."""
    for position, appendix in enumerate(appendices_of(document), 1):
        if appendix.appendix_number != position:
            Document.objects.filter(pk=appendix.pk).update(appendix_number=position)
    write_all(document, by=by)


def follow(document: Document, codes: Iterable[str], *, by: Any) -> None:
    """The appendices of a new paper in the order of its kind."""
    chosen = set(codes)
    for code in sorted(chosen - set(kind_of(document.kind).appendices)):
        raise NotAnAppendix(paper=kind_of(code).title)
    for code in kind_of(document.kind).appendices:
        if code in chosen:
            attach(document, code, by=by)
