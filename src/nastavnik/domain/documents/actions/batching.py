"""Many papers of one kind in the background: asked for, begun by a worker, finished or given up."""

from typing import Any

from nastavnik.core import lifecycle
from nastavnik.domain.documents.models import PaperBatch


def begin_batch(batch: PaperBatch, *, by: Any) -> PaperBatch:
    """A worker took it up."""
    lifecycle.advance(batch, "begin_batch", by=by)
    return batch


def finish_batch(batch: PaperBatch, *, by: Any) -> PaperBatch:
    """All papers that could be made are made; who got none stands in `refused`."""
    lifecycle.advance(batch, "finish_batch", by=by)
    return batch


def give_up_batch(batch: PaperBatch, *, error: str, by: Any) -> PaperBatch:
    """It will not come; `error` is a code without anybody's data."""
    batch.error = error[:60]
    batch.save(update_fields=["error"])
    lifecycle.advance(batch, "give_up_batch", by=by, reason=batch.error)
    return batch
