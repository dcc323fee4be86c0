"""What may not be: one function per hard rule. The packed twins are in `masks`; a property test holds them equal."""

from collections.abc import Callable, Iterator
from functools import cache

from matchengine.codes import ALWAYS_HARD, Rule, ViolationCode
from matchengine.plan import Params, Violation
from matchengine.problem import Bounds, Mentee, Mentor, Problem

RuleFunction = Callable[[Mentee, Mentor, Problem], Violation | None]


def violations(mentee: Mentee, mentor: Mentor, problem: Problem) -> list[Violation]:
    """Every hard rule in force that this pair breaks, in the order of `RULES`."""
    return [found for _, found in broken_rules(mentee, mentor, problem)]


def broken_rules(mentee: Mentee, mentor: Mentor, problem: Problem) -> Iterator[tuple[Rule, Violation]]:
    for rule, function in _in_force(problem.settings.hard):
        if found := function(mentee, mentor, problem):
            yield rule, found


def is_possible(mentee: Mentee, mentor: Mentor, problem: Problem) -> bool:
    return next(broken_rules(mentee, mentor, problem), None) is None


@cache
def _in_force(hard: frozenset[Rule]) -> tuple[tuple[Rule, RuleFunction], ...]:
    return tuple((rule, function) for rule, function in RULES if rule in ALWAYS_HARD or rule in hard)


def places(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return None if mentor.places > 0 else _violation(ViolationCode.NO_PLACES, mentee, mentor)


def same_person(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if not mentee.person or mentee.person != mentor.person:
        return None
    return _violation(ViolationCode.SAME_PERSON, mentee, mentor)


def ban(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if (mentee.id, mentor.id) not in problem.bans:
        return None
    return _violation(ViolationCode.BANNED, mentee, mentor)


def mentee_consent(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if has_consent(mentee):
        return None
    return _violation(ViolationCode.MENTEE_CONSENT_MISSING, mentee, mentor)


def mentor_consent(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if has_consent(mentor):
        return None
    return _violation(ViolationCode.MENTOR_CONSENT_MISSING, mentee, mentor)


def mentor_clearance(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if is_cleared(mentor):
        return None
    return _violation(ViolationCode.MENTOR_CLEARANCE_MISSING, mentee, mentor)


def has_consent(someone: Mentee | Mentor) -> bool:
    """A minor, or somebody of unknown age, needs a consent on record; an adult only must not have refused."""
    if someone.is_minor is False:
        return someone.consent is not False
    return someone.consent is True


def is_cleared(mentor: Mentor) -> bool:
    """ТК РФ ст. 351.1 asks for the clearance of adults; only who is known to be a minor needs none."""
    return mentor.is_minor is True or mentor.clearance is True


def age_bounds(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    settings = problem.settings
    if not is_within(mentee.age, settings.mentee_ages):
        return _violation(ViolationCode.MENTEE_AGE_OUT_OF_BOUNDS, mentee, mentor, {"age": mentee.age})
    if not is_within(mentor.age, settings.mentor_ages):
        return _violation(ViolationCode.MENTOR_AGE_OUT_OF_BOUNDS, mentee, mentor, {"age": mentor.age})
    return None


def age_wishes(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if (
        is_within(mentee.age, mentor.age_wish)
        and is_within(mentee.grade, mentor.grade_wish)
        and is_within(mentor.age, mentee.age_wish)
    ):
        return None
    return _violation(ViolationCode.OUTSIDE_AGE_WISH, mentee, mentor)


def time(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    needed = problem.settings.min_common_slots
    if mentee.slots is None or mentor.slots is None or (common := len(mentee.slots & mentor.slots)) >= needed:
        return None
    return _violation(ViolationCode.NO_COMMON_TIME, mentee, mentor, {"common": common, "needed": needed})


def mode(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if mentee.modes is None or mentor.modes is None or mentee.modes & mentor.modes:
        return None
    return _violation(ViolationCode.NO_COMMON_MODE, mentee, mentor)


def language(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if mentee.languages is None or mentor.languages is None or mentee.languages & mentor.languages:
        return None
    return _violation(ViolationCode.NO_COMMON_LANGUAGE, mentee, mentor)


def is_within(number: int | None, bounds: Bounds | None) -> bool:
    """True unless the number is known and outside."""
    if number is None or bounds is None:
        return True
    low, high = bounds
    return (low is None or number >= low) and (high is None or number <= high)


def _violation(code: ViolationCode, mentee: Mentee, mentor: Mentor, params: Params | None = None) -> Violation:
    return Violation(code, params or {}, mentee.id, mentor.id)


RULES: tuple[tuple[Rule, RuleFunction], ...] = (
    (Rule.PLACES, places),
    (Rule.SAME_PERSON, same_person),
    (Rule.BAN, ban),
    (Rule.MENTEE_CONSENT, mentee_consent),
    (Rule.MENTOR_CONSENT, mentor_consent),
    (Rule.MENTOR_CLEARANCE, mentor_clearance),
    (Rule.AGE_BOUNDS, age_bounds),
    (Rule.AGE_WISHES, age_wishes),
    (Rule.TIME, time),
    (Rule.MODE, mode),
    (Rule.LANGUAGE, language),
)
"""Rules of a single pair. `Rule.REVERSE` speaks about two pairs of one plan and lives in `check`."""
