"""Who may do what with programmes."""

from typing import Any

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere
from nastavnik.domain.programmes.models import Module, NewsItem, Participation, Programme, SiteExport

sees_programmes = somewhere(Permission.PROGRAMME_SEE)
edits_programmes = somewhere(Permission.PROGRAMME_EDIT)
agrees_programmes = somewhere(Permission.DOCUMENT_APPROVE)
observes = somewhere(Permission.PROFILE_OBSERVE)


def can_see(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.PROGRAMME_SEE, programme.organisation_id)


def can_edit(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, programme.organisation_id)


def can_agree(user: Any, programme: Programme) -> bool:
    """The head's word: whoever approves the papers of the institution."""
    return holds(user, Permission.DOCUMENT_APPROVE, programme.organisation_id)


def can_edit_module(user: Any, module: Module) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, module.organisation_id)


def can_edit_news(user: Any, item: NewsItem) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, item.organisation_id)


def can_take_down(user: Any, export: SiteExport) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, export.organisation_id)


def can_edit_participation(user: Any, participation: Participation) -> bool:
    return holds(user, Permission.PROGRAMME_EDIT, participation.organisation_id)


def can_observe(user: Any, participation: Participation) -> bool:
    """Teachers, psychologists, coordinators; about oneself nobody."""
    own = participation.person.user_id == user.pk
    return not own and holds(user, Permission.PROFILE_OBSERVE, participation.organisation_id)
