"""Runs and what they propose."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet

from nastavnik.core.models import Job, JobState
from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing
from nastavnik.domain.programmes.enums import ProgrammeState
from nastavnik.domain.programmes.models import Module
from nastavnik.domain.programmes.queries import modules_visible_to

JOB = "matching.solve"


def job_key(run: MatchRun) -> str:
    """One job for each time that the run is begun."""
    return f"{JOB}/{run.pk}/{run.version}"


def given_up() -> list[MatchRun]:
    """Runs that are being solved and whose job nobody will do any more; one query where none is being solved."""
    solving = list(MatchRun.objects.filter(state=MatchRunState.SOLVING).select_related("started_by"))
    if not solving:
        return []
    alive = Job.objects.filter(name=JOB, state__in=(JobState.QUEUED, JobState.RUNNING))
    keys = set(alive.values_list("key", flat=True))
    return [run for run in solving if job_key(run) not in keys]


def visible_to(user: Any) -> QuerySet[MatchRun]:
    """Runs of the organisations in which the user matches: a proposal is seen by nobody else."""
    organisations = standing(user).organisations_where(Permission.MATCHING_RUN)
    return MatchRun.objects.filter(organisation__in=organisations).select_related(
        "module", "module__programme", "module__mentoring_format", "module__role_model", "organisation", "started_by"
    )


def modules_to_match(user: Any) -> QuerySet[Module]:
    """Modules of programmes that are not over, in which the user may match."""
    organisations = standing(user).organisations_where(Permission.MATCHING_RUN)
    rows = modules_visible_to(user).filter(organisation__in=organisations)
    return rows.exclude(programme__state=ProgrammeState.CLOSED).order_by("-programme__starts_on", "id")


def with_counts(runs: QuerySet[MatchRun]) -> QuerySet[MatchRun]:
    """Runs with the number of pairs they propose."""
    return runs.annotate(pairs=Count("proposals"))


def latest_runs(user: Any, modules: Iterable[Module]) -> dict[int, MatchRun]:
    """Module id → its newest run that was not put aside."""
    runs = with_counts(visible_to(user)).filter(module__in=modules).exclude(state=MatchRunState.DISCARDED)
    return {run.module_id: run for run in runs.order_by("number")}
