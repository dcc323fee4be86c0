"""Many papers in the background: asked for, begun by a worker, finished or given up. `making` does the work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, lifecycle
from nastavnik.core.jobs import enqueue
from nastavnik.domain.documents.actions.answering import answered
from nastavnik.domain.documents.errors import NobodyChosen, NotForMany, SeveralOrganisations, TooManyPapers
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import BatchDocument, Document, PaperBatch
from nastavnik.domain.documents.queries.batches import JOB, job_key
from nastavnik.domain.documents.queries.targets import organisations_of

MOST = 2000  # papers in one batch: more is one archive that nobody opens
NOTHING: Mapping[str, Any] = {}


@transaction.atomic
def order_batch(
    kind: str, targets: Iterable[int], *, dated_on: date, answers: Mapping[str, Any] = NOTHING, base: str = "", by: Any
) -> PaperBatch:
    """Ask for a paper of this kind for each of the targets (members of a mentorship, mentorships or participations, as
    the kind has it), in their order. Whoever has one keeps it; who gets none is told with the reason.

    Raises NobodyChosen, NotForMany, TooManyPapers, SeveralOrganisations, AnswerMissing, AnswerUnreadable.
    """
    if not kind_of(kind).batch:
        raise NotForMany(paper=kind_of(kind).title)
    organisations = organisations_of(kind, targets)
    return _asked(
        list(organisations.values()),
        kind=kind,
        targets=list(organisations),
        dated_on=dated_on,
        answers=answered(kind_of(kind), answers),
        base=base,
        by=by,
    )


@transaction.atomic
def gather_papers(documents: Sequence[Document], *, dated_on: date, by: Any) -> PaperBatch:
    """Ask for one archive and one file to print of papers that are there, in their order."""
    batch = _asked([one.organisation_id for one in documents], dated_on=dated_on, by=by)
    BatchDocument.objects.bulk_create(
        BatchDocument(organisation=batch.organisation, batch=batch, document=document) for document in documents
    )
    return batch


def begin_batch(batch: PaperBatch, *, by: Any) -> PaperBatch:
    """A worker took it up."""
    lifecycle.advance(batch, "begin_batch", by=by)
    return batch


def finish_batch(batch: PaperBatch, *, by: Any) -> PaperBatch:
    """All papers that could be made are made; who got none stands in `refused`."""
    lifecycle.advance(batch, "finish_batch", by=by)
    return batch


@transaction.atomic
def give_up_batch(batch: PaperBatch, *, error: str, by: Any) -> PaperBatch:
    """It will not come; `error` is a code without anybody's data. The papers that were made stay."""
    batch.error = error[:60]
    batch.save(update_fields=["error"])
    lifecycle.advance(batch, "give_up_batch", by=by, reason=batch.error)
    return batch


def _asked(organisations: Sequence[int], *, by: Any, **about: Any) -> PaperBatch:
    """The row of a batch and the job that does it; `organisations` are those of the papers, one a paper."""
    if not organisations:
        raise NobodyChosen
    if len(organisations) > MOST:
        raise TooManyPapers(most=MOST, chosen=len(organisations))
    if len(set(organisations)) > 1:
        raise SeveralOrganisations
    batch = PaperBatch.objects.create(
        organisation_id=organisations[0], total=len(organisations), requested_by=by, **about
    )
    enqueue(JOB, organisation_id=batch.organisation_id, key=job_key(batch), batch_id=batch.pk)
    audit.record("paperbatch.ask", batch, by=by, fields=["kind", "targets", "dated_on"])
    return batch
