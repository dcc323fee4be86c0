"""What is wrong with a questionnaire before it may be used. Pure: codes and params; sentences are in messages.py."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.questionnaires.specs import MOST_STEPS, Condition, Kind, Option, Question, Scoring, Spec

CODE = re.compile(r"^[a-z](?:_?[a-z0-9]){0,39}$")  # no double underline: that parts a code from what belongs to it
MOST_SECTIONS, MOST_QUESTIONS, MOST_OPTIONS = 40, 300, 50
LONGEST_TITLE, LONGEST_TEXT = 200, 2000
WITH_OPTIONS = (Kind.CHOICE, Kind.CHOICES)
COUNTED = (Kind.SCALE, Kind.CHOICE, Kind.CHOICES, Kind.YES_NO, Kind.NUMBER, Kind.MATRIX)
ORDERED = (Kind.SCALE, Kind.NUMBER)  # what can be more or less than something


@dataclass(frozen=True)
class Problem:
    """`where` is the code of a question or a score, "" for the questionnaire itself; `params` fill the sentence."""

    code: str
    where: str = ""
    params: tuple[tuple[str, Any], ...] = ()


def check_spec(spec: Spec, scoring: Scoring | None = None) -> tuple[Problem, ...]:
    """Everything that keeps a questionnaire from being published; nothing where it may be."""
    return (*_of_the_whole(spec), *_of_questions(spec), *(_of_scoring(spec, scoring) if scoring else ()))


def _of_the_whole(spec: Spec) -> Iterator[Problem]:
    if not spec.title.strip():
        yield Problem("no_title")
    if len(spec.title) > LONGEST_TITLE or len(spec.intro) > LONGEST_TEXT:
        yield Problem("title_too_long")
    if not spec.count:
        yield Problem("no_questions")
    if len(spec.sections) > MOST_SECTIONS or spec.count > MOST_QUESTIONS:
        yield Problem("too_many_questions", params=(("most", MOST_QUESTIONS),))
    for number, section in enumerate(spec.sections, 1):
        if not section.questions:
            yield Problem("empty_section", params=(("section", section.title or str(number)),))
        if len(section.title) > LONGEST_TITLE or len(section.note) > LONGEST_TEXT:
            yield Problem("section_too_long", params=(("section", number),))


def _of_questions(spec: Spec) -> Iterator[Problem]:
    yield from (Problem("code_twice", code) for code in _twice(question.code for question in spec.questions()))
    earlier: dict[str, Question] = {}
    for question in spec.questions():
        yield from _of_question(question)
        if question.shown_if:
            yield from _of_condition(question, question.shown_if, earlier)
        earlier[question.code] = question


def _of_question(question: Question) -> Iterator[Problem]:
    if not CODE.match(question.code):
        yield Problem("code_odd", question.code)
    if not question.text.strip():
        yield Problem("no_text", question.code)
    if len(question.text) > LONGEST_TEXT or len(question.hint) > LONGEST_TEXT:
        yield Problem("text_too_long", question.code)
    if question.kind in WITH_OPTIONS:
        yield from _of_options(question, question.options, "few_options")
    if question.kind == Kind.MATRIX:
        yield from _of_options(question, question.rows, "no_rows", fewest=1)
        if not question.scale:
            yield from _of_options(question, question.options, "few_options")
    if question.kind == Kind.SCALE and not question.scale:
        yield Problem("no_scale", question.code)
    if question.scale and question.kind in (Kind.SCALE, Kind.MATRIX):
        yield from _of_scale(question)
    if question.comment_below is not None and not question.scale:
        yield Problem("comment_without_scale", question.code)


def _of_options(question: Question, options: tuple[Option, ...], few: str, *, fewest: int = 2) -> Iterator[Problem]:
    if len(options) < fewest:
        yield Problem(few, question.code)
    if len(options) > MOST_OPTIONS:
        yield Problem("many_options", question.code, (("most", MOST_OPTIONS),))
    if any(not option.text.strip() for option in options):
        yield Problem("empty_option", question.code)
    if any(not CODE.match(option.code) for option in options) or _twice(option.code for option in options):
        yield Problem("option_codes", question.code)
    for text in _twice(option.text.strip().casefold() for option in options):
        yield Problem("option_twice", question.code, (("text", text),))


def _of_scale(question: Question) -> Iterator[Problem]:
    scale = question.scale
    if scale is None:
        return
    if not 1 <= scale.high - scale.low <= MOST_STEPS:
        yield Problem("scale_steps", question.code)
    elif scale.labels and len(scale.labels) != len(scale.steps):
        yield Problem("scale_labels", question.code, (("steps", len(scale.steps)), ("labels", len(scale.labels))))
    if question.comment_below is not None and not scale.low < question.comment_below <= scale.high:
        yield Problem("comment_off_scale", question.code)


def _of_condition(question: Question, condition: Condition, earlier: dict[str, Question]) -> Iterator[Problem]:
    asked = earlier.get(condition.code)
    if asked is None:
        yield Problem("condition_not_earlier", question.code)
    elif condition.operator in ("at_least", "at_most"):
        if asked.kind not in ORDERED or isinstance(condition.value, str | bool):
            yield Problem("condition_not_number", question.code)
    elif condition.operator in ("is", "is_not") and not _can_be(asked, condition.value):
        yield Problem("condition_never", question.code)


def _can_be(asked: Question, value: Any) -> bool:
    """Can the answer to the question ever be this?"""
    if asked.kind == Kind.YES_NO:
        return isinstance(value, bool)
    if asked.kind in WITH_OPTIONS:
        return value in [option.code for option in asked.options]
    if asked.kind == Kind.SCALE:
        return not isinstance(value, bool) and asked.scale is not None and value in asked.scale.steps
    return asked.kind == Kind.NUMBER and isinstance(value, int | float) and not isinstance(value, bool)


def _of_scoring(spec: Spec, scoring: Scoring) -> Iterator[Problem]:
    yield from (Problem("score_twice", code) for code in _twice(score.code for score in scoring.scores))
    asked = {question.code: question for question in spec.questions()}
    for score in scoring.scores:
        if not CODE.match(score.code) or not score.title.strip():
            yield Problem("score_nameless", score.code)
        if not score.questions:
            yield Problem("score_empty", score.code)
        if any(code not in asked or asked[code].kind not in COUNTED for code in score.questions):
            yield Problem("score_uncounted", score.code)
        if not set(score.reversed_codes) <= set(score.questions):
            yield Problem("score_reversed", score.code)
        if _twice(score.questions) or _twice(str(threshold) for threshold, _name in score.thresholds):
            yield Problem("score_repeats", score.code)
        if any(not name.strip() for _threshold, name in score.thresholds):
            yield Problem("threshold_nameless", score.code)


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, number in Counter(values).items() if number > 1]
