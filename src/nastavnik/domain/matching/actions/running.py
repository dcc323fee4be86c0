"""From «Подобрать» to a proposal: the page asks, the worker counts (`counting`), here it begins and ends."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from nastavnik.core import audit, clock
from nastavnik.core.jobs import enqueue
from nastavnik.core.lifecycle import advance
from nastavnik.core.models import Job, JobState
from nastavnik.domain.matching.enums import ChangeKind, MatchRunState
from nastavnik.domain.matching.errors import NobodyToMatch, RunIsOver
from nastavnik.domain.matching.models import LeftOut, MatchRun, Proposal, RunChange
from nastavnik.domain.matching.queries.pool import last_ready, pool_of, settings_chosen
from nastavnik.domain.matching.queries.runs import JOB, job_key
from nastavnik.domain.matching.solving import MatchedPair, Unmatched
from nastavnik.domain.programmes.models import Module

CANCELLED = "cancelled"


@transaction.atomic
def run(module: Module, *, as_of: date, by: Any, rematch: bool = False) -> MatchRun:
    """Ask for a matching of the module as of a day; the answer comes from the background.

    `rematch`: pairs that were published but have not begun may change too, as few as possible; those of the last
    proposal that waits are kept where they can be.
    """
    pool = pool_of(module, as_of=as_of, rematch=rematch)
    if not pool.mentees or not pool.mentors:
        raise NobodyToMatch()
    locked = Module.objects.select_for_update(no_key=True).get(pk=module.pk)
    last = MatchRun.objects.filter(module=locked).aggregate(last=Max("number"))["last"] or 0
    kept = {"rematch": True, "kept_from": last_ready(locked)} if rematch else {}
    asked = MatchRun.objects.create(
        organisation_id=module.organisation_id,
        module=module,
        number=last + 1,
        as_of=as_of,
        settings={**settings_chosen(module), **kept},
        started_by=by,
    )
    _say_recounted(locked, by)
    audit.record("matchrun.ask", asked, by=by, fields=["as_of", "settings"])
    return begin(asked, by=by)


def _say_recounted(module: Module, by: Any) -> None:
    """The proposal that waits tells that somebody asked for another one."""
    waiting = last_ready(module)
    if waiting:
        RunChange.objects.create(
            organisation_id=module.organisation_id, run_id=waiting, kind=ChangeKind.RECOUNT, by=by, at=clock.now()
        )


@transaction.atomic
def begin(run: MatchRun, *, by: Any) -> MatchRun:
    """Put a draft (also one that failed or was stopped) into the queue."""
    advance(run, "begin", by=by)
    run.cancel_asked, run.progress, run.error = False, {}, ""
    MatchRun.objects.filter(pk=run.pk).update(cancel_asked=False, progress={}, error="")
    enqueue(JOB, organisation_id=run.organisation_id, key=job_key(run), run_id=run.pk)
    return run


@transaction.atomic
def cancel(run: MatchRun, *, by: Any) -> MatchRun:
    """Stop a run that is being counted: at once while it waits in the queue, else as soon as the worker looks."""
    if run.state != MatchRunState.SOLVING:
        raise RunIsOver()
    waiting = Job.objects.filter(key=job_key(run), state=JobState.QUEUED)
    if waiting.update(state=JobState.CANCELLED, finished_at=clock.now()):
        return stop(run, by=by)
    MatchRun.objects.filter(pk=run.pk, state=MatchRunState.SOLVING).update(cancel_asked=True)
    run.cancel_asked = True
    audit.record("matchrun.ask_cancel", run, by=by, fields=["cancel_asked"])
    return run


def stop(run: MatchRun, *, by: Any) -> MatchRun:
    """It was asked to stop: a draft again, nothing of it is kept."""
    advance(run, "cancel", by=by, reason=CANCELLED)
    run.error, run.progress, run.cancel_asked = CANCELLED, {}, False
    run.save(update_fields=["error", "progress", "cancel_asked"])
    return run


def finish(run: MatchRun, *, by: Any) -> MatchRun:
    """The proposal is there to be looked at."""
    advance(run, "finish", by=by)
    return run


@transaction.atomic
def fail(run: MatchRun, *, error: str, by: Any) -> MatchRun:
    """It did not work: the reason is kept, the run can be begun again."""
    advance(run, "fail", by=by, reason=error[:40])
    MatchRun.objects.filter(pk=run.pk).update(error=error[:200], progress={})
    run.error, run.progress = error[:200], {}
    return run


def proposal(run: MatchRun, pair: MatchedPair, **more: Any) -> Proposal:
    """A row for a pair; the keys are ids of participations."""
    return Proposal(
        organisation_id=run.organisation_id,
        run=run,
        mentee_id=int(pair.mentee),
        mentor_id=int(pair.mentor),
        score=pair.score,
        reasons=list(pair.reasons),
        is_mutual=pair.is_mutual,
        **more,
    )


def write_left_out(run: MatchRun, people: tuple[Unmatched, ...] | list[Unmatched]) -> None:
    """Who has no pair, in place of what was written before."""
    run.left_out.all().delete()
    LeftOut.objects.bulk_create(
        LeftOut(
            organisation_id=run.organisation_id,
            run=run,
            mentee_id=int(one.mentee),
            reasons={"code": one.code, "params": one.params, "helps": list(one.helps)},
        )
        for one in people
    )
