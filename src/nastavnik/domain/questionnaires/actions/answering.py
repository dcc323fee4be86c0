"""Filling a sheet: page by page on a screen, or at once from paper.

A sheet without names leaves no entry in the trail and no change of state: those know the moment and who it was.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, QuerySet

from nastavnik.core import audit, clock
from nastavnik.domain.people.models import Person
from nastavnik.domain.questionnaires.answering import Mistake, check_answers
from nastavnik.domain.questionnaires.enums import Source, VersionState
from nastavnik.domain.questionnaires.errors import AlreadySubmitted, NotYetPublished, SheetIncomplete
from nastavnik.domain.questionnaires.models import AnswerSheet, QuestionnaireVersion, chance_number
from nastavnik.domain.questionnaires.scoring import score

GAPS = ("missing", "missing_row", "comment_missing")  # what people leave out on paper


def start_sheet(
    version: QuestionnaireVersion,
    *,
    respondent: Person | None = None,
    subject: Person | None = None,
    entered_by: Any = None,
    source: str = Source.ONLINE,
    is_anonymous: bool = False,
    draft_digest: str | None = None,
) -> AnswerSheet:
    """An empty sheet. Without names it keeps nobody, whoever is given. Raises NotYetPublished."""
    if version.state == VersionState.DRAFT:
        raise NotYetPublished
    named: dict[str, Any] = {"respondent": respondent, "subject": subject, "entered_by": entered_by}
    if is_anonymous:
        named = {"created_at": _beginning_of_today(version)}
    return AnswerSheet.objects.create(
        organisation_id=version.organisation_id,
        questionnaire_version=version,
        source=source,
        is_anonymous=is_anonymous,
        draft_digest=draft_digest,
        **named,
    )


def save_page(sheet: AnswerSheet, answers: Mapping[str, Any], *, page: int) -> tuple[Mistake, ...]:
    """Keep what was written on a page of `version.paged`, also where something is missing.

    Returns what is to be mended on it. What a changed answer hides on other pages is dropped. Raises AlreadySubmitted.
    """
    spec = sheet.questionnaire_version.paged
    clean, mistakes = check_answers(spec, {**sheet.answers, **answers}, page=page)
    reached = max(sheet.page, page + 1) if not mistakes else sheet.page
    rows = AnswerSheet.objects.filter(pk=sheet.pk, submitted_on__isnull=True)
    if not rows.update(answers=clean, page=reached, version=F("version") + 1):
        raise AlreadySubmitted
    sheet.answers, sheet.page = clean, reached
    return mistakes


@transaction.atomic
def submit_sheet(sheet: AnswerSheet, *, by: Any = None) -> AnswerSheet:
    """The sheet is done and never changes. Raises SheetIncomplete (`mistakes` says where), AlreadySubmitted."""
    version = sheet.questionnaire_version
    clean, mistakes = check_answers(version.asked, sheet.answers)
    if mistakes:
        raise SheetIncomplete
    _submit(sheet, version, clean)
    if not sheet.is_anonymous:
        audit.record("answersheet.submit", sheet, by=by, fields=["answers"])
    return sheet


@transaction.atomic
def enter_paper(
    version: QuestionnaireVersion,
    answers: Mapping[str, Any],
    *,
    respondent: Person | None = None,
    subject: Person | None = None,
    is_anonymous: bool = False,
    by: Any,
) -> tuple[AnswerSheet | None, tuple[Mistake, ...]]:
    """A sheet copied from paper: (sheet, ()), or (None, what cannot be). What was left out on paper stays out."""
    clean, mistakes = check_answers(version.asked, answers)
    wrong = tuple(mistake for mistake in mistakes if mistake.code not in GAPS)
    if wrong:
        return None, wrong
    sheet = start_sheet(
        version,
        respondent=respondent,
        subject=subject,
        entered_by=by,
        source=Source.PAPER,
        is_anonymous=is_anonymous,
    )
    _submit(sheet, version, clean)
    if not is_anonymous:
        audit.record("answersheet.enter", sheet, by=by, fields=["answers"])
    return sheet, ()


def _submit(sheet: AnswerSheet, version: QuestionnaireVersion, clean: dict[str, Any]) -> None:
    results = score(version.asked, version.scored, clean)
    changes = {
        "answers": clean,
        "scores": {code: result.as_plain() for code, result in results.items()},
        "submitted_on": clock.today(version.organisation.time_zone),
        "submitted_at": None if sheet.is_anonymous else clock.now(),
        "draft_digest": None,
    }
    if not AnswerSheet.objects.filter(pk=sheet.pk, submitted_on__isnull=True).update(**changes, version=1):
        raise AlreadySubmitted
    for name, value in changes.items():
        setattr(sheet, name, value)
    sheet.version = 1


@transaction.atomic
def shuffle_sheets(sheets: QuerySet[AnswerSheet]) -> dict[int, int]:
    """Write sheets without names anew, with new ids, in an order made by chance: former id → new id.

    So not even the files of the database tell who answered before whom.
    """
    rows = list(sheets.filter(is_anonymous=True, submitted_on__isnull=False))
    secrets.SystemRandom().shuffle(rows)
    AnswerSheet.objects.filter(pk__in=[row.pk for row in rows]).delete()
    moved = {}
    for row in rows:
        former, row.pk = row.pk, chance_number()
        moved[former] = row.pk
        row._state.adding = True
    AnswerSheet.objects.bulk_create(rows)
    return moved


@transaction.atomic
def reopen_sheet(sheet: AnswerSheet, *, by: Any) -> AnswerSheet:
    """A draft once more, with what was answered: of an application that came back to be added to."""
    changes: dict[str, Any] = {"submitted_on": None, "submitted_at": None, "scores": {}}
    rows = AnswerSheet.objects.filter(pk=sheet.pk, is_anonymous=False, submitted_on__isnull=False)
    if rows.update(**changes, version=F("version") + 1):
        audit.record("answersheet.reopen", sheet, by=by, fields=["submitted_on"])
    sheet.refresh_from_db()
    return sheet


def name_respondent(sheet: AnswerSheet, person: Person) -> None:
    """Who answered is known from now on; a sheet without names stays without."""
    AnswerSheet.objects.filter(pk=sheet.pk, is_anonymous=False).update(respondent=person, version=F("version") + 1)
    sheet.refresh_from_db()


def discard_drafts(sheets: QuerySet[AnswerSheet]) -> int:
    """Forget, out of these, what was begun and never sent; returns how many."""
    return sheets.filter(submitted_on__isnull=True).delete()[0]


def _beginning_of_today(version: QuestionnaireVersion) -> datetime:
    zone = version.organisation.time_zone
    return datetime.combine(clock.today(zone), time(), ZoneInfo(zone))
