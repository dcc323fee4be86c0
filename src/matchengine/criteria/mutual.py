"""Mutual choice: both named each other."""

from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.mutual
    if (mentee.id, mentor.id) in problem.mutual:
        return Reason(ReasonCode.MUTUAL_CHOICE, weight, weight)
    return Reason(ReasonCode.MUTUAL_NONE, 0, weight)


def packed(people: People) -> list[PackedPoints]:
    weight = people.settings.weights.mutual
    return [people.cells(people.problem.mutual, weight)] if weight else []
