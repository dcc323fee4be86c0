"""How long pairs hold: Kaplan and Meier's estimate, and whether groups of pairs differ. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

from nastavnik.domain.monitoring.statistics.intervals import LEVEL, Interval, enough
from nastavnik.domain.monitoring.statistics.special import chi_squared_tail

Life = tuple[float, bool]  # how long, in days; whether it broke up then (else it was still whole when last seen)


@dataclass(frozen=True)
class Step:
    """At `time`: how many were still whole just before, broke up then, were last seen then; the share that holds
    longer, with the interval of log(−log S) (Greenwood's variance), None where S is 1 or 0."""

    time: float
    at_risk: int
    broken: int
    unseen: int
    share: float
    interval: Interval | None


@dataclass(frozen=True)
class Curve:
    """`steps` in order of time, one for every time at which something was seen."""

    n: int
    broken: int
    steps: tuple[Step, ...]
    level: float = LEVEL

    def share_at(self, time: float) -> float | None:
        """The share that holds longer than `time`; None beyond the last time at which anybody was seen whole."""
        if not self.steps or (time > self.steps[-1].time and self.steps[-1].share > 0):
            return None
        return next((step.share for step in reversed(self.steps) if step.time <= time), 1.0)

    @property
    def median(self) -> float | None:
        """The first time at which no more than half hold; None while more than half do."""
        return next((step.time for step in self.steps if step.share <= 0.5), None)


def survival(lives: Sequence[Life], level: float = LEVEL) -> Curve:
    """The estimate of Kaplan and Meier (1958).

    Raises:
        NotEnough: without any life.
    """
    enough(len(lives), 1)
    z = NormalDist().inv_cdf((1 + level) / 2)
    broken, unseen = Counter(t for t, broke in lives if broke), Counter(t for t, broke in lives if not broke)
    at_risk, share, variance, steps = len(lives), 1.0, 0.0, []
    for time in sorted(broken.keys() | unseen.keys()):
        gone = broken[time]
        share *= (at_risk - gone) / at_risk
        if gone and at_risk > gone:
            variance += gone / (at_risk * (at_risk - gone))
        steps.append(Step(time, at_risk, gone, unseen[time], share, _interval(share, variance, z, level)))
        at_risk -= gone + unseen[time]
    return Curve(len(lives), sum(broken.values()), tuple(steps), level)


@dataclass(frozen=True)
class Difference:
    """The log-rank test: `p` is the chance of curves so different if all groups broke up alike; `expected` breaks of
    every group in that case."""

    statistic: float
    degrees: int
    p: float
    expected: tuple[float, ...]


def log_rank(groups: Sequence[Sequence[Life]]) -> Difference | None:
    """Whether groups of pairs break up differently (Mantel 1966, Peto 1972); None where nothing broke up, or only
    while one group was left.

    Raises:
        NotEnough: fewer than two groups with anybody in them.
    """
    groups = [group for group in groups if group]
    enough(len(groups), 2)
    count = len(groups)
    observed = [sum(broke for _, broke in group) for group in groups]
    expected, spread = [0.0] * count, [[0.0] * count for _ in range(count)]
    for time, gone in sorted(Counter(t for group in groups for t, broke in group if broke).items()):
        risk = [sum(t >= time for t, _ in group) for group in groups]
        total = sum(risk)
        for i in range(count):
            expected[i] += gone * risk[i] / total
            for j in range(count if total > 1 else 0):
                whole = risk[i] * ((total if i == j else 0) - risk[j])
                spread[i][j] += gone * (total - gone) * whole / (total * total * (total - 1))
    apart = [observed[i] - expected[i] for i in range(count - 1)]
    solved = _solve([row[:-1] for row in spread[:-1]], apart)
    if solved is None:
        return None
    statistic = sum(a * b for a, b in zip(apart, solved, strict=True))
    return Difference(statistic, count - 1, chi_squared_tail(statistic, count - 1), tuple(expected))


def survival_by(lives: Mapping[str, Sequence[Life]], level: float = LEVEL) -> dict[str, Curve]:
    """A curve for every group that has anybody in it, in the order given."""
    return {name: survival(group, level) for name, group in lives.items() if group}


def _interval(share: float, variance: float, z: float, level: float) -> Interval | None:
    if not 0 < share < 1:
        return None
    width = z * sqrt(variance) / log(share)
    low, high = sorted(exp(-exp(log(-log(share)) + sign * width)) for sign in (1, -1))
    return Interval(low, high, level)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float] | None:
    """Gauss with the largest pivot; None where the matrix has no inverse."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        if abs(rows[column][column]) < 1e-12:
            return None
        for row in range(size):
            if row != column:
                times = rows[row][column] / rows[column][column]
                rows[row] = [a - times * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [rows[place][-1] / rows[place][place] for place in range(size)]
