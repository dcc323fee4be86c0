"""Two different groups of people: those with a mentor beside those without. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.paired import FARTHEST, standardised_interval, unbiased
from nastavnik.domain.monitoring.statistics.samples import deviation, mean, ranks
from nastavnik.domain.monitoring.statistics.special import student_quantile


@dataclass(frozen=True)
class Comparison:
    """First group less second, in the unit of the scale.

    `effect` is Hedges' g (pooled deviation, freed of bias), None where nobody differs from anybody. `dominance` is
    Cliff's delta, from −1 to 1: how much oftener one of the first stands above one of the second than below.
    """

    n: tuple[int, int]
    means: tuple[float, float]
    difference: float
    interval: Interval | None
    effect: float | None
    effect_interval: Interval | None
    dominance: float


def comparison(first: Sequence[float], second: Sequence[float], level: float = LEVEL) -> Comparison:
    """The difference of two means with Welch's interval (deviations need not be alike), its size and its dominance.

    For groups measured twice, give the changes: what is compared then is how much more the first changed.

    Raises:
        NotEnough: fewer than two people in a group.
    """
    enough(min(len(first), len(second)), 2)
    n, m = len(first), len(second)
    squares = deviation(first) ** 2, deviation(second) ** 2
    pooled = sqrt(((n - 1) * squares[0] + (m - 1) * squares[1]) / (n + m - 2))
    apart = mean(first) - mean(second)
    return Comparison(
        n=(n, m),
        means=(mean(first), mean(second)),
        difference=apart,
        interval=_welch(apart, squares, (n, m), level),
        effect=unbiased(n + m - 2) * apart / pooled if pooled else None,
        effect_interval=_effect_interval(apart / pooled, (n, m), level) if pooled else None,
        dominance=dominance(first, second),
    )


def dominance(first: Sequence[float], second: Sequence[float]) -> float:
    """Cliff's delta (1993): P(first > second) − P(first < second) over all pairs of the two groups."""
    n, m = len(first), len(second)
    above = sum(ranks([*first, *second])[:n]) - n * (n + 1) / 2
    return 2 * above / (n * m) - 1


def _welch(apart: float, squares: tuple[float, float], n: tuple[int, int], level: float) -> Interval | None:
    one, two = squares[0] / n[0], squares[1] / n[1]
    if one + two == 0:
        return None
    df = (one + two) ** 2 / (one**2 / (n[0] - 1) + two**2 / (n[1] - 1))
    half = student_quantile((1 + level) / 2, df) * sqrt(one + two)
    return Interval(apart - half, apart + half, level)


def _effect_interval(d: float, n: tuple[int, int], level: float) -> Interval | None:
    df, per_unit = sum(n) - 2, sqrt(n[0] * n[1] / sum(n))
    if abs(d * per_unit) > FARTHEST - 5:
        return None
    found = standardised_interval(d * per_unit, df, per_unit, level)
    return Interval(found.low * unbiased(df), found.high * unbiased(df), level)
