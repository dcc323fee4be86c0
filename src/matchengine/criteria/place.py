"""The same place: half of the weight for the same institution, half for the same building. Unknown earns nothing."""

from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.pairs import KeyPoints
from matchengine.people import People, keys
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.place
    institution = _is_same(mentee.institution, mentor.institution)
    building = _is_same(mentee.building, mentor.building)
    if institution is None and building is None:
        return Reason(ReasonCode.PLACE_UNKNOWN, 0, weight)
    earned = (weight // 2 if institution else 0) + (weight - weight // 2 if building else 0)
    code = ReasonCode.PLACE_SAME if institution or building else ReasonCode.PLACE_OTHER
    return Reason(code, earned, weight, {"institution": institution, "building": building})


def packed(people: People) -> list[PackedPoints]:
    weight = people.settings.weights.place
    if not weight:
        return []
    return [
        KeyPoints(*keys([m.institution for m in people.mentees], [m.institution for m in people.mentors]), weight // 2),
        KeyPoints(
            *keys([m.building for m in people.mentees], [m.building for m in people.mentors]), weight - weight // 2
        ),
    ]


def _is_same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other
