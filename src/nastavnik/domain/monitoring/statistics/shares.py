"""A share of people, and the difference of two shares, in percentage points. Pure."""

from math import sqrt
from statistics import NormalDist

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.special import beta_quantile


def wilson(numerator: int, denominator: int, level: float = LEVEL) -> Interval:
    """The interval of a share, from 0 to 1 (Wilson 1927): honest for few people and for 0 and all of them.

    Raises:
        NotEnough: the denominator is zero.
        ValueError: the numerator lies outside of 0 … denominator.
    """
    enough(denominator, 1)
    if not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator}")
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (numerator + z * z / 2) / (denominator + z * z)
    half = z / (denominator + z * z) * sqrt(numerator * (denominator - numerator) / denominator + z * z / 4)
    low = 0.0 if numerator == 0 else middle - half
    high = 1.0 if numerator == denominator else middle + half
    return Interval(low, high, level)


def exact(numerator: int, denominator: int, level: float = LEVEL) -> Interval:
    """The interval of Clopper and Pearson (1934): never holds the share less often than `level` says.

    Raises:
        NotEnough: the denominator is zero.
    """
    enough(denominator, 1)
    tail, rest = (1 - level) / 2, denominator - numerator
    low = beta_quantile(tail, numerator, rest + 1) if numerator else 0.0
    high = beta_quantile(1 - tail, numerator + 1, rest) if rest else 1.0
    return Interval(low, high, level)


def difference(first: tuple[int, int], second: tuple[int, int], level: float = LEVEL) -> Interval:
    """The interval of first share − second share of two different groups, each (numerator, denominator).

    Newcombe (1998, method 10): the distances of Wilson's limits, squared and added.
    """
    (a, n), (b, m) = first, second
    one, two = wilson(a, n, level), wilson(b, m, level)
    p, q = a / n, b / m
    down = sqrt((p - one.low) ** 2 + (two.high - q) ** 2)
    up = sqrt((one.high - p) ** 2 + (q - two.low) ** 2)
    return Interval(p - q - down, p - q + up, level)
