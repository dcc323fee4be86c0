"""Who may do what with programmes."""

from typing import Any

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.programmes.models import Module, Participation, Programme

sees_programmes = somewhere(Permission.PROGRAMME_SEE)
edits_programmes = somewhere(Permission.PROGRAMME_EDIT)


def can_see(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.PROGRAMME_SEE, programme.organisation_id)


def can_edit(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, programme.organisation_id)


def can_edit_module(user: Any, module: Module) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, module.organisation_id)


def can_edit_participation(user: Any, participation: Participation) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, participation.organisation_id)
