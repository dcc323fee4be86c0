"""Can the two meet: common time, a common way to meet and, where that is in person, a place for it; a language."""

from collections.abc import Callable
from operator import attrgetter

from matchengine.bits import Common, in_common
from matchengine.codes import IN_PERSON, Rule, ViolationCode
from matchengine.constraints.rule import HardRule, PackedRule, violation
from matchengine.pairs import BitRule
from matchengine.people import People
from matchengine.plan import Violation
from matchengine.problem import Mentee, Mentor, Problem

Place = Callable[[Mentee | Mentor], str | None]


def _time(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    needed = problem.settings.min_common_slots
    if mentee.slots is None or mentor.slots is None or (common := len(mentee.slots & mentor.slots)) >= needed:
        return None
    return violation(ViolationCode.NO_COMMON_TIME, mentee, mentor, {"common": common, "needed": needed})


def _time_packed(people: People) -> list[PackedRule]:
    return _enough(people.slots)


def _mode(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if mentee.modes is None or mentor.modes is None or mentee.modes & mentor.modes:
        return None
    return violation(ViolationCode.NO_COMMON_MODE, mentee, mentor)


def _mode_packed(people: People) -> list[PackedRule]:
    modes = attrgetter("modes")
    return [people.where(modes, modes, lambda a, b: _mode(a, b, people.problem) is not None)]


def _language(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    if mentee.languages is None or mentor.languages is None or mentee.languages & mentor.languages:
        return None
    return violation(ViolationCode.NO_COMMON_LANGUAGE, mentee, mentor)


def _language_packed(people: People) -> list[PackedRule]:
    return _enough(in_common([m.languages for m in people.mentees], [m.languages for m in people.mentors], 1))


def _district(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Who can only meet in person lives or learns in one district."""
    if not _can_only_meet_apart(mentee, mentor, _district_of):
        return None
    return violation(ViolationCode.OTHER_DISTRICT, mentee, mentor)


def _district_packed(people: People) -> list[PackedRule]:
    return _together(people, _district_of)


def _building(mentee: Mentee, mentor: Mentor, problem: Problem) -> Violation | None:
    """Who can only meet in person is in one building: a child does not cross the town between lessons."""
    if not _can_only_meet_apart(mentee, mentor, _building_of):
        return None
    return violation(ViolationCode.OTHER_BUILDING, mentee, mentor)


def _building_packed(people: People) -> list[PackedRule]:
    return _together(people, _building_of)


def _district_of(someone: Mentee | Mentor) -> str | None:
    return someone.district


def _building_of(someone: Mentee | Mentor) -> str | None:
    return someone.building


def _can_only_meet_apart(mentee: Mentee, mentor: Mentor, place: Place) -> bool:
    """The one mode in common is in person, and their places are known and differ."""
    if mentee.modes is None or mentor.modes is None or mentee.modes & mentor.modes != {IN_PERSON}:
        return False
    one, other = place(mentee), place(mentor)
    return one is not None and other is not None and one != other


def _together(people: People, place: Place) -> list[PackedRule]:
    """One mode besides meeting in person, or the place, is in common; whoever is free of the rule is as unknown."""

    def ways(someone: Mentee | Mentor) -> set[tuple[str, str]] | None:
        where = place(someone)
        if where is None or someone.modes is None or IN_PERSON not in someone.modes:
            return None
        return {("mode", mode) for mode in someone.modes if mode != IN_PERSON} | {("place", where)}

    return _enough(in_common([ways(m) for m in people.mentees], [ways(m) for m in people.mentors], 1))


def _enough(common: Common) -> list[PackedRule]:
    """Possible where as much is in common as is needed."""
    if common.is_vacuous or not common.needed:
        return []
    return [BitRule(common.left, common.right, at_least=common.needed)]


TIME = HardRule(Rule.TIME, _time, _time_packed)
MODE = HardRule(Rule.MODE, _mode, _mode_packed)
LANGUAGE = HardRule(Rule.LANGUAGE, _language, _language_packed)
BUILDING = HardRule(Rule.BUILDING, _building, _building_packed)
DISTRICT = HardRule(Rule.DISTRICT, _district, _district_packed)
