"""From «Подобрать» to a proposal: the page asks, the worker solves."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from nastavnik.core import audit
from nastavnik.core.jobs import enqueue
from nastavnik.core.lifecycle import advance
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.errors import NobodyToMatch
from nastavnik.domain.matching.models import LeftOut, MatchRun, Proposal
from nastavnik.domain.matching.queries.pool import pool_for, pool_of, settings_chosen
from nastavnik.domain.matching.queries.runs import JOB, job_key
from nastavnik.domain.matching.solving import MatchedPair, Outcome, Unmatched, outcome_of
from nastavnik.domain.programmes.models import Module


@transaction.atomic
def run(module: Module, *, as_of: date, by: Any) -> MatchRun:
    """Ask for a matching of the module as of a day; the answer comes from the background."""
    pool = pool_of(module, as_of=as_of)
    if not pool.mentees or not pool.mentors:
        raise NobodyToMatch()
    locked = Module.objects.select_for_update().get(pk=module.pk)
    last = MatchRun.objects.filter(module=locked).aggregate(last=Max("number"))["last"] or 0
    asked = MatchRun.objects.create(
        organisation_id=module.organisation_id,
        module=module,
        number=last + 1,
        as_of=as_of,
        settings=settings_chosen(module),
        started_by=by,
    )
    audit.record("matchrun.ask", asked, by=by, fields=["as_of", "settings"])
    return begin(asked, by=by)


@transaction.atomic
def begin(run: MatchRun, *, by: Any) -> MatchRun:
    """Put a draft (also one that failed before) into the queue."""
    advance(run, "begin", by=by)
    enqueue(JOB, organisation_id=run.organisation_id, key=job_key(run), run_id=run.pk)
    return run


@transaction.atomic
def solve(run: MatchRun) -> MatchRun:
    """Count the plan, check it again and keep it. Asked twice it counts once."""
    if run.state != MatchRunState.SOLVING:
        return run
    outcome = outcome_of(pool_for(run).problem)
    _keep(run, outcome)
    return finish(run, by=run.started_by)


def finish(run: MatchRun, *, by: Any) -> MatchRun:
    """The proposal is there to be looked at."""
    advance(run, "finish", by=by)
    return run


@transaction.atomic
def fail(run: MatchRun, *, error: str, by: Any) -> MatchRun:
    """It did not work: the reason is kept, the run can be begun again."""
    advance(run, "fail", by=by, reason=error[:40])
    MatchRun.objects.filter(pk=run.pk).update(error=error[:200])
    run.error = error[:200]
    return run


def _keep(run: MatchRun, outcome: Outcome) -> None:
    run.certificate = {**outcome.certificate, "checked_again": True}
    run.input_sha256 = outcome.input_sha256
    run.error = ""
    run.save(update_fields=["certificate", "input_sha256", "error"])
    Proposal.objects.bulk_create(proposal(run, pair) for pair in outcome.pairs)
    write_left_out(run, outcome.left_out)


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
