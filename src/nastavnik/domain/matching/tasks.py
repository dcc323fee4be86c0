"""Solving in the background."""

import logging

from django.db import transaction

from matchengine import PlanRefused
from nastavnik.core.jobs import job
from nastavnik.domain.matching import actions
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.matching.solving import PlanDoubted

logger = logging.getLogger(__name__)


@job("matching.solve")
def solve(run_id: int) -> None:
    """Solve a run. A plan that does not stand its check is not shown: the run fails and says so."""
    run = MatchRun.objects.select_related("module", "organisation", "started_by").get(pk=run_id)
    try:
        with transaction.atomic():
            actions.solve(run)
    except (PlanRefused, PlanDoubted) as error:
        logger.error("match run %s: the plan did not stand the check", run.pk)
        run.refresh_from_db(fields=["state", "version"])
        actions.fail(run, error=type(error).__name__, by=run.started_by)
