"""What a ready questionnaire is, and short ways to write one. Pure: texts of our own, data and no law."""

from dataclasses import dataclass
from typing import Any

from nastavnik.domain.questionnaires.specs import Kind, Option, Question, Scale, Scoring, Spec

NO_SCORES = Scoring()


@dataclass(frozen=True)
class Shipped:
    """A questionnaire that is ready to use. `purpose` and `audience` are codes of the room's enums, `formats` codes of
    mentoring formats (none: any). Unless `confirmed` its page says «сверьте с оригиналом»; `source` tells from which
    document or practice the topics come."""

    code: str
    title: str
    purpose: str
    audience: str
    spec: Spec
    scoring: Scoring = NO_SCORES
    formats: tuple[str, ...] = ()
    is_anonymous: bool = False
    source: str = ""
    confirmed: bool = False


TEN = Scale(1, 10, "совсем нет", "полностью")


def options(*texts: str) -> tuple[Option, ...]:
    """Options with the codes a1, a2, …"""
    return tuple(Option(f"a{number}", text) for number, text in enumerate(texts, 1))


def rows(*texts: str) -> tuple[Option, ...]:
    """Rows of a matrix with the codes r1, r2, …"""
    return tuple(Option(f"r{number}", text) for number, text in enumerate(texts, 1))


def ten(code: str, text: str, low: str = "", high: str = "", **more: Any) -> Question:
    """A mark from 1 to 10, with words for its ends."""
    return Question(code, Kind.SCALE, text, scale=Scale(1, 10, low or TEN.low_label, high or TEN.high_label), **more)


def yes_no(code: str, text: str, **more: Any) -> Question:
    return Question(code, Kind.YES_NO, text, **more)


def words(code: str, text: str, *, is_required: bool = False, **more: Any) -> Question:
    """An answer in one's own words; not required unless said so."""
    return Question(code, Kind.LONG_TEXT, text, is_required=is_required, **more)


def one_of(code: str, text: str, *texts: str, **more: Any) -> Question:
    return Question(code, Kind.CHOICE, text, options=options(*texts), **more)


def several_of(code: str, text: str, *texts: str, **more: Any) -> Question:
    return Question(code, Kind.CHOICES, text, options=options(*texts), **more)
