"""What comes out: pairs with reasons, those left out with causes, and the proof. Frozen values, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matchengine.codes import HelpCode, LeftOutCode, LevelName, ReasonCode, ViolationCode

Value = int | str | bool | None | list[str] | dict[str, int]
Params = Mapping[str, Value]


@dataclass(frozen=True)
class Reason:
    """What one criterion gives a pair: `points` out of `maximum`."""

    code: ReasonCode
    points: int
    maximum: int
    params: Params = field(default_factory=dict)


@dataclass(frozen=True)
class Violation:
    """A hard rule that a pair or a plan breaks."""

    code: ViolationCode
    params: Params = field(default_factory=dict)
    mentee_id: str | None = None
    mentor_id: str | None = None


@dataclass(frozen=True)
class Pair:
    """A proposal. `score` is the sum of the points of `reasons`; load is no property of a pair."""

    mentee_id: str
    mentor_id: str
    score: int
    reasons: tuple[Reason, ...]
    is_mutual: bool = False


@dataclass(frozen=True)
class Help:
    """One change that would make a mentor possible."""

    code: HelpCode
    params: Params = field(default_factory=dict)


@dataclass(frozen=True)
class LeftOut:
    """A mentee without a mentor: why, and what would help."""

    mentee_id: str
    code: LeftOutCode
    params: Params = field(default_factory=dict)
    helps: tuple[Help, ...] = ()


@dataclass(frozen=True)
class Level:
    """One goal: the plan reaches `value`, no plan that keeps the goals before it can pass `bound`."""

    name: LevelName
    value: int
    bound: int


@dataclass(frozen=True)
class Duals:
    """Integer prices ≥ 0 that prove a bound: one per mentee (`mentee`), one per mentor (`mentor`), in order of id.

    Valid where mentee[i] + mentor[j] ≥ weight of every pair the proof speaks about; then no plan weighs more than
    Σ mentee + Σ over places max(0, mentor[j] − penalty of that place).
    """

    mentee: tuple[int, ...]
    mentor: tuple[int, ...]


@dataclass(frozen=True)
class Branch:
    """The proof for all plans without the `forbidden` pairs.

    Without reverse pairs there is one branch and nothing forbidden. Each branch leaves out one pair of every
    conflict it met; together the branches speak about every plan.
    """

    forbidden: tuple[tuple[str, str], ...]
    coverage: Duals
    worst: Duals | None
    total: Duals


@dataclass(frozen=True)
class Certificate:
    """The proof, checked by `certificate.verify`.

    `objective` and `dual_bound` are those of the last level, `gap` the largest bound − value of all levels (0: proved),
    `pairs_checked` the number of pairs (mentees × mentors) that the prices were held against.
    """

    levels: tuple[Level, ...]
    objective: int
    dual_bound: int
    gap: int
    pairs_checked: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Plan:
    """The proposal: `pairs` and `left_out` in order of the mentee's id."""

    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...]
    certificate: Certificate
