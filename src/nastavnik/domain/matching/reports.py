"""What a plan lacks and what its decisions cost, counted by solving again; plain data with keys. No queries."""

from collections.abc import Iterator
from typing import Any

from matchengine import Difference, Problem, forced_cost, nearest_change, place_prices
from matchengine import lacking as lacking_topics
from nastavnik.domain.matching.adapter import key_of
from nastavnik.domain.matching.plans import Keys, ids_of_pairs
from nastavnik.domain.matching.solving import help_data

MOST_PAIRS = 400_000
"""Above it only decisions are priced: every place would be a solve of its own."""
MOST_LEFT_OUT = 12
MOST_HELPS = 3


def counted(problem: Problem, pairs: list[Keys]) -> dict[str, Any]:
    """{"lacking": [...], "forced": [...], "nearest": {mentee: [help]}}, as `queries.reports` reads it."""
    plan = ids_of_pairs(problem, pairs)
    small = len(problem.mentees) * len(problem.mentors) <= MOST_PAIRS
    return {
        "lacking": list(_lacking(problem, plan)) if small else [],
        "forced": list(_forced(problem)),
        "nearest": _nearest(problem, plan) if small else {},
    }


def told(difference: Difference) -> dict[str, int]:
    """A difference by goals; seats only where teams make them another number."""
    found = dict(vars(difference))
    return found if found["seats"] != found["coverage"] else {k: v for k, v in found.items() if k != "seats"}


def _lacking(problem: Problem, plan: list[Keys]) -> Iterator[dict[str, Any]]:
    for price in place_prices(problem):
        yield {"mentor": key_of(price.mentor_id), "difference": told(price.difference)}
    for one in lacking_topics(problem, plan):
        difference = told(one.difference)
        yield {"topic": one.topic or "", "matched": one.matched, "raised": one.raised, "difference": difference}


def _forced(problem: Problem) -> Iterator[dict[str, Any]]:
    for one in forced_cost(problem):
        mentee, mentor = (key_of(id_) for id_ in one.pair)
        yield {"kind": one.kind, "mentee": mentee, "mentor": mentor, "difference": told(one.difference)}


def _nearest(problem: Problem, plan: list[Keys]) -> dict[str, list[dict[str, Any]]]:
    """What would really match each of those left out; those without consent wait for that alone."""
    matched = {mentee for mentee, _mentor in plan}
    left = [m for m in problem.mentees if m.id not in matched and (m.consent or m.is_minor is False)]
    return {
        key_of(mentee.id): [
            help_data(problem, one) for one in nearest_change(problem, plan, mentee.id, most=MOST_HELPS)
        ]
        for mentee in left[:MOST_LEFT_OUT]
    }
