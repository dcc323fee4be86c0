"""Solving a run in the background: how far it is, stopping it, and keeping what came out."""

import time
from datetime import timedelta

from django.db import transaction

from matchengine.progress import Cancelled
from nastavnik.core import clock
from nastavnik.core.models import Job, JobState
from nastavnik.domain.matching.actions.reporting import ask_report
from nastavnik.domain.matching.actions.running import finish, proposal, stop, write_left_out
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun, Proposal
from nastavnik.domain.matching.queries.pool import Pool, pool_for
from nastavnik.domain.matching.queries.runs import job_key
from nastavnik.domain.matching.solving import Outcome, outcome_of

LEASE = timedelta(minutes=5)
EVERY = 0.5  # seconds between two notes of progress


class Progress:
    """Notes how far a run is, each note in a transaction of its own; answers False once somebody asked to stop.

    Each note also prolongs the lease of the job, so that a long run is not taken for one whose worker died.
    """

    def __init__(self, run: MatchRun) -> None:
        self.run = run
        self.key = job_key(run)
        self._noted = float("-inf")
        self._stage = ""

    def __call__(self, stage: str, done: int, of: int) -> bool:
        now = time.monotonic()
        if stage == self._stage and now - self._noted < EVERY:
            return True
        self._stage, self._noted = stage, now
        rows = MatchRun.objects.filter(pk=self.run.pk)
        rows.update(progress={"stage": stage, "done": done, "of": of})
        Job.objects.filter(key=self.key, state=JobState.RUNNING).update(leased_until=clock.now() + LEASE)
        return rows.filter(state=MatchRunState.SOLVING, cancel_asked=False).exists()


def solve(run: MatchRun) -> MatchRun:
    """Count the plan, check it again and keep it. Asked twice it counts once; asked to stop it becomes a draft."""
    if run.state != MatchRunState.SOLVING:
        return run
    progress = Progress(run)
    try:
        if not progress("reading", 0, 1):
            raise Cancelled
        pool = pool_for(run)
        outcome = outcome_of(pool.problem, progress=progress)
    except Cancelled:
        return _stopped(run)
    return _kept(run, pool, outcome)


@transaction.atomic
def _stopped(run: MatchRun) -> MatchRun:
    locked = _locked(run)
    if locked.state == MatchRunState.SOLVING:
        stop(locked, by=locked.started_by)
    return _told(run, locked)


@transaction.atomic
def _kept(run: MatchRun, pool: Pool, outcome: Outcome) -> MatchRun:
    """Of two workers that counted one run the first writes; nothing is written once it was stopped or put aside."""
    locked = _locked(run)
    if locked.state != MatchRunState.SOLVING:
        return _told(run, locked)
    if locked.cancel_asked:
        stop(locked, by=locked.started_by)
        return _told(run, locked)
    locked.certificate = {**outcome.certificate, "checked_again": True}
    locked.input_sha256 = outcome.input_sha256
    locked.error = ""
    locked.progress = {}
    locked.save(update_fields=["certificate", "input_sha256", "error", "progress"])
    Proposal.objects.bulk_create(
        proposal(locked, pair, way=pool.way_of(pair.mentee, pair.mentor)) for pair in outcome.pairs
    )
    write_left_out(locked, outcome.left_out)
    finish(locked, by=locked.started_by)
    ask_report(locked)
    return _told(run, locked)


def _locked(run: MatchRun) -> MatchRun:
    return MatchRun.objects.select_for_update(of=("self",)).select_related("started_by", "organisation").get(pk=run.pk)


def _told(run: MatchRun, locked: MatchRun) -> MatchRun:
    """What the caller holds is the same as what is written."""
    for name in ("state", "version", "certificate", "input_sha256", "error", "progress", "cancel_asked"):
        setattr(run, name, getattr(locked, name))
    return run
