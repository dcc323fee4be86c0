"""What a worker does with a batch: a few papers at a time, each few in a transaction of their own, so that progress is
seen, others can write meanwhile, and a worker that takes over goes on where the dead one stopped."""

import logging
import time
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, transaction

from nastavnik.core import clock, jobs
from nastavnik.core.errors import DomainError
from nastavnik.core.jobs import LeaseLost
from nastavnik.core.models import Job, JobState
from nastavnik.domain.documents.actions.batching import begin_batch
from nastavnik.domain.documents.actions.certificate import Standing, issue_certificate, standing_of
from nastavnik.domain.documents.actions.filing import next_number, take_turn, year_of
from nastavnik.domain.documents.actions.gathering import finish_with_files
from nastavnik.domain.documents.actions.preparing import prepare
from nastavnik.domain.documents.actions.settling import issue
from nastavnik.domain.documents.batch_messages import GONE, UNEXPECTED, without_name
from nastavnik.domain.documents.enums import BatchState
from nastavnik.domain.documents.kinds import kind_of
from nastavnik.domain.documents.models import BatchDocument, Document, PaperBatch
from nastavnik.domain.documents.queries.batches import job_key
from nastavnik.domain.documents.queries.targets import CERTIFICATE, living_paper, targets_of
from nastavnik.domain.documents.rendering.docx_safety import TemplateRefused
from nastavnik.domain.documents.template_messages import refusal_of

logger = logging.getLogger(__name__)
AT_A_TIME = 5  # papers between two commits: a fifth of a second
PAUSE = 0.03  # seconds in which others may write: SQLite has one writer, and hardly anybody waits so (median 1 ms)
LEASE = timedelta(minutes=2)  # after so long another worker goes on; every few papers prolong it


def make_batch(batch: PaperBatch) -> PaperBatch:
    """Make what is still to be made and gather it all. Begun twice, nothing is made twice. Raises LeaseLost when
    another worker has it."""
    if batch.state == BatchState.QUEUED:
        begin_batch(batch, by=batch.requested_by)
    if batch.state != BatchState.RUNNING:
        return batch
    while batch.done < len(batch.targets):
        _make_some(batch)
        time.sleep(PAUSE)
    _prolong(batch)
    return finish_with_files(batch)


@transaction.atomic
def _make_some(batch: PaperBatch) -> None:
    take_turn(batch.organisation_id)  # first, as whoever numbers a paper does
    locked = PaperBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state != BatchState.RUNNING or locked.done != batch.done:
        raise LeaseLost
    chosen = batch.targets[batch.done : batch.done + AT_A_TIME]
    rows = targets_of(batch.kind, chosen)
    standing = standing_of(rows.values()) if batch.kind == CERTIFICATE else None
    made, refused = [], []
    for pk in chosen:
        document, why = _made(batch, rows.get(pk), standing)
        if document is None:
            refused.append([pk, why])
        else:
            made.append(document)
    BatchDocument.objects.bulk_create(
        [BatchDocument(organisation_id=batch.organisation_id, batch=batch, document=one) for one in made],
        ignore_conflicts=True,
    )
    batch.done, batch.refused = batch.done + len(chosen), batch.refused + refused
    batch.save(update_fields=["done", "refused"])
    _prolong(batch)


def _made(batch: PaperBatch, row: Any, standing: Standing | None) -> tuple[Document | None, str]:
    """The paper of one target, or the code or sentence why there is none."""
    if row is None:
        return None, GONE
    try:
        with transaction.atomic():
            return _paper(batch, row, standing), ""
    except DomainError as refusal:
        return None, without_name(refusal)
    except TemplateRefused as refusal:
        return None, refusal_of(refusal)
    except (DatabaseError, OSError):
        raise  # not of this paper: the whole work is tried again
    except Exception as error:  # noqa: BLE001 – one paper that cannot be made keeps nobody else from theirs
        # Only where it failed: the words of an error may hold somebody's data.
        logger.error("paper of batch %s failed: %s at %s", batch.pk, type(error).__name__, jobs.place_of(error))
        return None, UNEXPECTED


def _paper(batch: PaperBatch, row: Any, standing: Standing | None) -> Document:
    if batch.kind == CERTIFICATE:
        return issue_certificate(
            row, dated_on=batch.dated_on, by=batch.requested_by, base=batch.base, standing=standing
        )
    given = living_paper(batch.kind, row, batch.answers)
    if given is not None:
        return given
    kind, year = kind_of(batch.kind), year_of(batch.dated_on)
    number = next_number(row.organisation, kind.book, year, suffix=kind.suffix) if kind.is_numbered else ""
    about = {kind.subject: row, "number": number, "dated_on": batch.dated_on, "answers": batch.answers}
    document = prepare(batch.kind, by=batch.requested_by, **about)
    return document if kind.needs_approval else issue(document, by=batch.requested_by)


def _prolong(batch: PaperBatch) -> None:
    """A long batch is not taken for one whose worker died."""
    Job.objects.filter(key=job_key(batch), state=JobState.RUNNING).update(leased_until=clock.now() + LEASE)
