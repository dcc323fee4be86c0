"""Batches of papers: who sees them, what is in them, which nobody works on any more, which are old."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.kinds import KINDS
from nastavnik.domain.documents.models import Document, PaperBatch
from nastavnik.domain.documents.queries.visible import visible_to
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

JOB = "documents.make_batch"
KEPT = timedelta(days=30)
KIND_PLACES = {kind.code: place for place, kind in enumerate(KINDS)}
OPEN = (BatchState.QUEUED, BatchState.RUNNING)


def job_key(batch: PaperBatch) -> str:
    """A batch is done once."""
    return f"{JOB}/{batch.pk}"


def batches_visible_to(user: Any) -> QuerySet[PaperBatch]:
    """Batches of the organisations in which the user prepares papers: all papers in them are seen there."""
    organisations = standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    rows = PaperBatch.objects.filter(organisation__in=organisations)
    return rows.select_related("organisation", "requested_by", "archive", "print_file")


def papers_in(batch: PaperBatch) -> QuerySet[Document]:
    """The papers of a batch in its order, with all that names and packs them."""
    rows = Document.objects.filter(batch_documents__batch=batch).order_by("batch_documents__id")
    rows = rows.select_related("person", "partner", "appendix_to", "docx", "pdf")
    return rows.prefetch_related("mentorships__members__person")


def papers_seen_in(batch: PaperBatch, user: Any) -> QuerySet[Document]:
    """The papers of a batch as the register shows them; discarded ones are gone."""
    return visible_to(user).filter(batch_documents__batch=batch).order_by("batch_documents__id")


def to_gather(user: Any, rows: QuerySet[Document]) -> list[Document]:
    """Of these papers those that the user may take with him all at once, in the order of a folder: by kind, then by
    surname and number; appendices behind their orders."""
    organisations = standing(user).organisations_where(Permission.DOCUMENT_PREPARE)
    found = list(rows.filter(organisation__in=organisations).iterator(chunk_size=200))
    found.sort(key=_place)
    return [paper for one in found for paper in (one, *getattr(one, "shown_appendices", ()))]


def _place(document: Document) -> tuple[Any, ...]:
    name = document.person.normal_name if document.person else ""
    digits = "".join(sign for sign in document.number if sign.isdigit())
    return KIND_PLACES.get(document.kind, len(KINDS)), name, int(digits or 0), document.pk


def given_up_batches() -> list[PaperBatch]:
    """Batches whose job nobody will do any more; one query where none is open."""
    waiting = list(PaperBatch.objects.filter(state__in=OPEN).select_related("requested_by"))
    if not waiting:
        return []
    alive = Job.objects.filter(name=JOB, state__in=(JobState.QUEUED, JobState.RUNNING))
    keys = set(alive.values_list("key", flat=True))
    return [batch for batch in waiting if job_key(batch) not in keys]


def outdated() -> QuerySet[PaperBatch]:
    """Batches whose copies are kept no longer."""
    held = Q(archive__isnull=False) | Q(print_file__isnull=False)
    rows = PaperBatch.objects.filter(held, created_at__lt=clock.now() - KEPT)
    return rows.select_related("archive", "print_file")
