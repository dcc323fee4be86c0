"""From the fields of a page or a pasted row to answers. Pure.

The field of a question is named by its code, of its comment `code__comment`, of a row of a matrix `code__row`.
"""

from collections.abc import Callable, Iterable
from typing import Any

from nastavnik.domain.questionnaires.specs import COMMENT, Kind, Question

GetList = Callable[[str], list[str]]


def raw_answers(questions: Iterable[Question], getlist: GetList) -> dict[str, Any]:
    """What was typed, unchecked, for `answering.check_answers`; `getlist` is that of the posted form."""
    found: dict[str, Any] = {}
    for question in questions:
        found[question.code] = _raw(question, getlist)
        if question.comment_below is not None:
            found[question.code + COMMENT] = _last(getlist(question.code + COMMENT))
    return found


def _raw(question: Question, getlist: GetList) -> Any:
    if question.kind == Kind.MATRIX:
        rows = {row.code: _last(getlist(f"{question.code}__{row.code}")) for row in question.rows}
        return {code: said for code, said in rows.items() if said}
    if question.kind == Kind.CHOICES:
        return getlist(question.code)
    return _last(getlist(question.code))


def _last(values: list[str]) -> str:
    return values[-1] if values else ""
