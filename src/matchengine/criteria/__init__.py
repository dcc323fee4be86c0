"""How good: one file per criterion, each with a readable form for one pair and a packed form for all pairs.

`points(mentee, mentor, problem)` answers a Reason, `packed(people)` the same points as an n × m table. A property
test holds the two equal.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from matchengine.criteria import age, interests, mutual, need, time
from matchengine.packing import Numbers, Packed
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


class Criterion(NamedTuple):
    name: str
    points: Callable[[Mentee, Mentor, Problem], Reason]
    packed: Callable[[Packed], Numbers]


CRITERIA: tuple[Criterion, ...] = (
    Criterion("need", need.points, need.packed),
    Criterion("interests", interests.points, interests.packed),
    Criterion("time", time.points, time.packed),
    Criterion("age", age.points, age.packed),
    Criterion("mutual", mutual.points, mutual.packed),
)


def reasons(mentee: Mentee, mentor: Mentor, problem: Problem) -> tuple[Reason, ...]:
    """What every criterion gives this pair, in the order of `CRITERIA`; the score is the sum of the points."""
    return tuple(criterion.points(mentee, mentor, problem) for criterion in CRITERIA)


def scores(packed: Packed) -> Numbers:
    """The score of every pair, possible or not: n × m, points."""
    table = np.zeros(packed.shape, np.int64)
    for criterion in CRITERIA:
        table += criterion.packed(packed)
    return table
