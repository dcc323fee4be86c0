"""What every figure about a sample says of its own exactness. Pure."""

from dataclasses import dataclass

LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, in the unit of the figure; `level` is the share of samples whose interval holds it."""

    low: float
    high: float
    level: float = LEVEL


class NotEnough(ValueError):
    """So few values that the figure does not exist; `needed` would be the fewest."""

    def __init__(self, given: int, needed: int) -> None:
        super().__init__(f"{given} values, {needed} are needed")
        self.given, self.needed = given, needed


def enough(given: int, needed: int) -> None:
    """Refuse before anything is divided by zero.

    Raises:
        NotEnough: `given` < `needed`.
    """
    if given < needed:
        raise NotEnough(given, needed)
