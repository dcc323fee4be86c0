"""What a hard rule is: a readable form for one pair, a packed form for all, one code by which it is switched on."""

from collections.abc import Callable
from typing import NamedTuple

from matchengine.bits import KindBits
from matchengine.codes import Rule, ViolationCode
from matchengine.pairs import BitRule, Cells, KeyRule
from matchengine.people import Gates, People
from matchengine.plan import Params, Violation
from matchengine.problem import Bounds, Mentee, Mentor, Problem

PackedRule = Gates | KindBits | BitRule | KeyRule | Cells
"""Kind bits and cells name the pairs that are not possible."""


class HardRule(NamedTuple):
    """`broken(mentee, mentor, problem)` answers what the pair breaks, `packed(people)` the same for all pairs."""

    rule: Rule
    broken: Callable[[Mentee, Mentor, Problem], Violation | None]
    packed: Callable[[People], list[PackedRule]]


def violation(code: ViolationCode, mentee: Mentee, mentor: Mentor, params: Params | None = None) -> Violation:
    return Violation(code, params or {}, mentee.id, mentor.id)


def is_within(number: int | None, bounds: Bounds | None) -> bool:
    """True unless the number is known and outside."""
    if number is None or bounds is None:
        return True
    low, high = bounds
    return (low is None or number >= low) and (high is None or number <= high)
