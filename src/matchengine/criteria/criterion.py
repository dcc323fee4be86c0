"""What a criterion is: a readable form for one pair and a packed form for all."""

from collections.abc import Callable
from typing import NamedTuple

from matchengine.pairs import BitPoints, Cells, Integers, KeyPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem

PackedPoints = BitPoints | KeyPoints | Cells | Integers
"""A flat array of integers holds the points that every mentor brings to every pair."""


class Criterion(NamedTuple):
    """`points(mentee, mentor, problem)` answers a Reason, `packed(people)` the same points for all pairs, in parts."""

    name: str
    points: Callable[[Mentee, Mentor, Problem], Reason]
    packed: Callable[[People], list[PackedPoints]]
