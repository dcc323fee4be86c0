"""What prices prove about the plans of a part, by arithmetic on integers and without the solver.

Weak duality does the work. For any prices u, p ≥ 0 no plan weighs more than Σ over seats max(0, u − step of the seat)
+ Σ over places max(0, p − penalty of the place) + Σ over possible pairs max(0, weight − u − p); a pair that every plan
must hold counts with its weight, and its seat and place are gone. Where groups have a theme a mentor adds no more than
the best group round one topic. The rest is arithmetic on integers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from matchengine.codes import Rule
from matchengine.constraints.standing import themes_of_mentee, themes_of_mentor
from matchengine.pairs import Flags, Integers
from matchengine.partition import Region, fits
from matchengine.plan import Duals
from matchengine.problem import Problem
from matchengine.scale import Scale
from matchengine.scan import Scan

Cell = tuple[int, int]
LARGEST = 2**62


@dataclass(frozen=True, eq=False)
class Part:
    """A region in rows and columns: cells that every plan of it holds, and cells it may hold besides.

    Where groups have a theme, `topics` lists for each topic whom it fits and the mentors whose group may have it.
    """

    required: frozenset[Cell]
    allowed: Flags
    topics: tuple[tuple[Flags, Integers], ...] = ()


def part_of(problem: Problem, table: Scan, region: Region) -> Part:
    rows = {m.id: i for i, m in enumerate(problem.mentees)}
    columns = {m.id: j for j, m in enumerate(problem.mentors)}
    allowed = table.possible.copy()
    for mentee_id, mentor_id in region.forbidden:
        allowed[rows[mentee_id], columns[mentor_id]] = False
    for mentor_id, topic in region.themes:
        allowed[[i for i, m in enumerate(problem.mentees) if not fits(problem, m.id, topic)], columns[mentor_id]] = (
            False
        )
    pins = {pair for pair in problem.pins if pair[0] in rows and pair[1] in columns}
    required = frozenset((rows[e], columns[r]) for e, r in region.required | pins)
    for cell in required:
        allowed[cell] = False
    return Part(required, allowed, tuple(_topics(problem, region, required)))


def _topics(problem: Problem, region: Region, required: frozenset[Cell]) -> Iterator[tuple[Flags, Integers]]:
    """Each topic with whom it fits and the mentors whose group may have it; last, who fits where nothing is known."""
    theme = problem.settings.theme
    if theme is None or not problem.settings.is_hard(Rule.THEME):
        return
    asked = [themes_of_mentee(mentee, theme) for mentee in problem.mentees]
    fixed: dict[str, set[str]] = {}
    for mentor_id, topic in region.themes:
        fixed.setdefault(mentor_id, set()).add(topic)
    for topic in sorted(frozenset[str]().union(*asked)):
        may_join = np.array([not known or topic in known for known in asked], np.bool_)
        strangers = {j for i, j in required if not may_join[i]}
        mentors = [
            j
            for j, mentor in enumerate(problem.mentors)
            if topic in (themes_of_mentor(mentor, theme) or (topic,))
            and topic in fixed.get(mentor.id, {topic})
            and j not in strangers
        ]
        yield may_join, np.array(mentors, np.int64)
    yield np.array([not known for known in asked], np.bool_), np.arange(len(problem.mentors))


def dual_bound(duals: Duals, part: Part, table: Scan, scale: Scale) -> int | None:
    """What the prices prove about the weight of every plan of a part; None if they prove nothing."""
    if (len(duals.mentee), len(duals.mentor)) != part.allowed.shape or duals.points < 0:
        return None
    if min(duals.mentee, default=0) < 0 or min(duals.mentor, default=0) < 0:
        return None
    if scale.seats and duals.coverage < 0:
        return None  # the steps of a mentee would fall
    if _highest(duals, table) * (sum(part.allowed.shape) + 1) >= LARGEST:
        return None  # sums could leave the integers of the processor
    steps = np.array([0, duals.coverage if scale.seats else 0], np.int64)
    off = duals.points * table.penalty
    weight = duals.coverage + duals.seats + duals.mutual * table.mutual.astype(np.int64) + duals.points * table.points
    u, p = np.array(duals.mentee, np.int64), np.array(duals.mentor, np.int64)
    taken, loads = np.zeros(len(u), np.int64), np.zeros(len(p), np.int64)
    fixed = 0
    for i, j in sorted(part.required):
        fixed += int(weight[i, j]) - int(steps[min(taken[i], 1)]) - int(off[min(loads[j], len(off) - 1)])
        taken[i] += 1
        loads[j] += 1
    usable = part.allowed & (taken < table.demand)[:, None] & (loads < table.places)[None, :]
    gain = np.where(usable, weight - u[:, None], 0)
    each = np.maximum(gain - p[None, :], 0).sum(axis=0) + _seats(p, loads, table.places, off)
    if part.topics:
        each = np.minimum(each, _best_groups(gain, part, loads, table.places, off))
    of_mentees = _seats(u, taken, table.demand, steps)
    return fixed + sum(map(int, each)) + sum(map(int, of_mentees))


def _highest(duals: Duals, table: Scan) -> int:
    """No price, weight or penalty counts for more."""
    weight = abs(duals.coverage) + abs(duals.seats) + abs(duals.mutual)
    points = duals.points * (int(table.points.max(initial=0)) + int(table.penalty.max(initial=0)))
    return max(*duals.mentee, *duals.mentor, 0, 0) + weight + points


def _best_groups(gain: Integers, part: Part, loads: Integers, places: Integers, off: Integers) -> Integers:
    """For each mentor what the best group round one topic can add."""
    best = np.zeros(len(places), np.int64)
    for may_join, mentors in part.topics:
        ranked = np.sort(np.where(may_join[:, None], gain[:, mentors], 0), axis=0)[::-1]
        value = np.zeros(len(mentors), np.int64)
        for k in range(min(len(ranked), int((places - loads)[mentors].max(initial=0)))):
            step = off[np.minimum(loads[mentors] + k, len(off) - 1)]
            value += np.where(loads[mentors] + k < places[mentors], np.maximum(ranked[k] - step, 0), 0)
        best[mentors] = np.maximum(best[mentors], value)
    return best


def _seats(price: Integers, gone: Integers, seats: Integers, steps: Integers) -> Integers:
    """For each person Σ over the seats that are left of max(0, price − step)."""
    total = np.zeros(len(price), np.int64)
    for k in range(int(seats.max(initial=0))):
        left = (gone <= k) & (k < seats)
        total += np.where(left, np.maximum(price - steps[min(k, len(steps) - 1)], 0), 0)
    return total
