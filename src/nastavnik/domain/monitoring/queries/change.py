"""What changed between two times of asking, among the people who answered both."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from nastavnik.domain.consents.queries import processable_today
from nastavnik.domain.monitoring.enums import WaveState
from nastavnik.domain.monitoring.models import SurveyWave, WaveSheet
from nastavnik.domain.monitoring.privacy import THRESHOLD
from nastavnik.domain.monitoring.queries.surveys import waves_visible_to
from nastavnik.domain.questionnaires.comparing import Change, Sheets, compare, compare_scores
from nastavnik.domain.questionnaires.models import AnswerSheet
from nastavnik.domain.questionnaires.shipped import lineage


@dataclass(frozen=True)
class WaveChange:
    """`first` and `second` answered, `both` of them both times; the lines are about these alone."""

    first: int
    second: int
    both: int
    questions: tuple[Change, ...] = ()
    scores: tuple[Change, ...] = ()
    is_small: bool = False


def waves_before(wave: SurveyWave, user: Any) -> list[SurveyWave]:
    """The earlier waves of the programme with which this one can be compared, the latest first: they ask the same
    questions, with names. Of surveys without names nobody knows who answered both."""
    if wave.survey.is_anonymous or wave.state == WaveState.PLANNED:
        return []
    earlier = Q(starts_on__lt=wave.starts_on) | Q(starts_on=wave.starts_on, pk__lt=wave.pk)
    rows = waves_visible_to(user).filter(
        earlier, survey__programme=wave.survey.programme_id, survey__is_anonymous=False
    )
    rows = rows.exclude(state=WaveState.PLANNED).select_related("questionnaire_version__questionnaire", "survey")
    return [row for row in rows if _lineage(row) == _lineage(wave)]


def change(before: SurveyWave, after: SurveyWave) -> WaveChange:
    """Question by question and score by score; with fewer than five people who answered both nothing but numbers of
    people. Whose data may not be used now is in no mean."""
    first, second = _sheets(before), _sheets(after)
    both = first.keys() & second.keys()
    numbers = (_answered(before), _answered(after), len(both))
    if len(both) < THRESHOLD:
        return WaveChange(*numbers, is_small=True)
    former, latter = before.questionnaire_version, after.questionnaire_version
    said, scored = _of(first, 0), _of(first, 1)
    said_then, scored_then = _of(second, 0), _of(second, 1)
    return WaveChange(
        *numbers,
        questions=compare(former.asked, latter.asked, said, said_then, threshold=THRESHOLD),
        scores=compare_scores(former.scored, latter.scored, scored, scored_then, threshold=THRESHOLD),
    )


def _lineage(wave: SurveyWave) -> str:
    asked = wave.questionnaire_version.questionnaire
    return lineage(asked.pk, asked.code)


def _sheets(wave: SurveyWave) -> dict[int, tuple[dict[str, Any], dict[str, Any]]]:
    """Person → (answers, scores)."""
    rows = AnswerSheet.objects.filter(
        processable_today("respondent__"),
        pk__in=WaveSheet.objects.filter(wave=wave).values("sheet"),
        submitted_on__isnull=False,
        is_anonymous=False,
    )
    return {person: (said, scores) for person, said, scores in rows.values_list("respondent", "answers", "scores")}


def _answered(wave: SurveyWave) -> int:
    return WaveSheet.objects.filter(wave=wave, sheet__submitted_on__isnull=False).count()


def _of(sheets: dict[int, tuple[dict[str, Any], dict[str, Any]]], part: int) -> Sheets:
    return {person: parts[part] for person, parts in sheets.items()}
