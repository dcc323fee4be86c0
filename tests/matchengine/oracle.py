"""Brute force: every plan of a tiny problem, judged by the readable forms alone."""

from collections.abc import Iterator

from matchengine import Problem, check
from matchengine.constraints import violations
from matchengine.criteria import reasons

Ids = tuple[str, str]


def best_values(problem: Problem) -> tuple[int, int, int, int]:
    """The best (coverage, mutual, worst, total) in that order of importance over all plans that may be."""
    options = {a.id: [b.id for b in problem.mentors if not violations(a, b, problem)] for a in problem.mentees}
    scores = {
        (a.id, b.id): sum(r.points for r in reasons(a, b, problem)) for a in problem.mentees for b in problem.mentors
    }
    places = {b.id: b.places for b in problem.mentors}
    plans = _plans([a.id for a in problem.mentees], options, places, [])
    return max(values(problem, plan, scores) for plan in plans if not check(problem, plan))


def _plans(
    keys: list[str], options: dict[str, list[str]], free: dict[str, int], chosen: list[Ids]
) -> Iterator[list[Ids]]:
    if not keys:
        yield list(chosen)
        return
    yield from _plans(keys[1:], options, free, chosen)
    for key in options[keys[0]]:
        if free[key]:
            free[key] -= 1
            chosen.append((keys[0], key))
            yield from _plans(keys[1:], options, free, chosen)
            chosen.pop()
            free[key] += 1


def values(problem: Problem, plan: list[Ids], scores: dict[Ids, int]) -> tuple[int, int, int, int]:
    mutual = [pair in problem.mutual for pair in plan]
    worst = min((scores[pair] for pair in plan if pair not in problem.mutual), default=0)
    loads = [sum(key == other for _, other in plan) for key in {key for _, key in plan}]
    penalties = problem.settings.load_penalty
    off = sum(penalties[min(k, len(penalties) - 1)] for load in loads for k in range(load))
    return len(plan), sum(mutual), worst, sum(scores[pair] for pair in plan) - off
