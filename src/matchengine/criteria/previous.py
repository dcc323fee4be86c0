"""The previous mentor: they worked together before and it went well."""

from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.previous
    if (mentee.id, mentor.id) in problem.previous:
        return Reason(ReasonCode.PREVIOUS_MENTOR, weight, weight)
    return Reason(ReasonCode.PREVIOUS_NONE, 0, weight)


def packed(people: People) -> list[PackedPoints]:
    weight = people.settings.weights.previous
    return [people.cells(people.problem.previous, weight)] if weight else []
