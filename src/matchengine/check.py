"""Does a plan, made by the engine or by hand, keep every hard rule?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from matchengine.codes import Rule, ViolationCode
from matchengine.constraints import violations
from matchengine.constraints.standing import themes_of_mentee, themes_of_mentor
from matchengine.plan import Pair, Params, Violation
from matchengine.problem import Problem

Ids = tuple[str, str]


def check(problem: Problem, pairs: Iterable[Pair | Ids]) -> list[Violation]:
    """Everything a plan breaks, empty if it may be. Pairs are `Pair` or (mentee id, mentor id)."""
    ids = [(pair.mentee_id, pair.mentor_id) if isinstance(pair, Pair) else pair for pair in pairs]
    found = _strangers(problem, ids)
    known = [p for p in ids if p[0] in problem.mentee_by_id and p[1] in problem.mentor_by_id]
    for mentee_id, mentor_id in dict.fromkeys(known):
        found += violations(problem.mentee_by_id[mentee_id], problem.mentor_by_id[mentor_id], problem)
    distinct = list(dict.fromkeys(known))
    found += _repeats(known) + _too_many(problem, distinct) + _overfull(problem, distinct)
    found += _reverse(problem, distinct) + _themes(problem, distinct) + _teams(problem, distinct)
    return found + _missing_pins(problem, distinct)


def warnings(problem: Problem, pairs: Iterable[Pair | Ids]) -> list[tuple[str, ...]]:
    """Circles of three or more people who mentor each other in turn (A→B→C→A): allowed, but worth a look.

    Each circle is the keys of its persons in the direction mentee → mentor, beginning with the smallest; circles in
    order. Of circles that share people one each is named.
    """
    ids = [(pair.mentee_id, pair.mentor_id) if isinstance(pair, Pair) else pair for pair in pairs]
    known = [p for p in ids if p[0] in problem.mentee_by_id and p[1] in problem.mentor_by_id]
    steps: dict[str, set[str]] = {}
    for mentee, mentor in (_persons(problem, pair) for pair in known):
        if mentee and mentor and mentee != mentor:
            steps.setdefault(mentee, set()).add(mentor)
    found: list[tuple[str, ...]] = []
    for person in sorted(steps):
        if not any(person in circle for circle in found) and (circle := _circle(steps, person)):
            found.append(circle)
    return found


def _circle(steps: dict[str, set[str]], start: str) -> tuple[str, ...]:
    """The shortest way of three or more steps from a person back, by people who are later in order."""
    waiting = [(start,)]
    seen = {start}
    while waiting:
        longer = []
        for way in waiting:
            for person in sorted(steps.get(way[-1], ())):
                if person == start and len(way) > 2:
                    return way
                if person > start and person not in seen:
                    seen.add(person)
                    longer.append((*way, person))
        waiting = longer
    return ()


def is_reverse(problem: Problem, first: Ids, second: Ids) -> bool:
    """Do these pairs make two people mentor each other?"""
    (a, b), (c, d) = _persons(problem, first), _persons(problem, second)
    return bool(a and b) and a != b and (a, b) == (d, c)


def _strangers(problem: Problem, ids: list[Ids]) -> list[Violation]:
    found = []
    for mentee_id, mentor_id in ids:
        if mentee_id not in problem.mentee_by_id:
            found.append(Violation(ViolationCode.UNKNOWN_MENTEE, {}, mentee_id, mentor_id))
        if mentor_id not in problem.mentor_by_id:
            found.append(Violation(ViolationCode.UNKNOWN_MENTOR, {}, mentee_id, mentor_id))
    return found


def _repeats(ids: list[Ids]) -> list[Violation]:
    return [Violation(ViolationCode.DUPLICATE_PAIR, {}, *pair) for pair, n in Counter(ids).items() if n > 1]


def _too_many(problem: Problem, ids: list[Ids]) -> list[Violation]:
    """More mentors than the mentee asks for."""
    found = []
    for mentee_id, n in Counter(mentee_id for mentee_id, _ in ids).items():
        if n > (demand := problem.mentee_by_id[mentee_id].demand):
            found.append(Violation(ViolationCode.MENTEE_TWICE, {"mentors": n, "demand": demand}, mentee_id))
    return found


def _overfull(problem: Problem, ids: list[Ids]) -> list[Violation]:
    found = []
    for mentor_id, load in Counter(mentor_id for _, mentor_id in ids).items():
        places = problem.mentor_by_id[mentor_id].places
        if load > places > 0:  # no places at all is a rule of the pair
            found.append(Violation(ViolationCode.PLACES_EXCEEDED, {"load": load, "places": places}, None, mentor_id))
    return found


def _missing_pins(problem: Problem, ids: list[Ids]) -> list[Violation]:
    missing = sorted(problem.pins - set(ids))
    return [
        Violation(ViolationCode.PIN_MISSING, {}, *pair)
        for pair in missing
        if pair[0] in problem.mentee_by_id and pair[1] in problem.mentor_by_id
    ]


def _reverse(problem: Problem, ids: list[Ids]) -> list[Violation]:
    if not problem.settings.is_hard(Rule.REVERSE):
        return []
    directions: dict[Ids, Ids] = {}
    found = []
    for pair in ids:
        mentee, mentor = _persons(problem, pair)
        if mentee and mentor and mentee != mentor:
            if (mentor, mentee) in directions:
                other = directions[mentor, mentee]
                params = {"other_mentee": other[0], "other_mentor": other[1]}
                found.append(Violation(ViolationCode.REVERSE_PAIR, params, *pair))
            directions.setdefault((mentee, mentor), pair)
    return found


def _themes(problem: Problem, ids: list[Ids]) -> list[Violation]:
    """Groups whose known topics, the mentor's among them, have nothing in common."""
    theme = problem.settings.theme
    if theme is None or not problem.settings.is_hard(Rule.THEME):
        return []
    groups: dict[str, list[frozenset[str]]] = {}
    for mentee_id, mentor_id in ids:
        groups.setdefault(mentor_id, []).append(themes_of_mentee(problem.mentee_by_id[mentee_id], theme))
    found = []
    for mentor_id, group in groups.items():
        known = [one for one in group if one]
        offered = themes_of_mentor(problem.mentor_by_id[mentor_id], theme)
        # one mentee without a topic of the mentor is a rule of the pair
        if len(known) > 1 and not frozenset.intersection(*known, *([offered] if offered else [])):
            params: Params = {"theme": str(theme), "mentees": len(group)}
            found.append(Violation(ViolationCode.NO_COMMON_THEME, params, None, mentor_id))
    return found


def _teams(problem: Problem, ids: list[Ids]) -> list[Violation]:
    """Teams without the topic their mentee needs, or without time in common."""
    if not problem.settings.is_hard(Rule.TEAM):
        return []
    teams: dict[str, list[str]] = {}
    for mentee_id, mentor_id in ids:
        teams.setdefault(mentee_id, []).append(mentor_id)
    found = []
    for mentee_id, team in teams.items():
        topic = problem.mentee_by_id[mentee_id].team_topic
        if topic is not None and not any(topic in problem.mentor_by_id[key].competences for key in team):
            found.append(Violation(ViolationCode.TEAM_LACKS_TOPIC, {"topic": topic}, mentee_id))
        common = team_lacks_time(problem, mentee_id, team) if problem.settings.team_together else None
        if common is not None:
            params: Params = {"common": common, "needed": problem.settings.min_common_slots}
            found.append(Violation(ViolationCode.TEAM_LACKS_TIME, params, mentee_id))
    return found


def team_lacks_time(problem: Problem, mentee_id: str, team: Sequence[str]) -> int | None:
    """The half hours that a mentee and two or more mentors have in common if they are too few, else None.

    Who is free at unknown times forbids nothing.
    """
    free = [slots for key in team if (slots := problem.mentor_by_id[key].slots) is not None]
    if len(free) < 2:
        return None
    asks = problem.mentee_by_id[mentee_id].slots
    common = len(frozenset.intersection(*free, *([] if asks is None else [asks])))
    return common if common < problem.settings.min_common_slots else None


def _persons(problem: Problem, pair: Ids) -> Ids:
    return problem.mentee_by_id[pair[0]].person, problem.mentor_by_id[pair[1]].person
