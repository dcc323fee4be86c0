"""Is a problem one that has plans: pins that can all be kept, points that can be added exactly?"""

from collections import Counter

from matchengine.check import check
from matchengine.codes import InputCode, ViolationCode
from matchengine.constraints import broken_rules
from matchengine.problem import Problem, ProblemRefused
from matchengine.scale import scale_of

LARGEST = 2**60
"""Sums of weights stay below this, which leaves two bits to spare in 64."""

CONTRADICTIONS = frozenset({ViolationCode.REVERSE_PAIR, ViolationCode.NO_COMMON_THEME, ViolationCode.TEAM_LACKS_TIME})
"""What pairs that break it together break in every plan that holds them."""


def require_sound(problem: Problem) -> None:
    """Raises ProblemRefused for pins that no plan can hold, and for points that could leave 60 bits when added."""
    pins = sorted(problem.pins)
    for mentee_id, mentor_id in pins:
        _require_possible(problem, mentee_id, mentor_id)
    _require_seats(problem, pins)
    _require_no_contradiction(problem, pins)
    _require_room(problem)


def _require_possible(problem: Problem, mentee_id: str, mentor_id: str) -> None:
    pin = {"mentee": mentee_id, "mentor": mentor_id}
    mentee, mentor = problem.mentee_by_id.get(mentee_id), problem.mentor_by_id.get(mentor_id)
    if mentee is None or mentor is None:
        stranger = f"mentee {mentee_id}" if mentee is None else f"mentor {mentor_id}"
        raise ProblemRefused(InputCode.PIN_UNKNOWN, f"a pin names {stranger}, who is not here", **pin)
    for rule, found in broken_rules(mentee, mentor, problem):
        message = f"the pin of {mentee_id} and {mentor_id} breaks the rule {rule}"
        raise ProblemRefused(InputCode.PIN_BREAKS_RULE, message, **pin, rule=rule, violation=found.code)


def _require_seats(problem: Problem, pins: list[tuple[str, str]]) -> None:
    for mentee_id, count in Counter(mentee_id for mentee_id, _ in pins).items():
        if count > (demand := problem.mentee_by_id[mentee_id].demand):
            message = f"{count} pins of mentee {mentee_id}, who asks for {demand}"
            raise ProblemRefused(InputCode.PINS_CONTRADICT, message, mentee=mentee_id, pins=count, demand=demand)
    for mentor_id, count in Counter(mentor_id for _, mentor_id in pins).items():
        if count > (places := problem.mentor_by_id[mentor_id].places):
            message = f"{count} pins of mentor {mentor_id}, who has {places} places"
            raise ProblemRefused(InputCode.PINS_CONTRADICT, message, mentor=mentor_id, pins=count, places=places)


def _require_no_contradiction(problem: Problem, pins: list[tuple[str, str]]) -> None:
    for found in check(problem, pins):
        if found.code in CONTRADICTIONS:
            people = {"mentee": found.mentee_id, "mentor": found.mentor_id}
            named = {side: key for side, key in people.items() if key is not None}
            message = f"pins contradict each other at {' and '.join(named.values())}: {found.code}"
            raise ProblemRefused(InputCode.PINS_CONTRADICT, message, **named, violation=found.code)


def _require_room(problem: Problem) -> None:
    scale = scale_of(problem)
    highest = problem.settings.weights.total + problem.settings.keep_bonus
    heaviest = scale.coverage + scale.seats + scale.mutual + highest
    seats = sum(m.demand for m in problem.mentees) + len(problem.mentors) + 1
    if heaviest * seats >= LARGEST:
        message = f"{highest} points a pair, {seats} seats: the goals are too large to be added exactly"
        raise ProblemRefused(InputCode.OVERFLOW, message, points=highest, seats=seats)
