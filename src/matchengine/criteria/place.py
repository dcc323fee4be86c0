"""The same place: the same building earns everything, another building of the same institution half of it."""

from matchengine.bits import in_common
from matchengine.codes import ReasonCode
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem

NEXT_DOOR, TOGETHER = 1, 2
"""Half shares of the weight."""


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.place
    institution = _is_same(mentee.institution, mentor.institution)
    building = _is_same(mentee.building, mentor.building)
    if institution is None and building is None:
        return Reason(ReasonCode.PLACE_UNKNOWN, 0, weight)
    shares = TOGETHER if building else NEXT_DOOR if institution else 0
    code = ReasonCode.PLACE_SAME if shares else ReasonCode.PLACE_OTHER
    return Reason(code, weight * shares // TOGETHER, weight, {"institution": institution, "building": building})


def packed(people: People) -> list[PackedPoints]:
    if not people.settings.weights.place:
        return []
    # one bit for the institution, two for the building: together they count as two
    common = in_common([_bits(m) for m in people.mentees], [_bits(m) for m in people.mentors])
    return [*people.shares(common, people.settings.weights.place, TOGETHER)]


def _bits(someone: Mentee | Mentor) -> set[tuple[str, int]]:
    bits = {(f"institution {someone.institution}", 0)} if someone.institution is not None else set()
    if someone.building is not None:
        bits |= {(f"building {someone.building}", share) for share in range(TOGETHER)}
    return bits


def _is_same(one: str | None, other: str | None) -> bool | None:
    return None if one is None or other is None else one == other
