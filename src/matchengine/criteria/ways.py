"""Ways of working: does the mentor work in the ways that suit the mentee («методы наставника»)?

Two that fit (a setting) earn everything, fewer their share.
"""

from matchengine.bits import in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight, enough = problem.settings.weights.ways, problem.settings.enough_ways
    if mentee.suits is None or mentor.ways is None:
        return Reason(ReasonCode.WAYS_UNKNOWN, 0, weight)
    common = sorted(mentee.suits & mentor.ways)
    if not common:
        return Reason(ReasonCode.WAYS_DO_NOT_SUIT, 0, weight)
    return Reason(ReasonCode.WAYS_SUIT, weight * min(len(common), enough) // enough, weight, {"common": common})


def packed(people: People) -> list[PackedPoints]:
    common = in_common([m.suits for m in people.mentees], [m.ways for m in people.mentors])
    return [*people.shares(common, people.settings.weights.ways, people.settings.enough_ways)]
