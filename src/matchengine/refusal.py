"""What is refused before anything is counted, with a code and the names of what is wrong."""

from collections.abc import Iterable
from typing import Any

from matchengine.codes import InputCode

MOST_POINTS = 1_000_000
"""No weight, penalty or bonus is larger: it would be a slip of the pen."""

MOST_IN_COMMON = 255
"""No setting asks for more things in common."""


class ProblemRefused(ValueError):
    """What goes in cannot be matched. `params` name the person, the pair, the rule or the field that is wrong."""

    def __init__(self, code: InputCode, message: str, **params: str | int) -> None:
        super().__init__(message)
        self.code = code
        self.params = params


def require_integers(field: str, values: Iterable[Any], **person: str) -> None:
    """Whole numbers or None; `person` is mentee=id or mentor=id where the field is somebody's."""
    for value in values:
        if type(value) is not int and value is not None:  # a bool is no number here, nor is NaN
            owner = "".join(f" of {side} {key}" for side, key in person.items())
            message = f"{field}{owner} must be a whole number, not {value!r}"
            raise ProblemRefused(InputCode.NOT_AN_INTEGER, message, field=field, **person)


def require_points(field: str, points: Any) -> None:
    """A whole number from 0 to MOST_POINTS."""
    if points is None:
        raise ValueError(f"{field} is missing")
    require_integers(field, [points])
    if points < 0:
        raise ValueError(f"{field} is below zero")
    if points > MOST_POINTS:
        message = f"{field} is {points}, more than {MOST_POINTS}"
        raise ProblemRefused(InputCode.WEIGHT_TOO_LARGE, message, field=field, points=points, most=MOST_POINTS)
