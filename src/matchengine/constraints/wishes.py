"""What either side wishes about the age, the grade or the sex of the other, where the programme makes it binding."""

from operator import attrgetter

from matchengine.codes import Rule, ViolationCode
from matchengine.constraints.rule import HardRule, PackedRule, is_within, violation
from matchengine.people import People
from matchengine.plan import Violation
from matchengine.problem import Mentee, Mentor, Problem


def _age_wishes(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if _suits_mentor_by_age(mentee, mentor) and _suits_mentee_by_age(mentee, mentor):
        return None
    return violation(ViolationCode.OUTSIDE_AGE_WISH, mentee, mentor)


def _age_wishes_packed(people: People) -> list[PackedRule]:
    return [
        people.where(
            attrgetter("age", "grade"),
            attrgetter("age_wish", "grade_wish"),
            lambda a, b: not _suits_mentor_by_age(a, b),
        ),
        people.where(attrgetter("age_wish"), attrgetter("age"), lambda a, b: not _suits_mentee_by_age(a, b)),
    ]


def _suits_mentor_by_age(mentee: Mentee, mentor: Mentor) -> bool:
    return is_within(mentee.age, mentor.age_wish) and is_within(mentee.grade, mentor.grade_wish)


def _suits_mentee_by_age(mentee: Mentee, mentor: Mentor) -> bool:
    return is_within(mentor.age, mentee.age_wish)


def _sex_wishes(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Sex acts only as somebody's own wish; it never scores."""
    if _is_as_wished(mentee.sex, mentor.sex_wish) and _is_as_wished(mentor.sex, mentee.sex_wish):
        return None
    return violation(ViolationCode.OUTSIDE_SEX_WISH, mentee, mentor)


def _sex_wishes_packed(people: People) -> list[PackedRule]:
    kind = attrgetter("sex", "sex_wish")
    return [people.where(kind, kind, lambda a, b: _sex_wishes(a, b, people.problem) is not None)]


def _is_as_wished(known: str | None, wish: str | None) -> bool:
    return known is None or wish is None or known == wish


AGE_WISHES = HardRule(Rule.AGE_WISHES, _age_wishes, _age_wishes_packed)
SEX_WISHES = HardRule(Rule.SEX_WISHES, _sex_wishes, _sex_wishes_packed)
