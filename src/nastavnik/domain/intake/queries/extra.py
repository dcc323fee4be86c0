"""The intake's own questions: which are asked of whom, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.intake.extra import code_of
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.people.roles import Permission
from nastavnik.domain.people.rules import holds
from nastavnik.domain.programmes.enums import ParticipationRole
from nastavnik.domain.questionnaires.answering import check_answers, is_shown, pages_shown
from nastavnik.domain.questionnaires.enums import Audience, Purpose
from nastavnik.domain.questionnaires.models import QuestionnaireVersion
from nastavnik.domain.questionnaires.queries import published, ready_ones_taken
from nastavnik.domain.questionnaires.shipped import SHIPPED
from nastavnik.domain.questionnaires.specs import Question, Spec

READY = "ready:"


@dataclass(frozen=True)
class Extra:
    """What is asked, and what was said so far."""

    spec: Spec
    answers: Mapping[str, Any]

    @property
    def pages(self) -> tuple[int, ...]:
        """Numbers of the sections that this applicant meets."""
        return pages_shown(self.spec, self.answers)

    def questions(self, page: int) -> tuple[Question, ...]:
        return tuple(one for one in self.spec.sections[page].questions if is_shown(one, self.answers))

    @property
    def lacking(self) -> tuple[int, ...]:
        """The sections without whose answers it cannot be sent."""
        return tuple(page for page in self.pages if check_answers(self.spec, self.answers, page=page)[1])

    def title(self, page: int) -> str:
        return self.spec.sections[page].title or self.spec.title

    def titled(self, numbers: tuple[int, ...]) -> list[tuple[str, str]]:
        """Codes of the pages of these sections with their titles."""
        return [(code_of(page), self.title(page)) for page in numbers]


def version_asked(application: Application) -> QuestionnaireVersion | None:
    """Who began goes on with what was begun, whatever the intake asks by now."""
    if application.extra_sheet is not None:
        return application.extra_sheet.questionnaire_version
    if application.role == ParticipationRole.MENTEE:
        return application.intake.mentee_questions
    return application.intake.mentor_questions if application.role == ParticipationRole.MENTOR else None


def extra_of(application: Application) -> Extra | None:
    """The intake's own questions to this applicant; None where there are none."""
    version = version_asked(application)
    if version is None:
        return None
    sheet = application.extra_sheet
    return Extra(version.paged, dict(sheet.answers) if sheet else {})


def extra_for(intake: Intake, role: str) -> Extra | None:
    """What will be asked of somebody of the role who has not begun; None where there is nothing."""
    version = intake.mentee_questions if role == ParticipationRole.MENTEE else intake.mentor_questions
    return Extra(version.paged, {}) if version is not None else None


def extra_lacking(application: Application) -> list[str]:
    """Titles of the sections to be answered before sending. From paper, or by staff, nothing is demanded."""
    extra = extra_of(application) if application.entered_by_id is None else None
    return [extra.title(page) for page in extra.lacking] if extra else []


def questions_to_choose(intake: Intake, role: str, user: Any) -> list[tuple[int | str, str]]:
    """(id of a version or «ready:code», title): what may be asked of the role. Who makes questionnaires is offered
    the ready ones too: choosing one takes it over."""
    fit = (role, Audience.ANYBODY)
    rows = published(intake.organisation).filter(
        questionnaire__purpose=Purpose.APPLICATION, questionnaire__audience__in=fit, questionnaire__is_anonymous=False
    )
    choices: list[tuple[int | str, str]] = [(row.pk, row.questionnaire.title) for row in rows]
    now = intake.mentee_questions if role == ParticipationRole.MENTEE else intake.mentor_questions
    if now is not None and now.pk not in dict(choices):
        title = _("%(title)s, версия %(number)s") % {"title": now.questionnaire.title, "number": now.number}
        choices.append((now.pk, title))
    if not holds(user, Permission.QUESTIONNAIRE_EDIT, intake.organisation_id):
        return choices
    taken = ready_ones_taken(intake.organisation)
    ready = [one for one in SHIPPED if one.purpose == Purpose.APPLICATION and one.audience in fit]
    offered = [one for one in ready if one.code not in taken]
    return choices + [(READY + one.code, _("%(title)s (готовая)") % {"title": one.title}) for one in offered]
