"""Who published what, and when: for the second of two who press at once."""

from dataclasses import dataclass
from datetime import datetime

from nastavnik.domain.matching.enums import MatchRunState
from nastavnik.domain.matching.models import MatchRun, MatchRunStateChange
from nastavnik.domain.people.queries.person import names_of_users


@dataclass(frozen=True)
class Publication:
    """`by` is a name, empty where the account belongs to nobody here."""

    run: MatchRun
    by: str
    by_id: int | None
    at: datetime


def publication(run: MatchRun) -> Publication | None:
    """The publishing of this run; None while it has not been."""
    if run.state != MatchRunState.PUBLISHED:
        return None
    change = run.state_changes.filter(action="publish").last()
    return _of(run, change) if change else None


def overtaken_by(run: MatchRun) -> Publication | None:
    """Another run of the module that was published after this one was counted, the newest; None where there is none."""
    counted = run.state_changes.filter(action="finish").last()
    if counted is None:
        return None
    changes = MatchRunStateChange.objects.filter(run__module=run.module_id, action="publish", at__gt=counted.at)
    change = changes.exclude(run=run).select_related("run").last()
    return _of(change.run, change) if change else None


def _of(run: MatchRun, change: MatchRunStateChange) -> Publication:
    names = names_of_users(run.organisation, [change.by_id])
    return Publication(run, names.get(change.by_id, ""), change.by_id, change.at)
