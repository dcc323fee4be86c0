"""Who may run, change and publish."""

from typing import Any

from nastavnik.domain.matching.models import GroupMeeting, MatchRun, Presence, Suggestion
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing
from nastavnik.domain.programmes.models import Module

runs_matching = somewhere(Permission.MATCHING_RUN)
suggests_pairs = somewhere(Permission.PAIR_SUGGEST)


def can_run(user: Any, module: Module) -> bool:
    return holds(user, Permission.MATCHING_RUN, module.organisation_id)


def can_decide(user: Any, run: MatchRun) -> bool:
    """Change, publish or discard a proposal."""
    return holds(user, Permission.MATCHING_RUN, run.organisation_id)


def can_lead_meeting(user: Any, meeting: GroupMeeting) -> bool:
    return holds(user, Permission.MATCHING_RUN, meeting.organisation_id)


def chooses(user: Any) -> bool:
    """A page rule: mentors and mentees for themselves, coordinators for those who gave their answer on paper."""
    return standing(user).may(Permission.MENTORSHIP_OWN) or standing(user).may(Permission.MATCHING_RUN)


def names_mentors(user: Any) -> bool:
    """A page rule: mentees."""
    return standing(user).has(RoleCode.MENTEE)


def is_own(user: Any, presence: Presence) -> bool:
    return bool(presence.participation.person.user_id == user.pk)


def can_suggest(user: Any, module: Module) -> bool:
    return holds(user, Permission.PAIR_SUGGEST, module.organisation_id)


def can_decide_suggestion(user: Any, suggestion: Suggestion) -> bool:
    return holds(user, Permission.MATCHING_RUN, suggestion.organisation_id)
