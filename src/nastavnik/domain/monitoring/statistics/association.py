"""How one figure of pairs goes with another. An association is no cause. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, fsum, sqrt, tanh
from statistics import NormalDist

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.samples import mean, ranks
from nastavnik.domain.monitoring.statistics.special import student_cdf

FEWEST = 10  # domain.md 5.2: below ten pairs nothing is shown


@dataclass(frozen=True)
class Association:
    """Spearman's `rho` from −1 to 1, None where one of the two never changes."""

    n: int
    rho: float | None
    interval: Interval | None
    p: float | None


def spearman(first: Sequence[float], second: Sequence[float], level: float = LEVEL) -> Association:
    """The correlation of ranks, ties sharing their mean rank; the interval of Bonett and Wright (2000), p by Student's
    t with n − 2 degrees of freedom.

    Raises:
        NotEnough: fewer than ten pairs of values.
        ValueError: of different length.
    """
    enough(len(first), FEWEST)
    rho = _product_moment(ranks(first), ranks(second))
    if rho is None:
        return Association(len(first), None, None, None)
    if abs(rho) == 1:
        return Association(len(first), rho, None, 0.0)
    half = NormalDist().inv_cdf((1 + level) / 2) * sqrt((1 + rho * rho / 2) / (len(first) - 3))
    df = len(first) - 2
    t = abs(rho) * sqrt(df / ((1 + rho) * (1 - rho)))
    interval = Interval(tanh(atanh(rho) - half), tanh(atanh(rho) + half), level)
    return Association(len(first), rho, interval, 2 * student_cdf(-t, df))


def _product_moment(first: Sequence[float], second: Sequence[float]) -> float | None:
    one, two = ([value - mean(values) for value in values] for values in (first, second))
    product = fsum(a * b for a, b in zip(one, two, strict=True))
    scale = sqrt(fsum(a * a for a in one) * fsum(b * b for b in two))
    return min(1.0, max(-1.0, product / scale)) if scale else None
