"""Before and after: the same people asked twice, question by question, each line with its n. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nastavnik.domain.questionnaires.specs import Kind, Question, Scoring, Spec

Sheets = Mapping[int, Mapping[str, Any]]  # person → answers, or the scores as a sheet keeps them


@dataclass(frozen=True)
class Change:
    """One line. `n_before` and `n_after` gave a mark at all, `n` both times; the means are of these `n` alone.

    A `share` is the per cent of «да». With `is_withheld` no mean is told: so few that one could be recognised.
    `text_before` only where it was asked in other words.
    """

    code: str
    text: str
    text_before: str
    form: Literal["mean", "share"]
    n_before: int
    n_after: int
    n: int
    before: float | None = None
    after: float | None = None
    difference: float | None = None
    is_withheld: bool = False


@dataclass(frozen=True)
class _Line:
    """What is compared: its code, its words, and where its mark stands in the answers."""

    code: str
    text: str
    question: Question
    row: str = ""

    def marks(self, sheets: Sheets) -> dict[int, float]:
        """Person → mark; who gave none is not in it."""
        found = {}
        for person, answers in sheets.items():
            said = answers.get(self.question.code)
            mark = said.get(self.row) if self.row and isinstance(said, Mapping) else said
            if isinstance(mark, int | float):
                found[person] = float(mark) * (100 if self.question.kind == Kind.YES_NO else 1)
        return found


def compare(before: Spec, after: Spec, first: Sheets, second: Sheets, *, threshold: int) -> tuple[Change, ...]:
    """The questions that were asked both times with the same marks, in the order of the second time."""
    former = {line.code: line for question in before.questions() for line in _lines(question)}
    return tuple(
        _change(
            line.code,
            (former[line.code].text, line.text),
            "share" if line.question.kind == Kind.YES_NO else "mean",
            former[line.code].marks(first),
            line.marks(second),
            threshold,
        )
        for question in after.questions()
        for line in _lines(question)
        if line.code in former and _alike(former[line.code].question, question)
    )


def compare_scores(
    before: Scoring, after: Scoring, first: Sheets, second: Sheets, *, threshold: int
) -> tuple[Change, ...]:
    """The scores that are made of the same questions in the same way both times."""
    former = {one.code: one for one in before.scores}
    return tuple(
        _change(
            one.code,
            (former[one.code].title, one.title),
            "mean",
            _values(first, one.code),
            _values(second, one.code),
            threshold,
        )
        for one in after.scores
        if one.code in former and _made_of(former[one.code]) == _made_of(one)
    )


def _made_of(score: Any) -> tuple[Any, ...]:
    return frozenset(score.questions), frozenset(score.reversed_codes), score.how


def _values(sheets: Sheets, code: str) -> dict[int, float]:
    values = {person: scores.get(code, {}).get("value") for person, scores in sheets.items()}
    return {person: float(value) for person, value in values.items() if value is not None}


def _change(
    code: str,
    texts: tuple[str, str],
    form: Literal["mean", "share"],
    first: Mapping[int, float],
    second: Mapping[int, float],
    threshold: int,
) -> Change:
    both = sorted(first.keys() & second.keys())
    text_before = texts[0] if texts[0] != texts[1] else ""
    numbers = (len(first), len(second), len(both))
    if len(both) < max(threshold, 1):
        return Change(code, texts[1], text_before, form, *numbers, is_withheld=bool(both))
    places = 0 if form == "share" else 2
    before, after = (round(sum(marks[one] for one in both) / len(both), places) for marks in (first, second))
    difference = round(sum(second[one] - first[one] for one in both) / len(both), places)
    return Change(code, texts[1], text_before, form, *numbers, before, after, difference)


def _lines(question: Question) -> Iterator[_Line]:
    if question.kind == Kind.MATRIX and question.scale is not None:
        for row in question.rows:
            yield _Line(f"{question.code}__{row.code}", f"{question.text} – {row.text}", question, row.code)
    elif question.kind in (Kind.SCALE, Kind.YES_NO, Kind.NUMBER):
        yield _Line(question.code, question.text, question)


def _alike(former: Question, latter: Question) -> bool:
    """The same kind of mark on the same scale. Other words at its ends are another mark: how much it matters beforehand
    is not how it was."""
    return former.kind == latter.kind and former.scale == latter.scale
