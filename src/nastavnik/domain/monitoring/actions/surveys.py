"""Asking: making a survey, opening a wave, reminding, closing."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from nastavnik.core import audit, clock, lifecycle
from nastavnik.domain.monitoring import tokens
from nastavnik.domain.monitoring.enums import Moment, WaveState
from nastavnik.domain.monitoring.errors import (
    AskedByNobody,
    NobodyToAsk,
    NoVersionToAsk,
    ReminderTooSoon,
    WaveIsNotOpen,
)
from nastavnik.domain.monitoring.models import Survey, SurveyInvitation, SurveyWave, WaveSheet
from nastavnik.domain.monitoring.queries import people_to_ask, silent
from nastavnik.domain.notifications.actions import notify
from nastavnik.domain.programmes.models import Module, Programme
from nastavnik.domain.questionnaires.actions import discard_drafts, shuffle_sheets
from nastavnik.domain.questionnaires.enums import VersionState
from nastavnik.domain.questionnaires.models import AnswerSheet, Questionnaire, QuestionnaireVersion

REMINDER = "survey_waits"


@transaction.atomic
def create_survey(
    programme: Programme,
    *,
    questionnaire: Questionnaire,
    title: str,
    roles: Sequence[str],
    module: Module | None = None,
    is_anonymous: bool = False,
    by: Any,
) -> Survey:
    """What is asked of whom; nobody is asked before a wave opens. Raises AskedByNobody."""
    if not roles:
        raise AskedByNobody
    survey = Survey.objects.create(
        organisation_id=programme.organisation_id,
        programme=programme,
        module=module,
        questionnaire=questionnaire,
        title=title.strip(),
        roles=list(roles),
        is_anonymous=is_anonymous,
    )
    audit.record("survey.create", survey, by=by, fields=["title", "roles"])
    return survey


@transaction.atomic
def plan_wave(
    survey: Survey,
    *,
    moment: str = Moment.ONCE,
    starts_on: date,
    ends_on: date | None = None,
    by_code: bool = False,
    by: Any,
) -> SurveyWave:
    """One time of asking, with the version in force today. Raises NoVersionToAsk."""
    version = QuestionnaireVersion.objects.filter(
        questionnaire=survey.questionnaire_id, state=VersionState.PUBLISHED
    ).first()
    if version is None:
        raise NoVersionToAsk
    wave = SurveyWave.objects.create(
        organisation_id=survey.organisation_id,
        survey=survey,
        questionnaire_version=version,
        moment=moment,
        starts_on=starts_on,
        ends_on=ends_on,
        code="".join(secrets.choice(tokens.ALPHABET) for _ in range(8)),
        by_code=by_code and survey.is_anonymous,
    )
    audit.record("surveywave.plan", wave, by=by)
    return wave


@transaction.atomic
def open_wave(wave: SurveyWave, *, by: Any) -> SurveyWave:
    """Everybody of whom may be asked is invited now; who may not be is not written to. Raises NobodyToAsk."""
    survey = wave.survey
    today = clock.today(survey.organisation.time_zone)
    people = list(people_to_ask(survey, today))
    if not people and not wave.by_code:
        raise NobodyToAsk
    lifecycle.advance(wave, "open_wave", by=by)
    SurveyInvitation.objects.bulk_create(
        SurveyInvitation(
            organisation_id=wave.organisation_id,
            wave=wave,
            person=person,
            token_digest=tokens.digest_of(tokens.token_for(wave.code, person.pk)),
            is_anonymous=survey.is_anonymous,
        )
        for person in people
    )
    for person in people:
        notify(REMINDER, to=person, context={"wave": wave.pk}, key=f"survey/{wave.pk}")
    return wave


@transaction.atomic
def remind(wave: SurveyWave, *, by: Any) -> int:
    """Write again to those who did not answer and may still be written to, once a day; returns to how many."""
    if wave.state != WaveState.OPEN:
        raise WaveIsNotOpen
    today = clock.today(wave.survey.organisation.time_zone)
    rows = silent(wave, today)
    if rows.filter(reminded_on=today).exists():
        raise ReminderTooSoon
    waiting = list(rows)
    for invitation in waiting:
        notify(REMINDER, to=invitation.person, context={"wave": wave.pk}, key=f"survey/{wave.pk}/{today:%Y%m%d}")
    # All rows alike, also of those who answered: which were touched when must not tell who answered when.
    SurveyInvitation.objects.filter(wave=wave).update(reminded_on=today)
    audit.record("surveywave.remind", wave, by=by)
    return len(waiting)


@transaction.atomic
def close_wave(wave: SurveyWave, *, by: Any) -> SurveyWave:
    """Nobody answers any more. What was begun and not sent is forgotten; sheets without names are shuffled."""
    lifecycle.advance(wave, "close_wave", by=by)
    discard_drafts(AnswerSheet.objects.filter(pk__in=WaveSheet.objects.filter(wave=wave).values("sheet")))
    if wave.survey.is_anonymous:
        _forget_devices(wave)
        _shuffle(wave)
    return wave


def _forget_devices(wave: SurveyWave) -> None:
    """Drafts without names belong to no wave; they go when no open wave asks the same."""
    version = wave.questionnaire_version_id
    if not SurveyWave.objects.filter(questionnaire_version=version, state=WaveState.OPEN).exists():
        discard_drafts(AnswerSheet.objects.filter(questionnaire_version=version, is_anonymous=True))


def _shuffle(wave: SurveyWave) -> None:
    ids = list(WaveSheet.objects.filter(wave=wave).values_list("sheet", flat=True))
    created_at = dict(WaveSheet.objects.filter(wave=wave).values_list("sheet", "created_at"))
    WaveSheet.objects.filter(wave=wave).delete()
    moved = shuffle_sheets(AnswerSheet.objects.filter(pk__in=ids))
    WaveSheet.objects.bulk_create(
        WaveSheet(
            organisation_id=wave.organisation_id,
            id=new,
            wave=wave,
            sheet_id=new,
            is_anonymous=True,
            created_at=created_at[former],
        )
        for former, new in moved.items()
    )
