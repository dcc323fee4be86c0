"""Who may what. Which rows at all stands in `queries.visible`."""

from typing import Any

from nastavnik.domain.mentorships.models import Mentorship
from nastavnik.domain.mentorships.rules import AT_WORK, can_lead, edits_mentorships, is_member
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, standing


def looks_after(user: Any) -> bool:
    """A page rule: who leads pairs calls them."""
    return edits_mentorships(user)


def can_look_after(user: Any, mentorship: Mentorship) -> bool:
    """The coordinator of the organisation, while the pair works."""
    return mentorship.state in AT_WORK and can_lead(user, mentorship)


def sets_frequency(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.MENTORSHIP_EDIT, organisation.pk)


def tells_pulse(user: Any) -> bool:
    """A page rule: who is in a pair."""
    return standing(user).may(Permission.MENTORSHIP_OWN)


def can_tell_pulse(user: Any, mentorship: Mentorship) -> bool:
    return mentorship.state in AT_WORK and is_member(user, mentorship)
