"""Values that both hold («общие ценности»). Two in common (a setting) earn everything, fewer their share."""

from matchengine.bits import in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight, enough = problem.settings.weights.values, problem.settings.enough_values
    if mentee.values is None or mentor.values is None:
        return Reason(ReasonCode.VALUES_UNKNOWN, 0, weight)
    common = sorted(mentee.values & mentor.values)
    if not common:
        return Reason(ReasonCode.VALUES_NONE, 0, weight)
    return Reason(ReasonCode.VALUES_SHARED, weight * min(len(common), enough) // enough, weight, {"common": common})


def packed(people: People) -> list[PackedPoints]:
    common = in_common([m.values for m in people.mentees], [m.values for m in people.mentors])
    return [*people.shares(common, people.settings.weights.values, people.settings.enough_values)]
