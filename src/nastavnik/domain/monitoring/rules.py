"""Who may read reports, and have them as papers."""

from typing import Any

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.programmes.models import Programme

sees_reports = somewhere(Permission.REPORT_SEE)


def can_see_report(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.REPORT_SEE, programme.organisation_id)
