"""What belongs to a paper: its appendices, what it replaces and what replaced it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from nastavnik.domain.documents.enums import DocumentState
from nastavnik.domain.documents.models import LIVE, Document

WITH_ROWS = ("organisation", "programme", "module", "person", "participation__person", "partner", "docx", "pdf",
             "prepared_by", "replaces", "appendix_to")  # fmt: skip

# What lists do not show: the text of papers.
HEAVY = ("context", "sections", "appendix_to__context", "appendix_to__sections")


def appendices_of(document: Document) -> QuerySet[Document]:
    """The appendices in their order; discarded drafts are gone."""
    rows = document.appendices.exclude(state=DocumentState.DISCARDED)
    return rows.select_related(*WITH_ROWS).order_by("appendix_number", "id")


def chain_of(document: Document) -> list[int]:
    """Ids of the paper and of all that it replaces."""
    found: list[int] = []
    one: Document | None = document
    while one is not None:
        found.append(one.pk)
        one = one.replaces
    return found


def edition_in_work(document: Document) -> Document | None:
    """The next edition that is being prepared or waits for the head, if there is one."""
    return document.replacements.filter(state__in=(DocumentState.DRAFT, DocumentState.SUBMITTED)).first()


def replaced_by(document: Document) -> Document | None:
    """The edition that stands in the place of this one."""
    return document.replacements.filter(state__in=(*LIVE, DocumentState.REPLACED)).order_by("-edition").first()


def papers_of(programme_ids: Iterable[int], codes: Iterable[str]) -> QuerySet[Document]:
    """Living papers of these kinds about these programmes, the newest first."""
    rows = Document.objects.filter(programme__in=list(programme_ids), kind__in=list(codes), state__in=LIVE)
    return rows.select_related("appendix_to").defer(*HEAVY).order_by("-dated_on", "-id")
