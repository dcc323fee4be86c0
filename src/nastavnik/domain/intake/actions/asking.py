"""The intake's own questions: chosen, answered page by page, handed in with the application, forgotten with it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from nastavnik.core import clock
from nastavnik.core.errors import ChangedMeanwhile
from nastavnik.domain.intake.extra import code_of
from nastavnik.domain.intake.models import Application, Intake
from nastavnik.domain.intake.queries.extra import READY, version_asked
from nastavnik.domain.intake.states import CHANGEABLE
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.answering import Mistake, check_answers
from nastavnik.domain.questionnaires.models import AnswerSheet

QUESTIONS = frozenset({"mentee_questions_id", "mentor_questions_id"})


def chosen(intake: Intake, said: int | str | None, *, by: Any) -> int | None:
    """The version to ask: a ready questionnaire is taken over with the choice. Raises NoSuchReadyOne."""
    if isinstance(said, str) and said.startswith(READY):
        return questionnaires.take_ready(intake.organisation, said.removeprefix(READY), by=by).pk
    return int(said) if said else None


@transaction.atomic
def save_extra(application: Application, typed: Mapping[str, Any], *, page: int) -> tuple[Mistake, ...]:
    """Keep what was written on a page, also where something is missing; returns what is to be mended on it.

    Raises ChangedMeanwhile: the application was sent or decided in the meantime.
    """
    rows = Application.objects.filter(pk=application.pk, state__in=CHANGEABLE)
    if not rows.update(page=code_of(page), touched_at=clock.now(), version=F("version") + 1):
        raise ChangedMeanwhile(application)
    application.refresh_from_db()
    version = version_asked(application)
    if version is None:
        return ()
    if application.extra_sheet is None:
        sheet = questionnaires.start_sheet(version, respondent=application.person)
        rows.update(extra_sheet=sheet)
        application.extra_sheet = sheet
    return questionnaires.save_page(application.extra_sheet, typed, page=page)


def hand_in_extra(application: Application, *, by: Any) -> None:
    """With the application the answers are done. Staff may leave something out: then they stay a draft."""
    sheet, version = application.extra_sheet, version_asked(application)
    if sheet is None or version is None or sheet.is_submitted:
        return
    name_extra(application)
    if not check_answers(version.asked, sheet.answers)[1]:
        questionnaires.submit_sheet(sheet, by=by)


def give_back_extra(application: Application, *, by: Any) -> None:
    """The application came back: these answers can be added to as well."""
    if application.extra_sheet is not None:
        questionnaires.reopen_sheet(application.extra_sheet, by=by)


def name_extra(application: Application) -> None:
    """The applicant is known from now on: the answers are theirs, and go with what is erased of them."""
    if application.extra_sheet is not None and application.person is not None:
        questionnaires.name_respondent(application.extra_sheet, application.person)


def forget_extra(application: Application) -> None:
    """What was answered and never handed in is gone."""
    questionnaires.discard_drafts(AnswerSheet.objects.filter(application=application))
    application.extra_sheet = None


def erase(applications: QuerySet[Application]) -> int:
    """Applications that were never sent go with all that was written in them; returns how many."""
    ids = list(applications.values_list("pk", flat=True))
    questionnaires.discard_drafts(AnswerSheet.objects.filter(application__in=ids))
    Application.objects.filter(pk__in=ids).delete()
    return len(ids)
