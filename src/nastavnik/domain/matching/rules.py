"""Who may run, change and publish."""

from typing import Any

from nastavnik.domain.matching.models import MatchRun
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.programmes.models import Module

runs_matching = somewhere(Permission.MATCHING_RUN)


def can_run(user: Any, module: Module) -> bool:
    return holds(user, Permission.MATCHING_RUN, module.organisation_id)


def can_decide(user: Any, run: MatchRun) -> bool:
    """Change, publish or discard a proposal."""
    return holds(user, Permission.MATCHING_RUN, run.organisation_id)
