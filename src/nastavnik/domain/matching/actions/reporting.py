"""Who is lacking, what decisions cost, what would help: counted after the plan, so that nobody waits for it."""

from nastavnik.core import clock
from nastavnik.core.jobs import enqueue
from nastavnik.domain.matching.adapter import digest
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries.pool import pool_for
from nastavnik.domain.matching.reports import counted

JOB = "matching.report"


def ask_report(run: MatchRun) -> None:
    """After every change of a plan; asked twice for one version it is counted once."""
    enqueue(JOB, organisation_id=run.organisation_id, key=f"{JOB}/{run.pk}/{run.version}", run_id=run.pk)


def report(run: MatchRun) -> MatchRun:
    """Count the reports of the plan as it stands. Where it has changed meanwhile, the later job tells."""
    if run.state != MatchRunState.READY:
        return run
    today = clock.today(run.organisation.time_zone)
    problem = pool_for(run, gates_on=max(today, run.as_of)).problem
    if digest(problem) != run.input_sha256:
        return run
    pairs = [(str(e), str(r)) for e, r in run.proposals.values_list("mentee_id", "mentor_id")]
    reports = {"input_sha256": run.input_sha256, **counted(problem, pairs)}
    if MatchRun.objects.filter(pk=run.pk, version=run.version).update(reports=reports):
        run.reports = reports
    return run
