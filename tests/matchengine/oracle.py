"""Brute force: every plan of a tiny problem, judged by the readable forms alone."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from matchengine import Problem, check
from matchengine.constraints import violations
from matchengine.criteria import reasons

Ids = tuple[str, str]


def best_values(problem: Problem) -> tuple[int, ...]:
    """The best values in order of importance over all plans that may be."""
    scores = {
        (a.id, b.id): sum(r.points for r in reasons(a, b, problem)) for a in problem.mentees for b in problem.mentors
    }
    return max(values(problem, plan, scores) for plan in all_plans(problem) if not check(problem, plan))


def all_plans(problem: Problem) -> Iterator[list[Ids]]:
    """Every plan of possible pairs that exceeds no demand and no place; other rules perhaps broken."""
    options = {a.id: [b.id for b in problem.mentors if not violations(a, b, problem)] for a in problem.mentees}
    choices = [
        (a.id, [team for n in range(a.demand + 1) for team in combinations(options[a.id], n)]) for a in problem.mentees
    ]
    return _plans(choices, {b.id: b.places for b in problem.mentors}, [])


def _plans(
    choices: Sequence[tuple[str, list[tuple[str, ...]]]], free: dict[str, int], chosen: list[Ids]
) -> Iterator[list[Ids]]:
    if not choices:
        yield list(chosen)
        return
    (key, teams), rest = choices[0], choices[1:]
    for team in teams:
        if all(free[mentor] for mentor in team):
            left = free | {mentor: free[mentor] - 1 for mentor in team}
            yield from _plans(rest, left, [*chosen, *((key, mentor) for mentor in team)])


def values(problem: Problem, plan: list[Ids], scores: dict[Ids, int]) -> tuple[int, ...]:
    """(coverage, seats where somebody asks for more than one mentor, mutual, worst, total)"""
    mutual = [pair in problem.mutual for pair in plan]
    worst = min((scores[pair] for pair in plan if pair not in problem.mutual | problem.pins), default=0)
    loads = [sum(key == other for _, other in plan) for key in {key for _, key in plan}]
    penalties = problem.settings.load_penalty
    off = sum(penalties[min(k, len(penalties) - 1)] for load in loads for k in range(load))
    kept = problem.settings.keep_bonus * sum(pair in problem.current for pair in plan)
    total = sum(scores[pair] for pair in plan) + kept - off
    seats = [len(plan)] if any(m.demand > 1 for m in problem.mentees) else []
    return (len({key for key, _ in plan}), *seats, sum(mutual), worst, total)


def possible_pins(problem: Problem, wanted: Sequence[Ids]) -> frozenset[Ids]:
    """As many of the wanted pairs, in their order, as some plan can hold together."""
    plans = [frozenset(plan) for plan in all_plans(problem) if not check(problem, plan)]
    pins: frozenset[Ids] = frozenset()
    for pair in wanted:
        if any(pins | {pair} <= plan for plan in plans):
            pins |= {pair}
    return pins
