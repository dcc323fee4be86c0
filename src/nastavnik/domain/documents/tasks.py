"""Many papers in the background, and the copies that go when they are old."""

from datetime import datetime

from nastavnik.core import jobs
from nastavnik.core.jobs import job, standing
from nastavnik.domain.documents import actions
from nastavnik.domain.documents.models import PaperBatch
from nastavnik.domain.documents.queries.batches import JOB, given_up_batches, outdated


@job(JOB, atomic=False, lease=actions.LEASE)
def make_batch(batch_id: int) -> None:
    """Whatever breaks it is tried again from where it stopped; what was made stays made."""
    actions.make_batch(PaperBatch.objects.select_related("organisation", "requested_by").get(pk=batch_id))


@job("documents.give_up")
def give_up() -> None:
    """Batches whose workers died one after another: the page says so, and what was made."""
    for batch in given_up_batches():
        actions.give_up_batch(batch, error=jobs.DIED, by=batch.requested_by)


@standing("documents.give_up")
def abandoned(at: datetime) -> str | None:
    """Asked for while a batch is open and nobody is left to make it."""
    return f"documents.give_up/{at:%Y%m%d%H%M}" if given_up_batches() else None


@job("documents.forget_copies")
def forget_copies() -> None:
    """Old archives and files to print; the papers stay."""
    actions.forget_copies()


@standing("documents.forget_copies")
def copies_are_old(at: datetime) -> str | None:
    """Once a day while there is something to forget."""
    return f"documents.forget_copies/{at:%Y-%m-%d}" if outdated().exists() else None
