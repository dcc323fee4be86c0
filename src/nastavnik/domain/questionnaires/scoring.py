"""Numbers out of answers. Pure. Who did not assess something is not counted as having given the lowest mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.questionnaires.specs import Kind, Option, Question, Score, Scoring, Spec

ENOUGH = 2 / 3  # of the questions: with fewer assessed a level would be named for what nobody looked at


@dataclass(frozen=True)
class Result:
    """`value` out of `n` marks given of `of` asked for; None and no level where nothing was assessed.

    `best` is the most that the marks given could have made: a sum is held against its thresholds as if it were out of
    all marks (value × best of all ÷ best of the given), so that «not assessed» does not lower a level.
    """

    value: float | None
    n: int
    of: int
    level: str = ""
    best: float | None = None

    def as_plain(self) -> dict[str, Any]:
        return {"value": self.value, "n": self.n, "of": self.of, "level": self.level, "best": self.best}


@dataclass(frozen=True)
class Mark:
    """One countable mark: what was given (None: not assessed) and the ends of what could be."""

    value: float | None
    low: float
    high: float


def score(spec: Spec, scoring: Scoring, answers: Mapping[str, Any]) -> dict[str, Result]:
    """Every score of clean answers. `answers` as `check_answers` gives them; never raises for those."""
    asked = {question.code: question for question in spec.questions()}
    return {one.code: _result(one, asked, answers) for one in scoring.scores}


def _result(one: Score, asked: Mapping[str, Question], answers: Mapping[str, Any]) -> Result:
    marks = [
        _turned(mark) if code in one.reversed_codes else mark
        for code in one.questions
        if code in asked
        for mark in marks_of(asked[code], answers.get(code))
    ]
    given = [mark for mark in marks if mark.value is not None]
    if not given:
        return Result(None, 0, len(marks))
    total = sum(mark.value for mark in given if mark.value is not None)
    best, best_of_all = sum(mark.high for mark in given), sum(mark.high for mark in marks)
    if one.how == "mean":
        value, held = total / len(given), total / len(given)
    else:
        value, held = total, total * best_of_all / best if best else total
    enough = len(given) >= ENOUGH * len(marks)
    level = level_of(one, held) if enough else ""
    return Result(_round(value), len(given), len(marks), level, _round(best if one.how == "sum" else best / len(given)))


def level_of(one: Score, value: float) -> str:
    """The name of the highest threshold that the value reaches; "" below the lowest."""
    reached = [(bound, name) for bound, name in one.thresholds if round(value, 6) >= bound]
    return max(reached)[1] if reached else ""


def marks_of(question: Question, answer: Any) -> Iterator[Mark]:
    """The marks in one answer: one a question, one a row of a matrix; none where nothing can be counted."""
    if question.kind == Kind.MATRIX:
        rows = answer if isinstance(answer, Mapping) else {}
        for row in question.rows:
            yield _mark(question, rows.get(row.code))
    elif question.kind in COUNTABLE:
        yield _mark(question, answer)


COUNTABLE = (Kind.SCALE, Kind.CHOICE, Kind.CHOICES, Kind.YES_NO, Kind.NUMBER)


def _mark(question: Question, answer: Any) -> Mark:
    low, high = _ends(question)
    if question.kind == Kind.CHOICES:
        chosen = answer if isinstance(answer, list) else None
        return Mark(sum(_points(question.options, code) for code in chosen) if chosen is not None else None, low, high)
    if question.kind == Kind.YES_NO:
        return Mark(float(answer) if isinstance(answer, bool) else None, low, high)
    if question.scale is None and question.kind in (Kind.CHOICE, Kind.MATRIX):
        known = any(option.code == answer for option in question.options)
        return Mark(_points(question.options, str(answer)) if known else None, low, high)
    is_number = isinstance(answer, int | float) and not isinstance(answer, bool)
    value = float(answer) if is_number else None
    return Mark(value, low, max(high, value or 0.0) if question.kind == Kind.NUMBER else high)


def _ends(question: Question) -> tuple[float, float]:
    if question.scale is not None and question.kind in (Kind.SCALE, Kind.MATRIX):
        return float(question.scale.low), float(question.scale.high)
    points = [_points(question.options, option.code) for option in question.options]
    if question.kind == Kind.CHOICES:
        return sum(one for one in points if one < 0), sum(one for one in points if one > 0)
    if question.kind in (Kind.CHOICE, Kind.MATRIX):
        return min(points, default=0.0), max(points, default=0.0)
    return 0.0, 1.0 if question.kind == Kind.YES_NO else 0.0


def _points(options: tuple[Option, ...], code: str) -> float:
    return next((float(option.points or 0) for option in options if option.code == code), 0.0)


def _turned(mark: Mark) -> Mark:
    return Mark(None if mark.value is None else mark.low + mark.high - mark.value, mark.low, mark.high)


def _round(value: float) -> float:
    rounded = round(value, 2)
    return int(rounded) if float(rounded).is_integer() else rounded
