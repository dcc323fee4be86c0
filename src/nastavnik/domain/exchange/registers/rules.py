"""Who may see the registers."""

from typing import Any

from nastavnik.domain.exchange.models import SavedView
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.programmes.models import Participation

sees_registers = somewhere(Permission.REGISTER_SEE)


def can_see_in(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.REGISTER_SEE, organisation.pk)


def can_describe(user: Any, participation: Participation) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, participation.organisation_id)


def can_forget(user: Any, view: SavedView) -> bool:
    """A view is forgotten by whoever keeps it."""
    return bool(view.owner_id == user.pk)
