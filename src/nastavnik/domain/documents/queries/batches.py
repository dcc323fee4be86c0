"""Batches of papers: who sees them, what is in them, which nobody works on any more, which are old."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.models import Document, PaperBatch
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing

JOB = "documents.make_batch"
KEPT = timedelta(days=30)
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
