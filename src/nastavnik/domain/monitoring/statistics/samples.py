"""One list of numbers: its middle, its spread, its ranks. Pure; sums by `math.fsum`, so the order changes nothing."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, floor, fsum, sqrt

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.special import student_quantile


@dataclass(frozen=True)
class Summary:
    """`counts` are (value, how often) from the least value on; `deviation` is that of a sample (n − 1), None of one."""

    n: int
    mean: float
    deviation: float | None
    lowest: float
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: float
    counts: tuple[tuple[float, int], ...]


def summary(values: Sequence[float]) -> Summary:
    """The figures that a table shows of one question.

    Raises:
        NotEnough: without any value.
    """
    enough(len(values), 1)
    ordered = sorted(values)
    return Summary(
        n=len(ordered),
        mean=mean(ordered),
        deviation=deviation(ordered) if len(ordered) > 1 else None,
        lowest=ordered[0],
        lower_quartile=quantile(ordered, 0.25),
        median=quantile(ordered, 0.5),
        upper_quartile=quantile(ordered, 0.75),
        highest=ordered[-1],
        counts=tuple(sorted(Counter(ordered).items())),
    )


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return fsum(values) / len(values)


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample of at least two values (divisor n − 1)."""
    middle = mean(values)
    return sqrt(fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


def quantile(ordered: Sequence[float], p: float) -> float:
    """The quantile of values in order, straight between neighbours (type 7 of Hyndman and Fan 1996)."""
    place = (len(ordered) - 1) * p
    low = floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def mean_interval(values: Sequence[float], level: float = LEVEL) -> Interval:
    """Student's interval of the mean.

    Raises:
        NotEnough: fewer than two values.
    """
    enough(len(values), 2)
    half = student_quantile((1 + level) / 2, len(values) - 1) * deviation(values) / sqrt(len(values))
    return Interval(mean(values) - half, mean(values) + half, level)


def median_interval(values: Sequence[float], level: float = LEVEL) -> Interval | None:
    """The interval of the median between two order statistics, exact for any distribution; None where no two reach
    the level (at 95 % fewer than six values).

    The widest k with 2·P(Bin(n, ½) < k) ≤ 1 − level is taken (Conover 1999, 3.2).
    """
    ordered, n = sorted(values), len(values)
    below, k = 1, 0
    while 2 * below <= (1 - level) * 2**n:
        k += 1
        below += comb(n, k)
    return Interval(ordered[k - 1], ordered[n - k], level) if k else None


def ranks(values: Sequence[float]) -> list[float]:
    """The ranks from 1 on in the order given; equal values share the mean of their ranks."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value) + 1) / 2 for value in values]
