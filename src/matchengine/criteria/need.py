"""Need: do the mentor's competences cover what the mentee asks for?

The main need is worth seven tenths of the weight (28 of 40), the rest is shared among the other needs. Where there is
only a main need it is worth everything; where no main need is named all needs share the weight evenly.
"""

import numpy as np

from matchengine.bits import MOST_SHARES, factor, in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.pairs import BitPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.need
    others = _others(mentee)
    if (mentee.main_need is None and not others) or not mentor.competences:
        return Reason(ReasonCode.NEED_UNKNOWN, 0, weight)
    covered = sorted(others & mentor.competences)
    main_covered = mentee.main_need is not None and mentee.main_need in mentor.competences
    main_share, asked = _main_share(mentee, weight), _asked(mentee)
    earned = (main_share if main_covered else 0) + (weight - main_share) * min(len(covered), asked) // asked
    if main_covered:
        code = ReasonCode.NEED_MAIN_COVERED
    else:
        code = ReasonCode.NEED_OTHERS_COVERED if covered else ReasonCode.NEED_NOT_COVERED
    return Reason(code, earned, weight, {"main": mentee.main_need, "others": covered, "asked": len(others)})


def packed(people: People) -> list[PackedPoints]:
    weight = people.settings.weights.need
    competences = [m.competences for m in people.mentors]
    main = in_common([() if m.main_need is None else (m.main_need,) for m in people.mentees], competences)
    others = in_common([_others(m) for m in people.mentees], competences)
    main_shares = [_main_share(m, weight) for m in people.mentees]
    asked = [_asked(m) for m in people.mentees]
    of_main = np.array([factor(share, 1) for share in main_shares], np.int64)
    of_others = np.array([factor(weight - a, b) for a, b in zip(main_shares, asked, strict=True)], np.int64)
    return [
        BitPoints(common.left, common.right, factors, 0, most)
        for common, factors, most in ((main, of_main, 1), (others, of_others, MOST_SHARES))
        if weight and common.left.shape[1]
    ]


def _others(mentee: Mentee) -> frozenset[str]:
    return mentee.needs - {mentee.main_need} if mentee.main_need is not None else mentee.needs


def _asked(mentee: Mentee) -> int:
    """How many other needs earn the full share: all of them, as nobody names more than MOST_SHARES."""
    return min(max(1, len(_others(mentee))), MOST_SHARES)


def _main_share(mentee: Mentee, weight: int) -> int:
    if mentee.main_need is None:
        return 0
    return weight * 7 // 10 if _others(mentee) else weight
