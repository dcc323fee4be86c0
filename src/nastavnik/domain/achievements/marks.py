"""Sums and means of a jury's sheets. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Line:
    """One criterion: the mean of `n` sheets, None where nobody marked it."""

    title: str
    total: int
    n: int

    @property
    def mean(self) -> float | None:
        return float(Fraction(self.total, self.n)) if self.n else None


@dataclass(frozen=True)
class Outcome:
    """`total` and `possible` are points of all sheets, `sheets` how many there are."""

    lines: tuple[Line, ...]
    sheets: int
    total: int
    possible: int

    @property
    def mean(self) -> float | None:
        """Points of one sheet on average."""
        return float(Fraction(self.total, self.sheets)) if self.sheets else None

    @property
    def best(self) -> int:
        """The most points that one sheet can give."""
        return self.possible // self.sheets if self.sheets else 0


def outcome(criteria: Sequence[str], most: int, cells: Collection[tuple[int, int, int]]) -> Outcome:
    """`cells` are (sheet, number of the criterion, points)."""
    sheets = {sheet for sheet, _criterion, _points in cells}
    lines = []
    for number, title in enumerate(criteria):
        points = [given for _sheet, criterion, given in cells if criterion == number]
        lines.append(Line(title, sum(points), len(points)))
    return Outcome(tuple(lines), len(sheets), sum(line.total for line in lines), most * len(criteria) * len(sheets))
