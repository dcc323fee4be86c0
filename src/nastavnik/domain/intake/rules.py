"""Who may: predicates over roles. What admission allows stands in its own file."""

from typing import Any

from nastavnik.domain.intake.enums import ApplicationState
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.organisations.models import Organisation
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere

reviews_applications = somewhere(Permission.APPLICATION_REVIEW)
enters_applications = somewhere(Permission.APPLICATION_ENTER)
OPEN_TO_CHANGES = (ApplicationState.DRAFT, ApplicationState.RETURNED)


def can_review(user: Any, application: Application) -> bool:
    return holds(user, Permission.APPLICATION_REVIEW, application.organisation_id)


def can_review_in(user: Any, organisation: Organisation) -> bool:
    return holds(user, Permission.APPLICATION_REVIEW, organisation.pk)


def can_see(user: Any, application: Application) -> bool:
    return can_review(user, application) or application.entered_by_id == user.pk


def can_edit(user: Any, application: Application) -> bool:
    """What was entered for somebody is mended by who entered it, or by the coordinator."""
    return holds(user, Permission.APPLICATION_ENTER, application.organisation_id) and can_see(user, application)


def can_enter(user: Any, intake: Intake) -> bool:
    return holds(user, Permission.APPLICATION_ENTER, intake.organisation_id)


def can_run(user: Any, intake: Intake) -> bool:
    return holds(user, Permission.APPLICATION_REVIEW, intake.organisation_id)
