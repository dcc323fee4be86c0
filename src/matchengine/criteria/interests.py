"""Interests: what both like. Three in common (a setting) earn everything, fewer their share."""

import numpy as np

from matchengine.codes import ReasonCode
from matchengine.packing import Numbers, Packed, common_counts
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


def packed(people: Packed) -> Numbers:
    weight, enough = people.settings.weights.interests, people.settings.enough_interests
    common = common_counts([m.interests for m in people.mentees], [m.interests for m in people.mentors])
    return weight * np.minimum(common, enough) // enough
