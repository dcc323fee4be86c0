"""The page that explains a matching, as one file: nothing is fetched, it prints, it reads aloud."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from nastavnik.domain.documents.rendering.words import counted, grouped, held, long_date, plain

TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "html"
MARKS = {
    "fits": ("✓", "подходит"),
    "weak": ("△", "слабо"),
    "unknown": ("–", "не указано"),
}


@dataclass(frozen=True)
class ReasonLine:
    """Why a pair fits, in one sentence, with its share of the hundred points."""

    mark: Literal["fits", "weak", "unknown"]
    text: str
    points: int = 0
    maximum: int = 0


@dataclass(frozen=True)
class MatchedPair:
    """`score` is of 100; notes are study group or post."""

    mentee: str
    mentor: str
    score: int
    reasons: Sequence[ReasonLine]
    mentee_note: str = ""
    mentor_note: str = ""


@dataclass(frozen=True)
class LeftOutPerson:
    name: str
    why: Sequence[str]
    note: str = ""
    help: str = ""  # what would change it


@dataclass(frozen=True)
class Notice:
    """What must be read first: a heading, a sentence, and whom it is about."""

    title: str
    text: str = ""
    people: Sequence[str] = ()


@dataclass(frozen=True)
class LevelLine:
    """One level of the goal: what was reached and the proved bound."""

    name: str
    value: int
    bound: int


@dataclass(frozen=True)
class FileLine:
    """A file that was read: its name and SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Explanation:
    """All sentences are the caller's; order of warnings, pairs and people is kept."""

    title: str
    as_of: date
    pairs: Sequence[MatchedPair]
    left_out: Sequence[LeftOutPerson]
    levels: Sequence[LevelLine]
    warnings: Sequence[Notice] = ()
    institution: str = ""
    summary: Sequence[str] = ()
    files: Sequence[FileLine] = ()


def render_explanation(explanation: Explanation) -> bytes:
    """One self-contained HTML file in UTF-8; whatever the names hold stays text."""
    shown = asdict(explanation) | {
        "institution": held(explanation.institution),
        "as_of": long_date(explanation.as_of),
        "verdict": _verdict(explanation.levels),
        "pairs_count": counted(len(explanation.pairs), "пара", "пары", "пар"),
        "left_out_count": counted(len(explanation.left_out), "человек", "человека", "человек"),
        "levels": [_level(level) for level in explanation.levels],
        "pairs": [_pair(pair) for pair in explanation.pairs],
    }
    return _environment().get_template("explanation.html").render(plain(shown)).encode()


def _verdict(levels: Sequence[LevelLine]) -> str:
    if not levels:
        return "Доказательства нет: подбор не считался."
    if all(level.value == level.bound for level in levels):
        return "Лучше нельзя: это доказано."
    return "Хороший план, но доказано не всё: разница видна в таблице."


def _level(level: LevelLine) -> dict[str, str]:
    return {
        "name": level.name,
        "value": grouped(level.value),
        "bound": grouped(level.bound),
        "gap": grouped(abs(level.bound - level.value)),
    }


def _pair(pair: MatchedPair) -> dict:
    return asdict(pair) | {"reasons": [_reason(reason) for reason in pair.reasons]}


def _reason(reason: ReasonLine) -> dict[str, str]:
    sign, word = MARKS[reason.mark]
    points = f"{reason.points} из {reason.maximum}" if reason.maximum else ""
    return {"mark": reason.mark, "sign": sign, "word": word, "text": reason.text, "points": points}


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
