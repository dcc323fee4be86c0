"""Who may do what with questionnaires."""

from typing import Any

from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds, somewhere, standing
from nastavnik.domain.questionnaires.models import Questionnaire, QuestionnaireVersion

edits_questionnaires = somewhere(Permission.QUESTIONNAIRE_EDIT)
enters_answers = somewhere(Permission.ANSWERS_ENTER)


def sees_questionnaires(user: Any) -> bool:
    """A page rule: who makes them, and who enters answers from paper."""
    held = standing(user)
    return held.may(Permission.QUESTIONNAIRE_EDIT) or held.may(Permission.ANSWERS_ENTER)


def can_edit(user: Any, questionnaire: Questionnaire) -> bool:
    return holds(user, Permission.QUESTIONNAIRE_EDIT, questionnaire.organisation_id)


def can_edit_version(user: Any, version: QuestionnaireVersion) -> bool:
    return holds(user, Permission.QUESTIONNAIRE_EDIT, version.organisation_id)
