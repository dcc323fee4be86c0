"""Background work. `enqueue` writes a row in the caller's transaction; the worker (huey) runs what is due.

huey delivers at most once, a row at least once: a sweep takes up what a dead worker left, so every job is idempotent.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)
ATTEMPTS = 5
_work: dict[str, Callable[..., None]] = {}
_wake: list[Callable[[], None]] = []


def job(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function of a room's `tasks.py` under the name that `enqueue` uses."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        _work[name] = function
        return function

    return register


def enqueue(name: str, *, organisation_id: int | None = None, key: str | None = None, **payload: Any) -> Job:
    """Ask for work after this transaction; with a `key` the same work is asked for once only."""
    if name not in _work:
        raise LookupError(f"no job is called {name}")
    if key:
        asked, _created = Job.objects.get_or_create(
            key=key, defaults={"name": name, "payload": payload, "organisation_id": organisation_id}
        )
    else:
        asked = Job.objects.create(name=name, payload=payload, organisation_id=organisation_id)
    for wake in _wake:
        transaction.on_commit(wake, robust=True)
    return asked


def on_enqueue(wake: Callable[[], None]) -> None:
    """Tell the core how to wake the worker; without one the sweep of each minute finds the row."""
    _wake.append(wake)


def run_due(limit: int = 100) -> int:
    """Run what is due now, oldest first; returns how many ran. Safe to call from several workers at once."""
    ran = 0
    while ran < limit and (claimed := _claim()) is not None:
        _run(claimed)
        ran += 1
    return ran


def _claim() -> Job | None:
    at = clock.now()
    due = Q(state=JobState.QUEUED, run_after__lte=at) | Q(state=JobState.RUNNING, leased_until__lt=at)
    for candidate in Job.objects.filter(due).order_by("run_after", "id")[:5]:
        taken = Job.objects.filter(due, pk=candidate.pk, attempts=candidate.attempts).update(
            state=JobState.RUNNING, attempts=F("attempts") + 1, leased_until=at + LEASE
        )
        if taken:
            candidate.refresh_from_db()
            return candidate
    return None


def _run(claimed: Job) -> None:
    try:
        with transaction.atomic():
            _work[claimed.name](**claimed.payload)
            Job.objects.filter(pk=claimed.pk).update(state=JobState.DONE, finished_at=clock.now(), error="")
    except Exception as error:
        logger.exception("job %s failed", claimed)
        last = claimed.attempts >= ATTEMPTS
        Job.objects.filter(pk=claimed.pk).update(
            state=JobState.FAILED if last else JobState.QUEUED,
            run_after=clock.now() + timedelta(seconds=10 * 2**claimed.attempts),
            error=type(error).__name__,
        )
