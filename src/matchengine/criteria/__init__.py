"""How good: one file per criterion, each with a readable form for one pair and a packed form for all pairs.

The names are those of `problem.Weights`. A property test holds the two forms equal.
"""

from matchengine.criteria import (
    age,
    interests,
    mastery,
    mutual,
    need,
    openness,
    place,
    previous,
    time,
    values,
    ways,
)
from matchengine.criteria.criterion import Criterion, PackedPoints
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem

__all__ = ["CRITERIA", "Criterion", "PackedPoints", "reasons"]

CRITERIA: tuple[Criterion, ...] = (
    Criterion("need", need.points, need.packed),
    Criterion("interests", interests.points, interests.packed),
    Criterion("time", time.points, time.packed),
    Criterion("age", age.points, age.packed),
    Criterion("mutual", mutual.points, mutual.packed),
    Criterion("values", values.points, values.packed),
    Criterion("ways", ways.points, ways.packed),
    Criterion("openness", openness.points, openness.packed),
    Criterion("mastery", mastery.points, mastery.packed),
    Criterion("previous", previous.points, previous.packed),
    Criterion("place", place.points, place.packed),
)


def reasons(mentee: Mentee, mentor: Mentor, problem: Problem) -> tuple[Reason, ...]:
    """What every criterion gives this pair, in the order of `CRITERIA`; the score is the sum of the points."""
    return tuple(criterion.points(mentee, mentor, problem) for criterion in CRITERIA)
