"""What a questionnaire asks. Pure data: no Django, no database.

Sections are the pages of the form. Answers are a plain dict: code of the question → value, `code__comment` → the
comment. A value is an int (scale, or a column of a matrix with a scale), an option's code, a list of codes, a bool, a
string, a number, an ISO day, a dict row → value (matrix), or NOT_ASSESSED.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Literal

NOT_ASSESSED = "not_assessed"
COMMENT = "__comment"

KEPT = ("code", "text", "value")  # written down even where they are empty

Value = str | int | float | bool
How = Literal["sum", "mean"]
Operator = Literal["is", "is_not", "at_least", "at_most", "answered"]
OPERATORS: tuple[str, ...] = ("is", "is_not", "at_least", "at_most", "answered")


class Kind(StrEnum):
    SCALE = "scale"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    MATRIX = "matrix"


@dataclass(frozen=True)
class Option:
    """One answer to choose, or one row of a matrix. `points` count where the question is scored."""

    code: str
    text: str
    points: float | None = None


@dataclass(frozen=True)
class Scale:
    """Whole numbers from low to high; the ends have words, `labels` name each step (as many as there are steps)."""

    low: int = 1
    high: int = 10
    low_label: str = ""
    high_label: str = ""
    labels: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[int, ...]:
        return tuple(range(self.low, self.high + 1))

    @property
    def labelled(self) -> tuple[tuple[int, str], ...]:
        """(step, its word or "")."""
        named = self.labels if len(self.labels) == len(self.steps) else ("",) * len(self.steps)
        return tuple(zip(self.steps, named, strict=True))


@dataclass(frozen=True)
class Condition:
    """Asked only where the answer to an earlier question is so. A list of choices «is» what it contains."""

    code: str
    operator: Operator = "is"
    value: Value = True


@dataclass(frozen=True)
class Question:
    """`comment_below`: who marks less than this is asked for a comment. A matrix has rows and a scale or options."""

    code: str
    kind: Kind
    text: str
    hint: str = ""
    is_required: bool = True
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    rows: tuple[Option, ...] = ()
    shown_if: Condition | None = None
    comment_below: int | None = None
    allows_not_assessed: bool = False


@dataclass(frozen=True)
class Section:
    """One page."""

    title: str
    note: str = ""
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Spec:
    """`is_familiar`: the questions say «ты», and so do the words around them."""

    title: str
    intro: str = ""
    sections: tuple[Section, ...] = ()
    is_familiar: bool = False

    def questions(self) -> Iterator[Question]:
        """All questions in the order they are asked."""
        for section in self.sections:
            yield from section.questions

    def question(self, code: str) -> Question | None:
        return next((question for question in self.questions() if question.code == code), None)

    @property
    def count(self) -> int:
        return sum(len(section.questions) for section in self.sections)


@dataclass(frozen=True)
class Score:
    """A number out of several questions. `reversed_codes` count from the other end of their scale; a threshold is
    (from which value, its name)."""

    code: str
    title: str
    questions: tuple[str, ...]
    how: How = "sum"
    thresholds: tuple[tuple[float, str], ...] = ()
    reversed_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scoring:
    scores: tuple[Score, ...] = ()


class SpecBroken(ValueError):
    """Plain data that are no questionnaire."""


def to_plain(value: Any) -> Any:
    """A Spec, Scoring or any part of them as JSON: fields that hold nothing are left out."""
    if hasattr(value, "__dataclass_fields__"):
        plain = {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        return {name: said for name, said in plain.items() if said not in ("", None, []) or name in KEPT}
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    return str(value) if isinstance(value, StrEnum) else value


def from_plain(plain: Any) -> Spec:
    """The Spec that `to_plain` wrote. Raises SpecBroken for anything else."""
    data = _mapping(plain)
    return Spec(
        title=_text(data, "title"),
        intro=_text(data, "intro"),
        sections=tuple(map(_section, _list(data, "sections"))),
        is_familiar=_flag(data, "is_familiar", False),
    )


def scoring_from_plain(plain: Any) -> Scoring:
    """The Scoring that `to_plain` wrote; nothing at all is no scores. Raises SpecBroken."""
    return Scoring(tuple(map(_score, _list(_mapping(plain or {}), "scores"))))


def question_from_plain(plain: Any) -> Question:
    """One question. Raises SpecBroken."""
    data = _mapping(plain)
    try:
        kind = Kind(_text(data, "kind"))
    except ValueError:
        raise SpecBroken("kind") from None
    return Question(
        code=_text(data, "code"),
        kind=kind,
        text=_text(data, "text"),
        hint=_text(data, "hint"),
        is_required=_flag(data, "is_required", True),
        options=tuple(map(_option, _list(data, "options"))),
        scale=_scale(data["scale"]) if data.get("scale") is not None else None,
        rows=tuple(map(_option, _list(data, "rows"))),
        shown_if=_condition(data["shown_if"]) if data.get("shown_if") is not None else None,
        comment_below=_whole(data, "comment_below"),
        allows_not_assessed=_flag(data, "allows_not_assessed", False),
    )


def _section(plain: Any) -> Section:
    data = _mapping(plain)
    questions = tuple(map(question_from_plain, _list(data, "questions")))
    return Section(title=_text(data, "title"), note=_text(data, "note"), questions=questions)


def _option(plain: Any) -> Option:
    data = _mapping(plain)
    return Option(_text(data, "code"), _text(data, "text"), _number(data.get("points")))


def _scale(plain: Any) -> Scale:
    data = _mapping(plain)
    low, high = _whole(data, "low"), _whole(data, "high")
    if low is None or high is None or not 0 <= high - low <= MOST_STEPS or abs(low) > LARGEST:
        raise SpecBroken("scale")
    labels = tuple(_string(label) for label in _list(data, "labels"))
    return Scale(low, high, _text(data, "low_label"), _text(data, "high_label"), labels)


def _condition(plain: Any) -> Condition:
    data = _mapping(plain)
    operator, value = _text(data, "operator") or "is", data.get("value", True)
    if operator not in OPERATORS or not isinstance(value, str | int | float | bool):
        raise SpecBroken("condition")
    return Condition(_text(data, "code"), operator, value)  # type: ignore[arg-type]


def _score(plain: Any) -> Score:
    data = _mapping(plain)
    how = _text(data, "how") or "sum"
    if how not in ("sum", "mean"):
        raise SpecBroken("how")
    return Score(
        code=_text(data, "code"),
        title=_text(data, "title"),
        questions=tuple(_string(code) for code in _list(data, "questions")),
        how=how,  # type: ignore[arg-type]
        thresholds=tuple(map(_threshold, _list(data, "thresholds"))),
        reversed_codes=tuple(_string(code) for code in _list(data, "reversed_codes")),
    )


def _threshold(plain: Any) -> tuple[float, str]:
    if not isinstance(plain, list | tuple) or len(plain) != 2:
        raise SpecBroken("threshold")
    number = _number(plain[0])
    if number is None:
        raise SpecBroken("threshold")
    return number, _string(plain[1])


MOST_STEPS = 10  # eleven steps from 0 to 10 are the widest scale
LARGEST = 1_000_000


def _mapping(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, Mapping):
        raise SpecBroken("not an object")
    return plain


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    value = data.get(name) or []
    if not isinstance(value, list | tuple):
        raise SpecBroken(name)
    return list(value)


def _text(data: Mapping[str, Any], name: str) -> str:
    return _string(data.get(name) or "")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise SpecBroken("not a text")
    return str(value)


def _flag(data: Mapping[str, Any], name: str, default: bool) -> bool:
    value = data.get(name, default)
    if not isinstance(value, bool):
        raise SpecBroken(name)
    return value


def _whole(data: Mapping[str, Any], name: str) -> int | None:
    value = data.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST):
        raise SpecBroken(name)
    return value


def _number(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise SpecBroken("not a number")
    return value
