"""Who may what with the admission of mentors."""

from typing import Any

from nastavnik.domain.intake.models import EmployeeAgreement
from nastavnik.domain.people.enums import RoleCode
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing
from nastavnik.domain.programmes.models import Participation

sees_admission = somewhere(Permission.INTERVIEW_RECORD)
decides_admission = somewhere(Permission.ADMISSION_DECIDE)


def can_interview(user: Any, participation: Participation) -> bool:
    """Nobody interviews, marks or admits themself."""
    return not _own(user, participation) and holds(user, Permission.INTERVIEW_RECORD, participation.organisation_id)


def can_admit(user: Any, participation: Participation) -> bool:
    return not _own(user, participation) and holds(user, Permission.ADMISSION_DECIDE, participation.organisation_id)


def can_keep_agreement(user: Any, agreement: EmployeeAgreement) -> bool:
    return can_admit(user, agreement.participation)


def checks_themself(user: Any) -> bool:
    """A page rule: mentors, and only for themselves."""
    return standing(user).has(RoleCode.MENTOR)


def _own(user: Any, participation: Participation) -> bool:
    return bool(participation.person.user_id == user.pk)
