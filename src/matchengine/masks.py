"""The hard rules of `constraints` for all pairs at once: each answers a table, true where the pair is allowed."""

from collections.abc import Callable

import numpy as np

from matchengine.codes import Rule
from matchengine.constraints import has_consent, is_cleared, is_within
from matchengine.packing import Flags, Packed, both, common_counts


def possible(packed: Packed) -> Flags:
    """True where no hard rule in force forbids the pair: n × m."""
    allowed = np.ones(packed.shape, np.bool_)
    for rule, mask in MASKS:
        if packed.settings.is_hard(rule):
            allowed &= mask(packed)
    return allowed


def places(packed: Packed) -> Flags:
    return both([True] * len(packed.mentees), [m.places > 0 for m in packed.mentors])


def same_person(packed: Packed) -> Flags:
    keys = {m.person: j for j, m in enumerate(packed.mentees, 1) if m.person}
    left = np.array([keys.get(m.person, 0) for m in packed.mentees], np.int64)
    right = np.array([keys.get(m.person, -1) for m in packed.mentors], np.int64)
    return np.not_equal.outer(left, right)


def ban(packed: Packed) -> Flags:
    return ~packed.marked(packed.problem.bans)


def mentee_consent(packed: Packed) -> Flags:
    return both([has_consent(m) for m in packed.mentees], [True] * len(packed.mentors))


def mentor_consent(packed: Packed) -> Flags:
    return both([True] * len(packed.mentees), [has_consent(m) for m in packed.mentors])


def mentor_clearance(packed: Packed) -> Flags:
    return both([True] * len(packed.mentees), [is_cleared(m) for m in packed.mentors])


def age_bounds(packed: Packed) -> Flags:
    settings = packed.settings
    return both(
        [is_within(m.age, settings.mentee_ages) for m in packed.mentees],
        [is_within(m.age, settings.mentor_ages) for m in packed.mentors],
    )


def age_wishes(packed: Packed) -> Flags:
    of_mentor, of_mentee = packed.mentor_wish_holds, packed.mentee_wish_holds
    return (of_mentor[1] | ~of_mentor[0]) & (of_mentee[1] | ~of_mentee[0])


def time(packed: Packed) -> Flags:
    return ~packed.slots_known | (packed.common_slots >= packed.settings.min_common_slots)


def mode(packed: Packed) -> Flags:
    return ~packed.modes_known | (packed.common_modes > 0)


def language(packed: Packed) -> Flags:
    known = both([m.languages is not None for m in packed.mentees], [m.languages is not None for m in packed.mentors])
    common = common_counts([m.languages or () for m in packed.mentees], [m.languages or () for m in packed.mentors])
    return ~known | (common > 0)


MASKS: tuple[tuple[Rule, Callable[[Packed], Flags]], ...] = (
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
