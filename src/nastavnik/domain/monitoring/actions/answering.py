"""Answering a wave: by a personal code, by the common one, or from paper.

Without names nothing here is written beside the answers that would lead from a person to a sheet: the invitation learns
that it was answered, all invitations of the wave are written anew at that moment, and the sheet knows its day alone.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from nastavnik.core import clock
from nastavnik.domain.monitoring.enums import WaveState
from nastavnik.domain.monitoring.errors import WaveIsNotOpen
from nastavnik.domain.monitoring.models import SurveyInvitation, SurveyWave, WaveSheet
from nastavnik.domain.questionnaires import actions as questionnaires
from nastavnik.domain.questionnaires.answering import Mistake
from nastavnik.domain.questionnaires.errors import AlreadySubmitted
from nastavnik.domain.questionnaires.models import AnswerSheet
from nastavnik.domain.questionnaires.queries import draft_by_device


@transaction.atomic
def answer_page(
    wave: SurveyWave,
    answers: Mapping[str, Any],
    *,
    page: int,
    invitation: SurveyInvitation | None = None,
    device: str | None = None,
) -> tuple[AnswerSheet, tuple[Mistake, ...]]:
    """Keep a page; the sheet is begun with the first one. `device` finds a draft without a name.

    Raises WaveIsNotOpen, AlreadySubmitted.
    """
    _check(wave, invitation)
    sheet = _draft(wave, invitation, device)
    return sheet, questionnaires.save_page(sheet, answers, page=page)


@transaction.atomic
def finish(wave: SurveyWave, sheet: AnswerSheet, *, invitation: SurveyInvitation | None = None) -> None:
    """Send the sheet. Raises WaveIsNotOpen, AlreadySubmitted, SheetIncomplete."""
    _check(wave, invitation)
    if invitation:
        _note_answer(wave, invitation)
    questionnaires.submit_sheet(sheet)
    if sheet.is_anonymous:
        _belongs(wave, sheet, None)


@transaction.atomic
def enter_paper(
    wave: SurveyWave, answers: Mapping[str, Any], *, invitation: SurveyInvitation | None = None, by: Any
) -> tuple[AnswerSheet | None, tuple[Mistake, ...]]:
    """A sheet copied from paper. Without names nobody's invitation is touched: who handed one in is not known.

    Raises WaveIsNotOpen, AlreadySubmitted.
    """
    without_names = wave.survey.is_anonymous
    named = None if without_names else invitation
    if named is None and not without_names:
        raise WaveIsNotOpen
    _check(wave, named)
    if named:
        discarded = WaveSheet.objects.filter(invitation=named, sheet__submitted_on__isnull=True).values("sheet")
        questionnaires.discard_drafts(
            AnswerSheet.objects.filter(pk__in=list(discarded.values_list("sheet", flat=True)))
        )
    sheet, mistakes = questionnaires.enter_paper(
        wave.questionnaire_version,
        answers,
        respondent=named.person if named else None,
        is_anonymous=without_names,
        by=by,
    )
    if sheet:
        _belongs(wave, sheet, named)
        if named:
            _note_answer(wave, named)
    return sheet, mistakes


def _check(wave: SurveyWave, invitation: SurveyInvitation | None) -> None:
    if wave.state != WaveState.OPEN:
        raise WaveIsNotOpen
    if invitation and invitation.is_answered:
        raise AlreadySubmitted


def _draft(wave: SurveyWave, invitation: SurveyInvitation | None, device: str | None) -> AnswerSheet:
    version = wave.questionnaire_version
    if wave.survey.is_anonymous:
        found = draft_by_device(device) if device else None
        return found or questionnaires.start_sheet(version, is_anonymous=True, draft_digest=device)
    if invitation is None:
        raise WaveIsNotOpen
    link = WaveSheet.objects.filter(invitation=invitation).select_related("sheet__questionnaire_version").first()
    if link:
        return link.sheet
    sheet = questionnaires.start_sheet(version, respondent=invitation.person)
    _belongs(wave, sheet, invitation)
    return sheet


def _belongs(wave: SurveyWave, sheet: AnswerSheet, invitation: SurveyInvitation | None) -> None:
    WaveSheet.objects.create(
        organisation_id=wave.organisation_id,
        id=sheet.pk,
        wave=wave,
        sheet=sheet,
        is_anonymous=sheet.is_anonymous,
        invitation=invitation,
        created_at=sheet.created_at,
    )


def _note_answer(wave: SurveyWave, invitation: SurveyInvitation) -> None:
    mine = SurveyInvitation.objects.filter(pk=invitation.pk, is_answered=False)
    if not wave.survey.is_anonymous:
        if not mine.update(is_answered=True, answered_at=clock.now()):
            raise AlreadySubmitted
        return
    if not mine.select_for_update().exists():
        raise AlreadySubmitted
    # Every row of the wave is written: a copy of the database shows the same last change on all of them.
    mine_now = ExpressionWrapper(Q(is_answered=True) | Q(pk=invitation.pk), output_field=BooleanField())
    SurveyInvitation.objects.filter(wave=wave).update(is_answered=mine_now, version=F("version") + 1)
