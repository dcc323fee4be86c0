"""Who may take part at all: places, consents, clearance, and the ages and formats of the programme."""

import numpy as np

from matchengine.codes import Rule, ViolationCode
from matchengine.constraints.rule import HardRule, PackedRule, is_within, violation
from matchengine.pairs import Flags
from matchengine.people import Gates, People
from matchengine.plan import Violation
from matchengine.problem import Mentee, Mentor, Problem


def has_consent(someone: Mentee | Mentor) -> bool:
    """A minor, or somebody of unknown age, needs a consent on record; an adult only must not have refused."""
    if someone.is_minor is False:
        return someone.consent is not False
    return someone.consent is True


def is_cleared(mentor: Mentor) -> bool:
    """ТК РФ ст. 351.1 asks for the clearance of adults; only who is known to be a minor needs none."""
    return mentor.is_minor is True or mentor.clearance is True


def takes_part_in(someone: Mentee | Mentor, mentoring_format: str | None) -> bool:
    """True unless the formats of this person are known and the one asked for is not among them."""
    return mentoring_format is None or someone.formats is None or mentoring_format in someone.formats


def _places(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return None if mentor.places > 0 else violation(ViolationCode.NO_PLACES, mentee, mentor)


def _places_packed(people: People) -> list[PackedRule]:
    return [Gates(mentors=_flags([m.places > 0 for m in people.mentors]))]


def _mentee_consent(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return None if has_consent(mentee) else violation(ViolationCode.MENTEE_CONSENT_MISSING, mentee, mentor)


def _mentee_consent_packed(people: People) -> list[PackedRule]:
    return [Gates(mentees=_flags([has_consent(m) for m in people.mentees]))]


def _mentor_consent(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return None if has_consent(mentor) else violation(ViolationCode.MENTOR_CONSENT_MISSING, mentee, mentor)


def _mentor_consent_packed(people: People) -> list[PackedRule]:
    return [Gates(mentors=_flags([has_consent(m) for m in people.mentors]))]


def _mentor_clearance(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    return None if is_cleared(mentor) else violation(ViolationCode.MENTOR_CLEARANCE_MISSING, mentee, mentor)


def _mentor_clearance_packed(people: People) -> list[PackedRule]:
    return [Gates(mentors=_flags([is_cleared(m) for m in people.mentors]))]


def _age_bounds(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    settings = problem.settings
    if not is_within(mentee.age, settings.mentee_ages):
        return violation(ViolationCode.MENTEE_AGE_OUT_OF_BOUNDS, mentee, mentor, {"age": mentee.age})
    if not is_within(mentor.age, settings.mentor_ages):
        return violation(ViolationCode.MENTOR_AGE_OUT_OF_BOUNDS, mentee, mentor, {"age": mentor.age})
    return None


def _age_bounds_packed(people: People) -> list[PackedRule]:
    settings = people.settings
    return [
        Gates(
            _flags([is_within(m.age, settings.mentee_ages) for m in people.mentees]),
            _flags([is_within(m.age, settings.mentor_ages) for m in people.mentors]),
        )
    ]


def _format(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """The format of the module, where it names one, must be among the formats of both."""
    asked = problem.settings.mentoring_format
    if takes_part_in(mentee, asked) and takes_part_in(mentor, asked):
        return None
    return violation(ViolationCode.OTHER_FORMAT, mentee, mentor, {"asked": asked})


def _format_packed(people: People) -> list[PackedRule]:
    asked = people.settings.mentoring_format
    return [
        Gates(
            _flags([takes_part_in(m, asked) for m in people.mentees]),
            _flags([takes_part_in(m, asked) for m in people.mentors]),
        )
    ]


def _flags(values: list[bool]) -> Flags:
    return np.array(values, np.bool_)


PLACES = HardRule(Rule.PLACES, _places, _places_packed)
MENTEE_CONSENT = HardRule(Rule.MENTEE_CONSENT, _mentee_consent, _mentee_consent_packed)
MENTOR_CONSENT = HardRule(Rule.MENTOR_CONSENT, _mentor_consent, _mentor_consent_packed)
MENTOR_CLEARANCE = HardRule(Rule.MENTOR_CLEARANCE, _mentor_clearance, _mentor_clearance_packed)
AGE_BOUNDS = HardRule(Rule.AGE_BOUNDS, _age_bounds, _age_bounds_packed)
FORMAT = HardRule(Rule.FORMAT, _format, _format_packed)
