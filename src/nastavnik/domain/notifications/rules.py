"""Who may what."""

from typing import Any

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import standing


def sets_quiet_hours(user: Any) -> bool:
    """A page rule: who looks after the institution's settings."""
    return standing(user).may(Permission.ORGANISATION_EDIT)


def tells_on_paper(user: Any) -> bool:
    """A page rule: who looks after people and collects their consents."""
    return standing(user).may(Permission.PEOPLE_EDIT)
