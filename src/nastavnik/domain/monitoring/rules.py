"""Who may read reports, and have them as papers."""

from typing import Any

from nastavnik.domain.monitoring.models import Survey, SurveyWave
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, signed_in, somewhere, standing
from nastavnik.domain.programmes.models import Programme

sees_reports = somewhere(Permission.REPORT_SEE)
makes_surveys = somewhere(Permission.QUESTIONNAIRE_EDIT)
enters_answers = somewhere(Permission.ANSWERS_ENTER)
answers_surveys = signed_in


def can_see_report(user: Any, programme: Programme) -> bool:
    return holds(user, Permission.REPORT_SEE, programme.organisation_id)


def sees_surveys(user: Any) -> bool:
    """A page rule: who makes them, who enters answers from paper, who reads reports."""
    held = standing(user)
    return any(map(held.may, (Permission.QUESTIONNAIRE_EDIT, Permission.ANSWERS_ENTER, Permission.REPORT_SEE)))


def can_make(user: Any, survey: Survey) -> bool:
    return holds(user, Permission.QUESTIONNAIRE_EDIT, survey.organisation_id)


def can_lead(user: Any, wave: SurveyWave) -> bool:
    return holds(user, Permission.QUESTIONNAIRE_EDIT, wave.organisation_id)


def can_enter(user: Any, wave: SurveyWave) -> bool:
    return holds(user, Permission.ANSWERS_ENTER, wave.organisation_id)


def can_see_results(user: Any, wave: SurveyWave) -> bool:
    return holds(user, Permission.REPORT_SEE, wave.organisation_id)
