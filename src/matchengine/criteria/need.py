"""Need: do the mentor's competences cover what the mentee asks for?

The main need is worth seven tenths of the weight (28 of 40), the rest is shared among the other needs. Where there is
only a main need it is worth everything; where no main need is named all needs share the weight evenly.
"""

import numpy as np

from matchengine.codes import ReasonCode
from matchengine.packing import Numbers, Packed, common_counts
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.need
    others = _others(mentee)
    if (mentee.main_need is None and not others) or not mentor.competences:
        return Reason(ReasonCode.NEED_UNKNOWN, 0, weight)
    covered = sorted(others & mentor.competences)
    main_covered = mentee.main_need is not None and mentee.main_need in mentor.competences
    main_share = _main_share(mentee, weight)
    earned = main_share if main_covered else 0
    if others:
        earned += (weight - main_share) * len(covered) // len(others)
    if main_covered:
        code = ReasonCode.NEED_MAIN_COVERED
    else:
        code = ReasonCode.NEED_OTHERS_COVERED if covered else ReasonCode.NEED_NOT_COVERED
    return Reason(code, earned, weight, {"main": mentee.main_need, "others": covered, "asked": len(others)})


def packed(people: Packed) -> Numbers:
    weight = people.settings.weights.need
    others = [_others(m) for m in people.mentees]
    competences = [m.competences for m in people.mentors]
    main = common_counts([() if m.main_need is None else (m.main_need,) for m in people.mentees], competences)
    share = np.array([_main_share(m, weight) for m in people.mentees], np.int64)[:, None]
    asked = np.array([max(1, len(o)) for o in others], np.int64)[:, None]
    return share * main + (weight - share) * common_counts(others, competences) // asked


def _others(mentee: Mentee) -> frozenset[str]:
    return mentee.needs - {mentee.main_need} if mentee.main_need is not None else mentee.needs


def _main_share(mentee: Mentee, weight: int) -> int:
    if mentee.main_need is None:
        return 0
    return weight * 7 // 10 if _others(mentee) else weight
