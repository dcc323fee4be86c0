"""Age wishes: the mentor's about the mentee (age, grade) and the mentee's about the mentor (age).

Every side that stated a wish which can be checked counts the same: all held earn the full weight, one of two half of
it. Without any such wish age decides nothing.
"""

import numpy as np

from matchengine.codes import ReasonCode
from matchengine.constraints import is_within
from matchengine.packing import Numbers, Packed
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.age
    of_mentor, of_mentee = _mentor_wish(mentee, mentor), _mentee_wish(mentee, mentor)
    stated = [wish for wish in (of_mentor, of_mentee) if wish is not None]
    if not stated:
        return Reason(ReasonCode.AGE_UNKNOWN, 0, weight)
    held = sum(stated)
    if held == len(stated):
        code = ReasonCode.AGE_AS_WISHED
    else:
        code = ReasonCode.AGE_PARTLY_AS_WISHED if held else ReasonCode.AGE_NOT_AS_WISHED
    return Reason(code, weight * held // len(stated), weight, {"mentor_wish": of_mentor, "mentee_wish": of_mentee})


def packed(people: Packed) -> Numbers:
    of_mentor, of_mentee = people.mentor_wish_holds, people.mentee_wish_holds
    stated = of_mentor[0].astype(np.int64) + of_mentee[0]
    held = (of_mentor[0] & of_mentor[1]).astype(np.int64) + (of_mentee[0] & of_mentee[1])
    return people.settings.weights.age * held // np.maximum(stated, 1)


def _mentor_wish(mentee: Mentee, mentor: Mentor) -> bool | None:
    age_known = mentee.age is not None and mentor.age_wish is not None
    grade_known = mentee.grade is not None and mentor.grade_wish is not None
    if not age_known and not grade_known:
        return None
    return is_within(mentee.age, mentor.age_wish) and is_within(mentee.grade, mentor.grade_wish)


def _mentee_wish(mentee: Mentee, mentor: Mentor) -> bool | None:
    if mentor.age is None or mentee.age_wish is None:
        return None
    return is_within(mentor.age, mentee.age_wish)
