"""Answers of many in simple numbers, each with its n; what fewer than `threshold` answered is withheld. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.questionnaires.scoring import level_of
from nastavnik.domain.questionnaires.specs import (
    COMMENT,
    NOT_ASSESSED,
    Kind,
    Question,
    Scoring,
    Spec,
)


@dataclass(frozen=True)
class Share:
    """How many gave one answer; `text` is None for «да» and «нет», which the page says (`code` yes, no)."""

    code: str
    text: str
    count: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded half up; 100 means all and 0 means nobody."""
        if not self.of:
            return 0
        rounded = (self.count * 200 + self.of) // (2 * self.of)
        return min(max(rounded, 1), 99) if 0 < self.count < self.of else rounded


@dataclass(frozen=True)
class Summary:
    """One question, or one row of a matrix. `n` answered; `skipped` did not assess. With `is_withheld` nothing else is
    told: so few answered that one could be recognised."""

    code: str
    text: str
    kind: str
    n: int
    skipped: int = 0
    mean: float | None = None
    shares: tuple[Share, ...] = ()
    texts: tuple[str, ...] = ()
    is_withheld: bool = False


@dataclass(frozen=True)
class ScoreSummary:
    """One score over all sheets: the mean of its values, and how many reached each level."""

    code: str
    title: str
    n: int
    mean: float | None = None
    levels: tuple[Share, ...] = ()
    is_withheld: bool = False


def summarise(spec: Spec, answers: Sequence[Mapping[str, Any]], *, threshold: int) -> tuple[Summary, ...]:
    """The answers of all sheets, question by question, in the order they are asked."""
    return tuple(
        summary if summary.n >= threshold or not summary.n else _withheld(summary)
        for question in spec.questions()
        for summary in _of_question(question, answers)
    )


def summarise_scores(
    scoring: Scoring, scores: Sequence[Mapping[str, Any]], *, threshold: int
) -> tuple[ScoreSummary, ...]:
    """`scores` as the sheets keep them (`Result.as_plain`)."""
    found = []
    for one in scoring.scores:
        results = [sheet[one.code] for sheet in scores if sheet.get(one.code, {}).get("value") is not None]
        n = len(results)
        if n < threshold:
            found.append(ScoreSummary(one.code, one.title, n, is_withheld=n > 0))
            continue
        names = list(dict.fromkeys(name for _bound, name in sorted(one.thresholds)))
        named = [result["level"] for result in results if result["level"]]
        levels = tuple(Share(name, name, named.count(name), len(named)) for name in names)
        mean = round(sum(float(result["value"]) for result in results) / n, 2)
        found.append(ScoreSummary(one.code, one.title, n, mean, levels))
    return tuple(found)


def mean_level(scoring: Scoring, summary: ScoreSummary) -> str:
    """The level that the mean itself would have."""
    for one in scoring.scores:
        if one.code == summary.code and summary.mean is not None:
            return level_of(one, summary.mean)
    return ""


def _of_question(question: Question, answers: Sequence[Mapping[str, Any]]) -> Iterable[Summary]:
    given = [sheet[question.code] for sheet in answers if question.code in sheet]
    comments = tuple(sheet[question.code + COMMENT] for sheet in answers if sheet.get(question.code + COMMENT))
    if question.kind != Kind.MATRIX:
        return [_summary(question, question.code, question.text, given, comments)]
    return [
        _summary(
            question,
            f"{question.code}__{row.code}",
            f"{question.text} – {row.text}",
            [rows[row.code] for rows in given if row.code in rows],
            comments if row is question.rows[-1] else (),
        )
        for row in question.rows
    ]


def _summary(question: Question, code: str, text: str, given: list[Any], comments: tuple[str, ...]) -> Summary:
    marks = [mark for mark in given if mark != NOT_ASSESSED]
    numbers = [mark for mark in marks if isinstance(mark, int | float) and not isinstance(mark, bool)]
    return Summary(
        code=code,
        text=text,
        kind=question.kind,
        n=len(marks),
        skipped=len(given) - len(marks),
        mean=round(sum(numbers) / len(numbers), 2) if numbers else None,
        shares=_shares(question, marks),
        texts=(*(marks if question.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE) else ()), *comments),
    )


def _shares(question: Question, marks: list[Any]) -> tuple[Share, ...]:
    n = len(marks)
    if question.kind == Kind.YES_NO:
        return (
            Share("yes", "", sum(mark is True for mark in marks), n),
            Share("no", "", sum(mark is False for mark in marks), n),
        )
    if question.scale is not None:
        return tuple(
            Share(str(step), f"{step}: {word}" if word else str(step), marks.count(step), n)
            for step, word in question.scale.labelled
        )
    chosen = [code for mark in marks for code in (mark if isinstance(mark, list) else [mark])]
    return tuple(Share(option.code, option.text, chosen.count(option.code), n) for option in question.options)


def _withheld(summary: Summary) -> Summary:
    return Summary(summary.code, summary.text, summary.kind, summary.n, is_withheld=True)
