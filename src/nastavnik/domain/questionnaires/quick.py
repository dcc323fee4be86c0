"""Copying from paper with the digits of a keyboard: numbers of answers in place of ticks. Pure.

A field says: a step of the scale; 1 or 2 (да, нет); the number of the option, several with commas; «-» for «not
assessed»; words as they are. A matrix has one field a row.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from nastavnik.domain.questionnaires.specs import COMMENT, NOT_ASSESSED, Kind, Question

DASHES = frozenset("-–—−")
YES, NO = frozenset({"1", "д", "да", "y", "+"}), frozenset({"2", "н", "нет", "n"})
IN_WORDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.NUMBER)


@dataclass(frozen=True)
class Cell:
    """One field of the fast form. `legend` says which number is which answer."""

    name: str
    text: str
    legend: tuple[str, ...] = ()
    is_wide: bool = False


def cells_of(question: Question) -> tuple[Cell, ...]:
    """The fields of a question: one, or one a row, and one for a comment."""
    legend = legend_of(question)
    if question.kind == Kind.MATRIX:
        rows = tuple(Cell(f"{question.code}__{row.code}", row.text, legend) for row in question.rows)
    else:
        rows = (Cell(question.code, question.text, legend, is_wide=question.kind in (Kind.TEXT, Kind.LONG_TEXT)),)
    if question.comment_below is None:
        return rows
    return (*rows, Cell(question.code + COMMENT, "", is_wide=True))


def legend_of(question: Question) -> tuple[str, ...]:
    """«1 да», «2 нет»: what the numbers mean; the ends for a scale."""
    if question.kind == Kind.YES_NO:
        return ("1 да", "2 нет")
    if question.scale and question.kind in (Kind.SCALE, Kind.MATRIX):
        if question.scale.labels:
            return tuple(f"{step} {word}" for step, word in question.scale.labelled)
        return (f"{question.scale.low}–{question.scale.high}",)
    return tuple(f"{number} {option.text}" for number, option in enumerate(question.options, 1))


def answers_from(questions: Iterable[Question], get: Callable[[str], str]) -> dict[str, Any]:
    """What was typed as raw answers for `answering.check_answers`; what is no answer stays as it was typed."""
    found: dict[str, Any] = {}
    for question in questions:
        if question.kind == Kind.MATRIX:
            rows = {row.code: _one(question, get(f"{question.code}__{row.code}")) for row in question.rows}
            found[question.code] = {code: said for code, said in rows.items() if said != ""}
        elif question.kind == Kind.CHOICES:
            found[question.code] = _several(question, get(question.code))
        else:
            found[question.code] = _one(question, get(question.code))
        if question.comment_below is not None:
            found[question.code + COMMENT] = get(question.code + COMMENT)
    return found


def _one(question: Question, typed: str) -> Any:
    text = typed.strip()
    if question.kind in IN_WORDS or not text:
        return typed if question.kind in IN_WORDS else ""
    if text in DASHES and question.allows_not_assessed:
        return NOT_ASSESSED
    if question.kind == Kind.YES_NO:
        said = text.casefold()
        return "yes" if said in YES else "no" if said in NO else text
    return text if question.scale else _option(question, text)


def _several(question: Question, typed: str) -> list[str]:
    parts = typed.replace(";", ",").replace(".", ",").replace(" ", ",").split(",")
    return [_option(question, part) for part in parts if part.strip()]


def _option(question: Question, text: str) -> str:
    number = text.strip()
    if number.isdecimal() and len(number) < 4 and 1 <= int(number) <= len(question.options):
        return question.options[int(number) - 1].code
    return f"?{number}"  # no code looks like this, so that the check names it
