"""What a measure returns and a report holds. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.functional import Promise

Form = Literal["share", "number", "average"]


@dataclass(frozen=True)
class Figure:
    """One number with its n, its day and its definition. `numerator` None is "no data" and never zero.

    A share is numerator of denominator, an average numerator per denominator, a number stands alone (its denominator
    then says over how many mentorships it was counted).
    """

    code: str
    title: str | Promise
    definition: str | Promise
    numerator: int | None
    denominator: int | None
    as_of: date
    form: Form = "share"
    is_withheld: bool = False

    @property
    def has_data(self) -> bool:
        return self.numerator is not None and not self.is_withheld

    @property
    def percent(self) -> int | None:
        """Rounded half up; 100 means all and 0 means nobody, whatever rounding would say."""
        if self.form != "share" or not self.has_data or not self.denominator:
            return None
        rounded = (self.numerator * 200 + self.denominator) // (2 * self.denominator)  # type: ignore[operator]
        inside = 0 < self.numerator < self.denominator  # type: ignore[operator]
        return min(max(rounded, 1), 99) if inside else rounded

    @property
    def average(self) -> float | None:
        if self.form != "average" or not self.has_data or not self.denominator:
            return None
        return self.numerator / self.denominator  # type: ignore[operator]


@dataclass(frozen=True)
class Report:
    """The figures of one programme on a day, in the three parts of a report; `modules` only where there are several."""

    programme: Any
    as_of: date
    coverage: tuple[Figure, ...]
    meetings: tuple[Figure, ...]
    endings: tuple[Figure, ...]
    modules: tuple[tuple[str, tuple[Figure, ...]], ...] = ()

    @property
    def has_data(self) -> bool:
        return any(figure.has_data for figure in (*self.coverage, *self.meetings, *self.endings))
