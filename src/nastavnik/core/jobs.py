"""Background work. `enqueue` writes a row in the caller's transaction; the worker (huey) runs what is due.

huey delivers at most once, a row at least once: a sweep takes up what a dead worker left. A claim is a lease and
fenced by the number of the attempt: of two workers that hold one job only the later one may finish it.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from nastavnik.core import clock
from nastavnik.core.models import Job, JobState

logger = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)
ATTEMPTS = 5
DIED = "WorkerDied"

Function = Callable[..., None]
Key = Callable[[datetime], str | None]


@dataclass(frozen=True)
class Work:
    """What runs under a name. Work that talks to other machines is not atomic and keeps its own transactions."""

    function: Function
    atomic: bool
    lease: timedelta


class LeaseLost(RuntimeError):
    """The work took longer than its lease and somebody else has it: nothing of it is kept."""


_work: dict[str, Work] = {}
_standing: dict[str, Key] = {}
_wake: list[Callable[[], None]] = []


def job(name: str, *, atomic: bool = True, lease: timedelta = LEASE) -> Callable[[Function], Function]:
    """Register a function of a room's `tasks.py` under the name that `enqueue` uses.

    Atomic work commits together with its «done», so it has its effect once. Other work (letters, copies) must stand
    being begun twice. `lease` is how long it may take before another worker may take it up.
    """

    def register(function: Function) -> Function:
        _work[name] = Work(function, atomic, lease)
        return function

    return register


def standing(name: str) -> Callable[[Key], Key]:
    """Register when a job is wanted by itself: a function of the moment that gives the key of one run, or None.

    Asked every minute by every worker; one key is one run, however many workers ask and however late.
    """

    def register(key: Key) -> Key:
        _standing[name] = key
        return key

    return register


def enqueue(name: str, *, organisation_id: int | None = None, key: str | None = None, **payload: Any) -> Job:
    """Ask for work after this transaction; with a `key` the same work is asked for once only."""
    if name not in _work:
        raise LookupError(f"no job is called {name}")
    values = {"name": name, "payload": payload, "organisation_id": organisation_id}
    if key:
        asked, _created = Job.objects.get_or_create(key=key, defaults=values)
    else:
        asked = Job.objects.create(**values)
    for wake in _wake:
        transaction.on_commit(wake, robust=True)
    return asked


def on_enqueue(wake: Callable[[], None]) -> None:
    """Tell the core how to wake the worker; without one the sweep of each minute finds the row."""
    _wake.append(wake)


def ask_standing() -> None:
    """Ask for the standing jobs whose time has come."""
    for name, key_at in _standing.items():
        key = key_at(clock.now())
        if key is not None and not Job.objects.filter(key=key).exists():
            enqueue(name, key=key)


def run_due(limit: int = 100) -> int:
    """Run what is due now, oldest first; returns how many ran. Safe to call from several workers at once."""
    _bury()
    ran = 0
    while ran < limit and (claimed := _claim()) is not None:
        _run(claimed)
        ran += 1
    return ran


def _bury() -> None:
    """A job under which one worker after another died is not tried for ever."""
    Job.objects.filter(state=JobState.RUNNING, leased_until__lt=clock.now(), attempts__gte=ATTEMPTS).update(
        state=JobState.FAILED, error=DIED, finished_at=clock.now()
    )


def _claim() -> Job | None:
    at = clock.now()
    due = Q(state=JobState.QUEUED, run_after__lte=at) | Q(state=JobState.RUNNING, leased_until__lt=at)
    for candidate in Job.objects.filter(due).order_by("run_after", "id")[:5]:
        lease = _work[candidate.name].lease if candidate.name in _work else LEASE
        taken = Job.objects.filter(due, pk=candidate.pk, attempts=candidate.attempts).update(
            state=JobState.RUNNING, attempts=F("attempts") + 1, leased_until=at + lease
        )
        if taken:
            candidate.attempts += 1
            return candidate
    return None


def _run(claimed: Job) -> None:
    try:
        work = _work[claimed.name]
        if work.atomic:
            with transaction.atomic():
                work.function(**claimed.payload)
                _finish(claimed)
        else:
            work.function(**claimed.payload)
            _finish(claimed)
    except LeaseLost:
        logger.warning("job %s was taken over", claimed)
    except Exception as error:  # noqa: BLE001 – whatever a room does, the worker goes on
        # Only where it failed: the words of an error may hold somebody's data.
        logger.error("job %s failed: %s at %s", claimed, type(error).__name__, place_of(error))
        _put_back(claimed, type(error).__name__)


def place_of(error: Exception) -> str:
    """File and line of an error, for logs: its words may hold the data of somebody."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def _mine(claimed: Job) -> Any:
    return Job.objects.filter(pk=claimed.pk, state=JobState.RUNNING, attempts=claimed.attempts)


def _finish(claimed: Job) -> None:
    if not _mine(claimed).update(state=JobState.DONE, finished_at=clock.now(), error=""):
        raise LeaseLost


def _put_back(claimed: Job, error: str) -> None:
    if claimed.attempts >= ATTEMPTS:
        _mine(claimed).update(state=JobState.FAILED, error=error, finished_at=clock.now())
        return
    later = clock.now() + timedelta(seconds=10 * 2**claimed.attempts)
    _mine(claimed).update(state=JobState.QUEUED, error=error, run_after=later)
