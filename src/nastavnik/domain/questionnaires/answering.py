"""Answers held against the questions. Pure: whatever comes in, out come clean answers and what is to be mended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nastavnik.domain.questionnaires.specs import COMMENT, NOT_ASSESSED, Condition, Kind, Question, Spec

Answers = Mapping[str, Any]
LONGEST = {Kind.TEXT: 300, Kind.LONG_TEXT: 3000}
LONGEST_COMMENT = 1000
LARGEST = 1_000_000_000
YES, NO = frozenset({True, "yes", "да", "true", "1"}), frozenset({False, "no", "нет", "false", "0"})
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")


@dataclass(frozen=True)
class Mistake:
    """`field` is the name of the field on the page: the code of a question, of its comment or of a row."""

    code: str
    question: str
    field: str
    params: tuple[tuple[str, Any], ...] = ()


class Unfit(ValueError):
    """An answer that the question cannot have."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code, self.params = code, tuple(params.items())


def check_answers(spec: Spec, answers: Any, *, page: int | None = None) -> tuple[dict[str, Any], tuple[Mistake, ...]]:
    """(clean answers, mistakes). Never raises, whatever `answers` is.

    Answers to questions that are not shown, and to what is not asked, are dropped. With `page` only the mistakes of
    that section are told, while the clean answers are those of all sections: what was written before stays.
    """
    given = answers if isinstance(answers, Mapping) else {}
    clean: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for number, section in enumerate(spec.sections):
        for question in section.questions:
            if is_shown(question, clean):
                found = _check(question, given, clean)
                mistakes += found if page is None or page == number else []
    return clean, tuple(mistakes)


def is_shown(question: Question, answers: Answers) -> bool:
    """Is the question asked of somebody who answered so far like this? What hangs on a hidden question is hidden."""
    return question.shown_if is None or holds(question.shown_if, answers)


def holds(condition: Condition, answers: Answers) -> bool:
    """Is it so? Nothing answered is nothing: no condition holds, «is not» neither."""
    answer = answers.get(condition.code)
    if answer is None or answer in ("", [], {}, NOT_ASSESSED):
        return False
    if condition.operator == "answered":
        return True
    if condition.operator in ("is", "is_not"):
        same = condition.value in answer if isinstance(answer, list) else _same(answer, condition.value)
        return same == (condition.operator == "is")
    if not _is_number(answer) or not _is_number(condition.value):
        return False
    return bool(answer >= condition.value if condition.operator == "at_least" else answer <= condition.value)


def _same(answer: Any, value: Any) -> bool:
    """1 and True are not the same answer."""
    return isinstance(answer, bool) == isinstance(value, bool) and bool(answer == value)


def shown_questions(spec: Spec, answers: Answers) -> tuple[Question, ...]:
    """The questions that somebody with these clean answers is asked."""
    return tuple(question for question in spec.questions() if is_shown(question, answers))


def pages_shown(spec: Spec, answers: Answers) -> tuple[int, ...]:
    """Numbers of the sections in which something is asked of somebody who answered so far like this."""
    return tuple(
        number
        for number, section in enumerate(spec.sections)
        if any(is_shown(question, answers) for question in section.questions)
    )


def _check(question: Question, given: Answers, clean: dict[str, Any]) -> list[Mistake]:
    try:
        value = _clean_value(question, given.get(question.code))
    except Unfit as unfit:
        return [Mistake(unfit.code, question.code, question.code, unfit.params)]
    comment_name = question.code + COMMENT
    comment = _words(given.get(comment_name))
    if comment and question.comment_below is not None:
        clean[comment_name] = comment[:LONGEST_COMMENT]
    if _is_empty(value):
        return [Mistake("missing", question.code, question.code)] if question.is_required else []
    clean[question.code] = value
    mistakes = _missing_rows(question, value)
    if len(comment) > LONGEST_COMMENT:
        mistakes.append(Mistake("too_long", question.code, comment_name, (("most", LONGEST_COMMENT),)))
    if needs_comment(question, value) and not comment:
        mistakes.append(Mistake("comment_missing", question.code, comment_name, (("mark", question.comment_below),)))
    return mistakes


def _missing_rows(question: Question, value: Any) -> list[Mistake]:
    if question.kind != Kind.MATRIX or not question.is_required:
        return []
    return [
        Mistake("missing_row", question.code, f"{question.code}__{row.code}", (("row", row.text),))
        for row in question.rows
        if row.code not in value
    ]


def needs_comment(question: Question, value: Any) -> bool:
    """Is a mark so low that its reason is asked?"""
    marks = value.values() if isinstance(value, Mapping) else [value]
    bound = question.comment_below
    return bound is not None and any(_is_number(mark) and mark < bound for mark in marks)


def _clean_value(question: Question, raw: Any) -> Any:
    """The answer as it is kept; None for nothing. Raises Unfit."""
    if question.kind == Kind.MATRIX:
        return _matrix(question, raw)
    if question.kind == Kind.CHOICES:
        return _choices(question, raw)
    if _is_empty(raw):
        return None
    if raw == NOT_ASSESSED and question.allows_not_assessed:
        return NOT_ASSESSED
    return CLEANERS[question.kind](question, raw)


def _scale(question: Question, raw: Any) -> int:
    number = _whole(raw)
    if question.scale is None or number is None or number not in question.scale.steps:
        low, high = (question.scale.low, question.scale.high) if question.scale else (0, 0)
        raise Unfit("off_scale", low=low, high=high)
    return number


def _choice(question: Question, raw: Any) -> str:
    for option in question.options:
        if option.code == raw:
            return option.code
    raise Unfit("no_such_option")


def _choices(question: Question, raw: Any) -> list[str]:
    wanted = [raw] if isinstance(raw, str) and raw else list(raw) if isinstance(raw, list | tuple) else []
    codes = [option.code for option in question.options]
    if any(code not in codes for code in wanted):
        raise Unfit("no_such_option")
    return [code for code in codes if code in wanted]


def _yes_no(question: Question, raw: Any) -> bool:
    said = _words(raw).casefold() if isinstance(raw, str) else raw
    if isinstance(said, bool | str):
        if said in YES:
            return True
        if said in NO:
            return False
    raise Unfit("not_yes_no")


def _text(question: Question, raw: Any) -> str:
    words, most = _words(raw), LONGEST[question.kind]
    if len(words) > most:
        raise Unfit("too_long", most=most)
    return words


def _number(question: Question, raw: Any) -> int | float:
    number: Any = raw
    if isinstance(raw, str):
        try:
            number = float(raw.strip().replace(",", ".").replace(" ", "").replace("\u00a0", ""))
        except ValueError:
            raise Unfit("not_a_number") from None
    if not _is_number(number) or not abs(number) <= LARGEST:  # «not a number» is no larger either
        raise Unfit("not_a_number")
    return int(number) if float(number).is_integer() else float(number)


def _day(question: Question, raw: Any) -> str:
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    for form in DAYS if isinstance(raw, str) else ():
        try:
            day = datetime.strptime(raw.strip(), form).date()
        except ValueError:
            continue
        if 1900 <= day.year <= 2100:
            return day.isoformat()
    raise Unfit("not_a_day")


def _matrix(question: Question, raw: Any) -> dict[str, Any] | None:
    if _is_empty(raw):
        return None
    if not isinstance(raw, Mapping):
        raise Unfit("no_such_option")
    column = _scale if question.scale else _choice
    found: dict[str, Any] = {}
    for row in question.rows:
        said = raw.get(row.code)
        if said == NOT_ASSESSED and question.allows_not_assessed:
            found[row.code] = NOT_ASSESSED
        elif not _is_empty(said):
            found[row.code] = column(question, said)
    return found


CLEANERS: dict[Kind, Callable[[Question, Any], Any]] = {
    Kind.SCALE: _scale,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.NUMBER: _number,
    Kind.DATE: _day,
}


def _whole(raw: Any) -> int | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return raw
    text = raw.strip() if isinstance(raw, str) else ""
    sign, digits = (-1, text[1:]) if text[:1] in ("-", "−") else (1, text)
    return sign * int(digits) if digits.isdecimal() and len(digits) <= 9 else None


def _words(raw: Any) -> str:
    """A text without what no database takes; line ends alike on every machine."""
    if not isinstance(raw, str):
        return ""
    plain = raw.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return plain.encode("utf-8", "ignore").decode("utf-8").strip()


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | Sequence | Mapping) and not _stripped(value))


def _stripped(value: Any) -> Any:
    return _words(value) if isinstance(value, str) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
