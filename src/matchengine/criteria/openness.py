"""How each opens up with others («как раскрываются»): do the two find one pace?

The three ways stand in a row: at once – with time – with few. Alike earns everything, neighbours half (who needs time
and who needs a small circle both need patience), the two ends nothing: who opens up at once easily overwhelms who does
so with few. No way is better than another.
"""

from matchengine.bits import Common, words
from matchengine.codes import Openness, ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem

ROW = (Openness.AT_ONCE, Openness.WITH_TIME, Openness.WITH_FEW)
ALIKE = 2
"""Half shares that two of one way earn; each step between them costs one."""


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.openness
    if mentee.openness is None or mentor.openness is None:
        return Reason(ReasonCode.OPENNESS_UNKNOWN, 0, weight)
    steps = abs(ROW.index(mentee.openness) - ROW.index(mentor.openness))
    code = ReasonCode.OPENNESS_DIFFERS if steps else ReasonCode.OPENNESS_ALIKE
    params = {"mentee": str(mentee.openness), "mentor": str(mentor.openness)}
    return Reason(code, weight * (ALIKE - steps) // ALIKE, weight, params)


def packed(people: People) -> list[PackedPoints]:
    # two bits at the place in the row: equal ways share both, neighbours one, the ends none
    bits: dict[Openness | None, int] = {way: 0b11 << step for step, way in enumerate(ROW)}
    left = words([bits.get(m.openness, 0) for m in people.mentees], len(ROW) + 1)
    right = words([bits.get(m.openness, 0) for m in people.mentors], len(ROW) + 1)
    return [*people.shares(Common(left, right, 0, False), people.settings.weights.openness, ALIKE)]
