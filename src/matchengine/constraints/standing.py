"""Who the two are to each other: institution, class, the role model of the programme, the theme of a group."""

from operator import attrgetter

import numpy as np

from matchengine.bits import in_common
from matchengine.codes import Rule, Theme, ViolationCode
from matchengine.constraints.rule import HardRule, PackedRule, violation
from matchengine.pairs import ANY, BitRule, KeyRule
from matchengine.people import People, keys
from matchengine.plan import Params, Violation
from matchengine.problem import Mentee, Mentor, Problem


def _institution(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Some mentors take nobody from elsewhere."""
    known = mentee.institution is not None and mentor.institution is not None
    if not mentor.own_institution_only or not known or mentee.institution == mentor.institution:
        return None
    return violation(ViolationCode.OTHER_INSTITUTION, mentee, mentor)


def _institution_packed(people: People) -> list[PackedRule]:
    if not any(m.own_institution_only for m in people.mentors):
        return []
    left, right = keys([m.institution for m in people.mentees], [m.institution for m in people.mentors])
    bound = np.array([m.own_institution_only for m in people.mentors], np.bool_)
    return [KeyRule(left, np.where(bound, right, np.int32(ANY)))]


def _same_class(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if mentee.study_group is None or mentee.study_group != mentor.study_group:
        return None
    return violation(ViolationCode.SAME_CLASS, mentee, mentor)


def _same_class_packed(people: People) -> list[PackedRule]:
    return [KeyRule(*keys([m.study_group for m in people.mentees], [m.study_group for m in people.mentors]), True)]


def _role_model(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return _levels_unfit(mentee, mentor, problem) or _ages_too_far_apart(mentee, mentor, problem)


def _role_model_packed(people: People) -> list[PackedRule]:
    if people.settings.role_model is None:
        return []
    level, age = attrgetter("level"), attrgetter("age")
    return [
        people.where(level, level, lambda a, b: _levels_unfit(a, b, people.problem) is not None),
        people.where(age, age, lambda a, b: _ages_too_far_apart(a, b, people.problem) is not None),
    ]


def _levels_unfit(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Peers: the mentor stands no lower than the mentee and not too far above. Traditional: clearly ahead."""
    model = problem.settings.role_model
    if model is None or mentee.level is None or mentor.level is None:
        return None
    lead = mentor.level - mentee.level
    needed = model.level_lead if model.level_lead is not None else 0 if model.level_gap is not None else None
    if needed is not None and lead < needed:
        return violation(ViolationCode.MENTOR_NOT_AHEAD, mentee, mentor, {"lead": lead, "needed": needed})
    if model.level_gap is not None and lead > model.level_gap:
        params: Params = {"by": "level", "gap": lead, "most": model.level_gap}
        return violation(ViolationCode.TOO_FAR_APART, mentee, mentor, params)
    return None


def _ages_too_far_apart(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    model = problem.settings.role_model
    if model is None or model.age_gap is None or mentee.age is None or mentor.age is None:
        return None
    gap = abs(mentor.age - mentee.age)
    if gap <= model.age_gap:
        return None
    return violation(ViolationCode.TOO_FAR_APART, mentee, mentor, {"by": "age", "gap": gap, "most": model.age_gap})


def _theme(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """A group forms round a need or an interest that the mentor has too; the group as a whole is `check`'s."""
    theme = problem.settings.theme
    asked, offered = themes_of_mentee(mentee, theme), themes_of_mentor(mentor, theme)
    if not asked or not offered or asked & offered:
        return None
    return violation(ViolationCode.NO_COMMON_THEME, mentee, mentor, {"theme": str(theme)})


def _theme_packed(people: People) -> list[PackedRule]:
    theme = people.settings.theme
    if theme is None:
        return []
    common = in_common(
        [themes_of_mentee(m, theme) or None for m in people.mentees],
        [themes_of_mentor(m, theme) or None for m in people.mentors],
        needed=1,
    )
    return [] if common.is_vacuous else [BitRule(common.left, common.right, at_least=1)]


def themes_of_mentee(mentee: Mentee, theme: Theme | None) -> frozenset[str]:
    """What this mentee could form a group around; empty: unknown, or no groups."""
    if theme is None:
        return frozenset()
    if theme == Theme.INTEREST:
        return mentee.interests
    return mentee.needs if mentee.main_need is None else mentee.needs | {mentee.main_need}


def themes_of_mentor(mentor: Mentor, theme: Theme | None) -> frozenset[str]:
    """What this mentor could lead a group in; empty: unknown, or no groups."""
    if theme is None:
        return frozenset()
    return mentor.interests if theme == Theme.INTEREST else mentor.competences


INSTITUTION = HardRule(Rule.INSTITUTION, _institution, _institution_packed)
SAME_CLASS = HardRule(Rule.SAME_CLASS, _same_class, _same_class_packed)
ROLE_MODEL = HardRule(Rule.ROLE_MODEL, _role_model, _role_model_packed)
THEME = HardRule(Rule.THEME, _theme, _theme_packed)
