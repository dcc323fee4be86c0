"""Solving in the background."""

import logging
from datetime import datetime

from nastavnik.core import jobs
from nastavnik.core.jobs import job
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.queries import given_up
from nastavnik.domain.matching.solving import code_of

logger = logging.getLogger(__name__)


@job("matching.solve", atomic=False)
def solve(run_id: int) -> None:
    """Solve a run. A plan that does not stand its check is not shown; whatever went wrong is said on its page."""
    run = MatchRun.objects.select_related("module__role_model", "organisation", "started_by").get(pk=run_id)
    try:
        actions.solve(run)
    except Exception as error:  # noqa: BLE001 – nobody waits for a run that will not come
        # Only where it failed: the words of an error may hold somebody's data.
        logger.error("match run %s failed: %s at %s", run_id, type(error).__name__, jobs.place_of(error))
        run.refresh_from_db(fields=["state", "version"])
        if run.state == MatchRunState.SOLVING:
            actions.fail(run, error=code_of(error), by=run.started_by)


@job("matching.report", atomic=False)
def report(run_id: int) -> None:
    """What stands beside the plan; without it the plan is as good."""
    run = MatchRun.objects.select_related("module__role_model", "organisation").get(pk=run_id)
    try:
        actions.report(run)
    except Exception as error:  # noqa: BLE001 – the plan stands without its reports
        logger.error("reports of match run %s failed: %s at %s", run_id, type(error).__name__, jobs.place_of(error))


@job("matching.give_up")
def give_up() -> None:
    """Runs whose workers died one after another can be begun again."""
    for run in given_up():
        actions.fail(run, error=jobs.DIED, by=run.started_by)


@jobs.standing("matching.give_up")
def abandoned(at: datetime) -> str | None:
    """Asked for while a run is being solved and nobody is left to solve it."""
    return f"matching.give_up/{at:%Y%m%d%H%M}" if given_up() else None
