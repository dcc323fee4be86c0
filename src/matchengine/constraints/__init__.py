"""What may not be: the hard rules of a single pair, by subject, each in a readable and in a packed form.

Unknown forbids nothing; consent and clearance are the exception. A property test holds the two forms equal. Rules about
a whole plan (the theme of a group, teams, reverse pairs) live in `check`.
"""

from collections.abc import Iterator
from functools import cache

from matchengine.codes import ALWAYS_HARD, Rule
from matchengine.constraints import gates, meeting, named, standing, wishes
from matchengine.constraints.gates import has_consent, is_cleared
from matchengine.constraints.rule import HardRule, PackedRule, is_within
from matchengine.plan import Violation
from matchengine.problem import Mentee, Mentor, Problem

__all__ = [
    "PLAN_RULES",
    "RULES",
    "HardRule",
    "PackedRule",
    "broken_rules",
    "has_consent",
    "in_force",
    "is_cleared",
    "is_possible",
    "is_within",
    "violations",
]

RULES: tuple[HardRule, ...] = (
    gates.PLACES,
    named.SAME_PERSON,
    named.BAN,
    named.DECLINED,
    gates.MENTEE_CONSENT,
    gates.MENTOR_CONSENT,
    gates.MENTOR_CLEARANCE,
    gates.AGE_BOUNDS,
    wishes.AGE_WISHES,
    meeting.TIME,
    meeting.MODE,
    meeting.LANGUAGE,
    gates.FORMAT,
    wishes.SEX_WISHES,
    standing.INSTITUTION,
    meeting.BUILDING,
    meeting.DISTRICT,
    named.KINSHIP,
    named.PARTING,
    standing.SAME_CLASS,
    standing.ROLE_MODEL,
    standing.THEME,
)
"""Rules of a single pair, in the order of `codes.Rule`."""

PLAN_RULES = frozenset({Rule.THEME, Rule.TEAM, Rule.REVERSE})
"""Rules about the pairs of a plan together; `Rule.THEME` speaks about single pairs too."""


def violations(mentee: Mentee, mentor: Mentor, problem: Problem) -> list[Violation]:
    """Every hard rule in force that this pair breaks, in the order of `RULES`."""
    return [found for _, found in broken_rules(mentee, mentor, problem)]


def broken_rules(mentee: Mentee, mentor: Mentor, problem: Problem) -> Iterator[tuple[Rule, Violation]]:
    for one in in_force(problem.settings.hard):
        if found := one.broken(mentee, mentor, problem):
            yield one.rule, found


def is_possible(mentee: Mentee, mentor: Mentor, problem: Problem) -> bool:
    return next(broken_rules(mentee, mentor, problem), None) is None


@cache
def in_force(hard: frozenset[Rule]) -> tuple[HardRule, ...]:
    """The rules of a single pair that `Settings.hard` switches on, and those that always hold."""
    return tuple(one for one in RULES if one.rule in ALWAYS_HARD or one.rule in hard)
