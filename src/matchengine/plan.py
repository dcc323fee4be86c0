"""What comes out: pairs with reasons, those left out with causes, and the proof. Frozen values, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matchengine.codes import HelpCode, LeftOutCode, LevelName, ReasonCode, SplitKind, ViolationCode

Value = int | str | bool | None | list[str] | dict[str, int]
Params = Mapping[str, Value]
Ids = tuple[str, str]
"""(mentee id, mentor id)"""


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

    They bound the weight of a plan in which a pair counts `coverage` + `seats` + `mutual`·(is it mutual) +
    `points`·points, every mentor of a mentee after the first takes `coverage` off again (the step of that seat), and
    load penalties count `points` times. No plan weighs more than Σ over seats max(0, mentee[i] − step of that seat) +
    Σ over places max(0, mentor[j] − penalty of that place) + Σ over possible pairs max(0, weight − mentee[i] −
    mentor[j]); the last sum is 0 where nobody asks for more than one mentor. Where groups have a theme, what stands for
    a mentor in the two last sums is at most the best topic's best group at the prices of the mentees.
    """

    mentee: tuple[int, ...]
    mentor: tuple[int, ...]
    coverage: int
    seats: int
    mutual: int
    points: int


@dataclass(frozen=True)
class Branch:
    """The proof for a part of all plans: those without `forbidden` pairs, with `required` ones, and where the group of
    each mentor of `themes` (mentor id, topic) has this topic. `Certificate.splits` tells why nothing is left out.

    `coverage` bounds coverage, and with `mutual` (None: by itself) seats and choices of the plans that reach the goals
    before; `worst` shows that the pairs above the worst one are too few, `total` bounds the total. They are None where
    nothing is left to be proved, or no plan of the part comes as far. Where nobody mentors anybody in return, and
    without themes and teams, there is one branch that asks nothing.
    """

    forbidden: tuple[Ids, ...]
    coverage: Duals
    worst: Duals | None
    total: Duals | None
    mutual: Duals | None = None
    required: tuple[Ids, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Split:
    """Every plan that may be lies in one of the `parts`.

    `reverse`, `team_time`: the `pairs` cannot stand together; part k forbids pair k. `theme`: the group of the mentor
    `person` has a topic; part k restricts it to topic k in order of name. `expert`: either the mentee `person` has no
    mentor (part 0), or the expert k in order of id and none before (part k + 1).
    A part is the number of a split if ≥ 0, else −1 − the number of a branch; None: no plan keeps all that was asked.
    """

    kind: SplitKind
    parts: tuple[int | None, ...]
    pairs: tuple[Ids, ...] = ()
    person: str = ""


@dataclass(frozen=True)
class Certificate:
    """The proof, checked by `certificate.verify`.

    `objective` and `dual_bound` are those of the last level, `gap` the largest bound − value of all levels (0: proved),
    `pairs_checked` the number of pairs (mentees × mentors) that the prices were held against. `splits`: how all plans
    are shared out among the `branches`, beginning with the first; empty where there is one branch.
    """

    levels: tuple[Level, ...]
    objective: int
    dual_bound: int
    gap: int
    pairs_checked: int
    branches: tuple[Branch, ...]
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The proposal: `pairs` and `left_out` in order of the mentee's id."""

    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...]
    certificate: Certificate
