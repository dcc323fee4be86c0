"""The same people before and after. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.samples import (
    deviation,
    mean,
    mean_interval,
    median_interval,
    quantile,
    ranks,
)
from nastavnik.domain.monitoring.statistics.special import noncentral_student_cdf, normal_cdf, root

FARTHEST = 37.0  # beyond, the tail of the normal distribution is no number any more

EXACT = 60  # so many changes are counted out; the sums of signs then follow the normal distribution to four digits


@dataclass(frozen=True)
class PairedChange:
    """After less before, in the unit of the scale, over those measured twice.

    `effect` is the mean change in standard deviations of the change (d_z) freed of its bias in small samples (Hedges
    1981), None where nothing or everybody alike changed. `balance` tells how far changes up outweigh those down by
    rank, from −1 to 1 (matched-pairs rank biserial, Kerby 2014), None without a change. `p` is the chance of a balance
    so far from zero if up and down were alike (Wilcoxon's signed ranks, all 2^n signs counted).
    """

    n: int
    up: int
    same: int
    down: int
    mean: float
    mean_interval: Interval
    median: float
    median_interval: Interval | None
    effect: float | None
    effect_interval: Interval | None
    balance: float | None
    p: float | None


def paired_change(before: Sequence[float], after: Sequence[float], level: float = LEVEL) -> PairedChange:
    """What changed. `before` and `after` are of one length, place by place the same person.

    Raises:
        NotEnough: fewer than two people.
        ValueError: of different length.
    """
    changes = [later - former for former, later in zip(before, after, strict=True)]
    enough(len(changes), 2)
    spread = deviation(changes)
    return PairedChange(
        n=len(changes),
        up=sum(change > 0 for change in changes),
        same=sum(change == 0 for change in changes),
        down=sum(change < 0 for change in changes),
        mean=mean(changes),
        mean_interval=mean_interval(changes, level),
        median=quantile(sorted(changes), 0.5),
        median_interval=median_interval(changes, level),
        effect=unbiased(len(changes) - 1) * mean(changes) / spread if spread else None,
        effect_interval=_effect_interval(changes, level) if spread else None,
        balance=balance(changes),
        p=signed_ranks(changes),
    )


def unbiased(df: int) -> float:
    """The factor that frees a standardised difference of its bias: Γ(df/2) / (√(df/2)·Γ((df−1)/2)); 1 degree: 0."""
    if df < 2:
        return 0.0
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2) - log(df / 2) / 2)


def balance(changes: Sequence[float]) -> float | None:
    """(W⁺ − W⁻) / (W⁺ + W⁻) over the ranks of the changes that are not zero."""
    up, total = _rank_sums(changes)
    return (2 * up - total) / total if total else None


def signed_ranks(changes: Sequence[float]) -> float | None:
    """The two-sided p of Wilcoxon's signed ranks: exact with ties too, zeros left out; None if all are zero.

    Ranks are doubled to be whole; the number of sign choices for every sum is counted (Pratt 1959 keeps zeros, this
    does not). Above sixty changes the normal distribution with the variance of the given ranks is used.
    """
    told = [change for change in changes if change]
    if not told:
        return None
    doubled = [round(2 * rank) for rank in ranks([abs(change) for change in told])]
    up = sum(rank for rank, change in zip(doubled, told, strict=True) if change > 0)
    farther = max(up, sum(doubled) - up)
    if len(told) > EXACT:
        z = (farther - sum(doubled) / 2) / (sqrt(sum(rank * rank for rank in doubled)) / 2)
        return min(1.0, 2 * normal_cdf(-z))
    ways = [1] + [0] * sum(doubled)
    for rank in doubled:
        ways = [one + other for one, other in zip(ways, [0] * rank + ways[: len(ways) - rank], strict=True)]
    return min(1.0, 2 * sum(ways[farther:]) / (1 << len(told)))


def standardised_interval(t: float, df: int, per_unit: float, level: float = LEVEL) -> Interval:
    """The interval of a standardised difference d = t / `per_unit`, by the non-central t (Steiger and Fouladi 1997)."""
    tail = (1 - level) / 2

    def shift(p: float) -> float:
        return root(lambda moved: p - noncentral_student_cdf(t, df, moved), -FARTHEST, FARTHEST)

    return Interval(shift(1 - tail) / per_unit, shift(tail) / per_unit, level)


def _effect_interval(changes: Sequence[float], level: float) -> Interval | None:
    df, per_unit = len(changes) - 1, sqrt(len(changes))
    t = mean(changes) / deviation(changes) * per_unit
    if df < 2 or abs(t) > FARTHEST - 5:
        return None
    found = standardised_interval(t, df, per_unit, level)
    return Interval(found.low * unbiased(df), found.high * unbiased(df), level)


def _rank_sums(changes: Sequence[float]) -> tuple[float, float]:
    told = [change for change in changes if change]
    ranked = ranks([abs(change) for change in told])
    return sum(rank for rank, change in zip(ranked, told, strict=True) if change > 0), sum(ranked)
