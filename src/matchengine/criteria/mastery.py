"""Mastery: the mentor's experience and command of the process and the methods of mentoring, whoever the mentee is.

«Возраст вторичен; опыт; процесс наставления; обладание методологией»: this counts where age does not. The knowledge of
the subject is no part of it, that is what `need` looks at.
"""

import numpy as np

from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem, Settings


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.mastery
    if mentor.mastery is None:
        return Reason(ReasonCode.MASTERY_UNKNOWN, 0, weight)
    code = ReasonCode.MASTERY_KNOWN if mentor.mastery > 0 else ReasonCode.MASTERY_NONE
    return Reason(code, _earned(mentor, problem.settings), weight, {"mastery": mentor.mastery})


def packed(people: People) -> list[PackedPoints]:
    return [np.array([_earned(m, people.settings) for m in people.mentors], np.int64)]


def _earned(mentor: Mentor, settings: Settings) -> int:
    known = min(max(mentor.mastery or 0, 0), settings.full_mastery)
    return settings.weights.mastery * known // settings.full_mastery
