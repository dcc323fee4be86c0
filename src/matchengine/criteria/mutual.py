"""Mutual choice: both named each other."""

import numpy as np

from matchengine.codes import ReasonCode
from matchengine.packing import Numbers, Packed
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.mutual
    if (mentee.id, mentor.id) in problem.mutual:
        return Reason(ReasonCode.MUTUAL_CHOICE, weight, weight)
    return Reason(ReasonCode.MUTUAL_NONE, 0, weight)


def packed(people: Packed) -> Numbers:
    return people.settings.weights.mutual * people.mutual.astype(np.int64)
