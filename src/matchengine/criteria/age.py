"""Age wishes: the mentor's about the mentee (age, grade) and the mentee's about the mentor (age).

Each side whose wish is known to hold earns half of the weight. Nobody earns anything by the age itself: it is
secondary, and who wished nothing gains nothing.
"""

from operator import attrgetter

from matchengine.codes import ReasonCode
from matchengine.constraints.rule import is_within
from matchengine.criteria.criterion import PackedPoints
from matchengine.people import People
from matchengine.plan import Reason
from matchengine.problem import Mentee, Mentor, Problem


def points(mentee: Mentee, mentor: Mentor, problem: Problem) -> Reason:
    weight = problem.settings.weights.age
    of_mentor, of_mentee = _mentor_wish(mentee, mentor), _mentee_wish(mentee, mentor)
    if of_mentor is None and of_mentee is None:
        return Reason(ReasonCode.AGE_UNKNOWN, 0, weight)
    held = (of_mentor is True) + (of_mentee is True)
    if of_mentor is not False and of_mentee is not False:
        code = ReasonCode.AGE_AS_WISHED
    else:
        code = ReasonCode.AGE_PARTLY_AS_WISHED if held else ReasonCode.AGE_NOT_AS_WISHED
    return Reason(code, weight * held // 2, weight, {"mentor_wish": of_mentor, "mentee_wish": of_mentee})


def packed(people: People) -> list[PackedPoints]:
    wishes = (
        people.where(
            attrgetter("age", "grade"),
            attrgetter("age_wish", "grade_wish"),
            lambda a, b: _mentor_wish(a, b) is True,
        ),
        people.where(attrgetter("age_wish"), attrgetter("age"), lambda a, b: _mentee_wish(a, b) is True),
    )
    return [*people.shares_that_hold(wishes, people.settings.weights.age)]


def _mentor_wish(mentee: Mentee, mentor: Mentor) -> bool | None:
    """Does it hold? None where nothing was wished, or it cannot be checked."""
    age_known = mentee.age is not None and mentor.age_wish is not None
    grade_known = mentee.grade is not None and mentor.grade_wish is not None
    if not age_known and not grade_known:
        return None
    return is_within(mentee.age, mentor.age_wish) and is_within(mentee.grade, mentor.grade_wish)


def _mentee_wish(mentee: Mentee, mentor: Mentor) -> bool | None:
    if mentor.age is None or mentee.age_wish is None:
        return None
    return is_within(mentor.age, mentee.age_wish)
