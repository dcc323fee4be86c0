"""Interests: what both like. Three in common (a setting) earn everything, fewer their share."""

from matchengine.bits import in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight, enough = problem.settings.weights.interests, problem.settings.enough_interests
    if not mentee.interests or not mentor.interests:
        return Reason(ReasonCode.INTERESTS_UNKNOWN, 0, weight)
    common = sorted(mentee.interests & mentor.interests)
    if not common:
        return Reason(ReasonCode.INTERESTS_NONE, 0, weight)
    return Reason(ReasonCode.INTERESTS_COMMON, weight * min(len(common), enough) // enough, weight, {"common": common})


def packed(people: People) -> list[PackedPoints]:
    common = in_common([m.interests for m in people.mentees], [m.interests for m in people.mentors])
    return [*people.shares(common, people.settings.weights.interests, people.settings.enough_interests)]
