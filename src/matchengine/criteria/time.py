"""Time and mode: how easily the two can meet.

Two thirds of the weight grow with the common half hours above the required minimum, up to `enough_extra_slots`; one
third is for a common way to meet (in person, online).
"""

from matchengine.bits import in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    settings = problem.settings
    weight = settings.weights.time
    for_mode = weight // 3
    slots = None if mentee.slots is None or mentor.slots is None else len(mentee.slots & mentor.slots)
    modes = None if mentee.modes is None or mentor.modes is None else sorted(mentee.modes & mentor.modes)
    if slots is None and modes is None:
        return Reason(ReasonCode.TIME_UNKNOWN, 0, weight)
    extra = 0 if slots is None else min(max(slots - settings.min_common_slots, 0), settings.enough_extra_slots)
    earned = (weight - for_mode) * extra // settings.enough_extra_slots + (for_mode if modes else 0)
    code = ReasonCode.TIME_FITS if earned else ReasonCode.TIME_TIGHT
    return Reason(code, earned, weight, {"common_slots": slots, "modes": modes})


def packed(people: People) -> list[PackedPoints]:
    weight = people.settings.weights.time
    for_mode = weight // 3
    modes = in_common([m.modes for m in people.mentees], [m.modes for m in people.mentors])
    return [
        *people.shares(people.slots, weight - for_mode, people.settings.enough_extra_slots),
        *people.shares(modes, for_mode, 1),
    ]
