"""Questions as a page shows them: the same drawing for who answers, who builds and who copies from paper."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nastavnik.domain.questionnaires.answering import Mistake
from nastavnik.domain.questionnaires.messages import mistake_sentence
from nastavnik.domain.questionnaires.specs import COMMENT, NOT_ASSESSED, Kind, Option, Question, Scale


@dataclass(frozen=True)
class Choice:
    """One thing to tick; `short` is a step of a scale without words."""

    value: str
    text: str
    is_checked: bool
    short: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a matrix: a question of its own with the choices of the columns."""

    name: str
    text: str
    choices: tuple[Choice, ...]
    error: str = ""


@dataclass(frozen=True)
class Drawn:
    """One question with what was answered so far and what is to be mended."""

    question: Question
    number: int
    value: str
    choices: tuple[Choice, ...]
    rows: tuple[Row, ...]
    comment: str
    error: str
    comment_error: str

    @property
    def comment_name(self) -> str:
        return self.question.code + COMMENT

    @property
    def asks_comment(self) -> bool:
        return self.question.comment_below is not None

    @property
    def is_wide(self) -> bool:
        """Each choice on a line of its own; a few short ones stand side by side."""
        return len(self.choices) > 4 or any(len(choice.text) > 20 for choice in self.choices)

    @property
    def ends(self) -> tuple[str, str]:
        """The words of the two ends of a scale without words on its steps."""
        scale = self.question.scale
        return (scale.low_label, scale.high_label) if scale and not scale.labels else ("", "")

    @property
    def has_errors(self) -> bool:
        return bool(self.error or self.comment_error or any(row.error for row in self.rows))


def drawn(
    questions: Iterable[Question], answers: Mapping[str, Any], mistakes: Sequence[Mistake] = (), *, first: int = 1
) -> list[Drawn]:
    """The questions in order; `answers` may be what was typed, also where it cannot be."""
    errors = {mistake.field: mistake_sentence(mistake) for mistake in mistakes}
    return [_drawn(question, number, answers, errors) for number, question in enumerate(questions, first)]


def drawn_said(extra: Any, page: int) -> list[Drawn]:
    """What was answered in a section of an application's own questions; what was left out is left out."""
    return drawn([one for one in extra.questions(page) if one.code in extra.answers], extra.answers)


def _drawn(question: Question, number: int, answers: Mapping[str, Any], errors: Mapping[str, str]) -> Drawn:
    said = answers.get(question.code)
    is_matrix = question.kind == Kind.MATRIX
    return Drawn(
        question=question,
        number=number,
        value=_typed(said) if not isinstance(said, list | Mapping) else "",
        choices=() if is_matrix else _choices(question, said),
        rows=_rows(question, said if isinstance(said, Mapping) else {}, errors) if is_matrix else (),
        comment=_typed(answers.get(question.code + COMMENT)),
        error=errors.get(question.code, ""),
        comment_error=errors.get(question.code + COMMENT, ""),
    )


def _rows(question: Question, said: Mapping[str, Any], errors: Mapping[str, str]) -> tuple[Row, ...]:
    return tuple(
        Row(
            f"{question.code}__{row.code}",
            row.text,
            _choices(question, said.get(row.code)),
            errors.get(f"{question.code}__{row.code}", ""),
        )
        for row in question.rows
    )


def _choices(question: Question, said: Any) -> tuple[Choice, ...]:
    return (*_own_choices(question, said), *_not_assessed(question, said))


def _own_choices(question: Question, said: Any) -> list[Choice]:
    if question.kind == Kind.YES_NO:
        yes, no = said in (True, "yes"), said is False or said == "no"
        return [Choice("yes", _("да"), yes), Choice("no", _("нет"), no)]
    if question.scale and question.kind in (Kind.SCALE, Kind.MATRIX):
        return _steps(question.scale, said)
    if question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.MATRIX):
        return [_option(option, said) for option in question.options]
    return []


def _steps(scale: Scale, said: Any) -> list[Choice]:
    return [
        Choice(str(step), f"{step} – {word}" if word else str(step), _typed(said) == str(step), short=not word)
        for step, word in scale.labelled
    ]


def _option(option: Option, said: Any) -> Choice:
    return Choice(option.code, option.text, option.code in said if isinstance(said, list) else said == option.code)


def _not_assessed(question: Question, said: Any) -> list[Choice]:
    if not question.allows_not_assessed or question.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.NUMBER, Kind.DATE):
        return []
    if question.kind == Kind.CHOICES:
        return []
    return [Choice(NOT_ASSESSED, _("не могу оценить"), said == NOT_ASSESSED)]


def _typed(value: Any) -> str:
    return "" if value is None or isinstance(value, bool) else str(value)
