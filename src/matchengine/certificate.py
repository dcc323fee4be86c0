"""The independent check of a plan: shares nothing with the solver, trusts neither its values nor its bounds.

Weak duality does the work. For any prices u, p ≥ 0 no plan weighs more than Σ over seats max(0, u − step of the seat)
+ Σ over places max(0, p − penalty of the place) + Σ over possible pairs max(0, weight − u − p); a pair that every plan
must hold counts with its weight, and its seat and place are gone. Where groups have a theme a mentor adds no more than
the best group round one topic. The rest is arithmetic on integers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from matchengine.check import check
from matchengine.codes import LevelName, Rule
from matchengine.constraints import is_possible
from matchengine.constraints.standing import themes_of_mentee, themes_of_mentor
from matchengine.criteria import reasons
from matchengine.pairs import Flags, Integers
from matchengine.partition import PartitionBroken, Region, fits, regions
from matchengine.plan import Branch, Duals, Plan
from matchengine.problem import Problem
from matchengine.scale import Scale, scale_of
from matchengine.scan import Scan, scan

SAMPLE = 64
Cell = tuple[int, int]


def verify(problem: Problem, plan: Plan, *, every_pair: bool = False) -> tuple[str, ...]:
    """What is wrong with a plan and its certificate; empty if it is what it says.

    Hard rules and scores of the plan's pairs, and of a fixed sample of all pairs, are counted again by the readable
    forms; `every_pair` does so for all of them (some ten microseconds a pair). Bounds are held against all pairs.
    """
    if check(problem, plan.pairs):
        return ("plan_breaks_a_rule",)
    checked = _Checked(problem, plan, scan(problem), scale_of(problem))
    names = [name for name in LevelName if name is not LevelName.SEATS or checked.scale.seats]
    if [level.name for level in plan.certificate.levels] != names:
        return ("levels_are_not_the_goals",)
    faults: list[str] = []
    if not _scores_hold(problem, plan, checked.table, every_pair):
        faults.append("scores_differ")
    if {level.name: level.value for level in plan.certificate.levels} != _values(problem, plan, names):
        faults.append("values_differ")
    if _summary(plan) != _expected_summary(problem, plan):
        faults.append("summary_differs")
    try:
        parts = regions(problem, plan.certificate)
    except PartitionBroken:
        return (*faults, "branches_leave_plans_out")
    faults += [fault for region, branch in parts for fault in _branch_faults(checked, region, branch)]
    return tuple(dict.fromkeys(faults))


def _scores_hold(problem: Problem, plan: Plan, table: Scan, every_pair: bool) -> bool:
    rows = {m.id: i for i, m in enumerate(problem.mentees)}
    columns = {m.id: j for j, m in enumerate(problem.mentors)}
    cells = len(rows) * len(columns)
    if any(pair.score != sum(r.points for r in pair.reasons) for pair in plan.pairs):
        return False
    if any(pair.score != table.score[rows[pair.mentee_id], columns[pair.mentor_id]] for pair in plan.pairs):
        return False
    chosen = {(rows[pair.mentee_id], columns[pair.mentor_id]) for pair in plan.pairs}
    # a fixed scatter over all rows and columns, the same on every run
    sampled = range(cells) if every_pair else [k * 2_654_435_761 % cells for k in range(min(SAMPLE, cells))]
    for i, j in chosen | {divmod(k, len(columns)) for k in sampled}:
        mentee, mentor = problem.mentees[i], problem.mentors[j]
        if table.score[i, j] != sum(r.points for r in reasons(mentee, mentor, problem)):
            return False
        if table.possible[i, j] != is_possible(mentee, mentor, problem):
            return False
    return True


def _values(problem: Problem, plan: Plan, names: Iterable[LevelName]) -> dict[LevelName, int]:
    scores = {(pair.mentee_id, pair.mentor_id): pair.score for pair in plan.pairs}
    exempt = problem.mutual | problem.pins
    total = sum(scores.values()) + problem.settings.keep_bonus * sum(pair in problem.current for pair in scores)
    for load in Counter(pair.mentor_id for pair in plan.pairs).values():
        total -= sum(problem.settings.penalty(k) for k in range(load))
    values = {
        LevelName.COVERAGE: len({pair.mentee_id for pair in plan.pairs}),
        LevelName.SEATS: len(plan.pairs),
        LevelName.MUTUAL: sum(pair in problem.mutual for pair in scores),
        LevelName.WORST: min((score for pair, score in scores.items() if pair not in exempt), default=0),
        LevelName.TOTAL: total,
    }
    return {name: values[name] for name in names}


def _summary(plan: Plan) -> tuple[int, int, int, int]:
    certificate = plan.certificate
    return certificate.objective, certificate.dual_bound, certificate.gap, certificate.pairs_checked


def _expected_summary(problem: Problem, plan: Plan) -> tuple[int, int, int, int]:
    levels = plan.certificate.levels
    gap = max(level.bound - level.value for level in levels)
    return levels[-1].value, levels[-1].bound, gap, len(problem.mentees) * len(problem.mentors)


@dataclass(frozen=True, eq=False)
class _Checked:
    """A plan, and the tables it is held against."""

    problem: Problem
    plan: Plan
    table: Scan
    scale: Scale

    @property
    def goals(self) -> tuple[int, int, int]:
        """Coverage, seats and mutual choices of the plan."""
        return self.value(LevelName.COVERAGE), self.value(LevelName.SEATS), self.value(LevelName.MUTUAL)

    def value(self, name: LevelName) -> int:
        return next((x.value for x in self.plan.certificate.levels if x.name is name), len(self.plan.pairs))

    def bound(self, name: LevelName) -> int:
        return next((x.bound for x in self.plan.certificate.levels if x.name is name), len(self.plan.pairs))


@dataclass(frozen=True, eq=False)
class _Part:
    """A region in rows and columns: cells that every plan of it holds, and cells it may hold besides.

    Where groups have a theme, `topics` lists for each topic whom it fits and the mentors whose group may have it.
    """

    required: frozenset[Cell]
    allowed: Flags
    topics: tuple[tuple[Flags, Integers], ...] = ()


def _branch_faults(checked: _Checked, region: Region, branch: Branch) -> Iterable[str]:
    """Do this branch's prices prove the bounds of all levels for the plans of its region?"""
    table, scale = checked.table, checked.scale
    part = _part(checked.problem, table, region)
    coverage, seats, mutual = checked.goals
    first = dual_bound(branch.coverage, part, table, scale)
    covered = checked.bound(LevelName.COVERAGE)
    is_open = covered < table.seats
    if first is None or (is_open and not _is_bounded(first, branch.coverage, covered, "coverage", scale)):
        yield "coverage_not_proved"
        return
    rest = first - branch.coverage.coverage * coverage
    if rest < -branch.coverage.points * scale.slack and branch.coverage.mutual >= 0 and branch.coverage.seats >= 0:
        return  # no plan here has as many mentees
    places = checked.bound(LevelName.SEATS)  # no plan takes more than there are
    if scale.seats and places < table.seats and not _is_bounded(rest, branch.coverage, places, "seats", scale):
        yield "seats_not_proved"
    duals = branch.coverage if branch.mutual is None else branch.mutual
    second = dual_bound(duals, part, table, scale)
    if second is None:
        yield "mutual_not_proved"
        return
    rest = second - duals.coverage * coverage - duals.seats * seats
    if checked.bound(LevelName.MUTUAL) < seats and not _is_bounded(
        rest, duals, checked.bound(LevelName.MUTUAL), "mutual", scale
    ):
        yield "mutual_not_proved"
    if duals.mutual >= 0 and rest - duals.mutual * mutual < -duals.points * scale.slack:
        return  # no plan here has as many choices
    if not _worst_is_proved(checked, part, branch):
        yield "worst_not_proved"
    if not _total_is_proved(checked, part, branch):
        yield "total_not_proved"


def _is_bounded(rest: int, duals: Duals, bound: int, goal: str, scale: Scale) -> bool:
    """Is a goal at most `bound` where it and all goals after it weigh at most `rest`?"""
    if duals.points < 0 or duals.mutual < 0 or (goal == "coverage" and duals.seats < 0):
        return False  # what comes after could weigh less than nothing
    factor: int = getattr(duals, goal)
    return factor > 0 and (rest + duals.points * scale.slack) // factor <= bound


def _worst_is_proved(checked: _Checked, part: _Part, branch: Branch) -> bool:
    """Above the bound no pair is left, or too few to keep coverage, seats and mutual choices."""
    table, bound = checked.table, checked.bound(LevelName.WORST)
    exempt = table.mutual | table.pinned
    named = checked.problem.mutual | checked.problem.pins
    if all((pair.mentee_id, pair.mentor_id) in named for pair in checked.plan.pairs):
        return bound == 0  # so it is in every plan with as many seats and choices
    if any(not exempt[cell] and table.score[cell] <= bound for cell in part.required):
        return True
    if not bool((table.possible & ~exempt & (table.score > bound)).any()):
        return True
    if branch.worst is None or branch.worst.points < 0:
        return False
    above = replace(part, allowed=part.allowed & (exempt | (table.score > bound)))
    proved = dual_bound(branch.worst, above, table, checked.scale)
    needed = _weight(branch.worst, checked.goals) - branch.worst.points * checked.scale.slack
    return proved is not None and proved < needed


def _total_is_proved(checked: _Checked, part: _Part, branch: Branch) -> bool:
    table, worst, seats = checked.table, checked.value(LevelName.WORST), len(checked.plan.pairs)
    exempt = table.mutual | table.pinned
    if any(not exempt[cell] and table.score[cell] < worst for cell in part.required):
        return True  # every plan here has a worse pair
    if seats * int(table.points[table.possible].max(initial=0)) <= checked.bound(LevelName.TOTAL):
        return True
    if branch.total is None or branch.total.points < 1:
        return False
    above = replace(part, allowed=part.allowed & (exempt | (table.score >= worst)))
    last = dual_bound(branch.total, above, table, checked.scale)
    if last is None:
        return False
    return (last - _weight(branch.total, checked.goals)) // branch.total.points <= checked.bound(LevelName.TOTAL)


def _weight(duals: Duals, goals: tuple[int, int, int]) -> int:
    coverage, seats, mutual = goals
    return duals.coverage * coverage + duals.seats * seats + duals.mutual * mutual


def dual_bound(duals: Duals, part: _Part, table: Scan, scale: Scale) -> int | None:
    """What the prices prove about the weight of every plan of a part; None if they prove nothing."""
    if (len(duals.mentee), len(duals.mentor)) != part.allowed.shape or duals.points < 0:
        return None
    if min(duals.mentee, default=0) < 0 or min(duals.mentor, default=0) < 0:
        return None
    if scale.seats and duals.coverage < 0:
        return None  # the steps of a mentee would fall
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
    return fixed + int(each.sum()) + int(_seats(u, taken, table.demand, steps).sum())


def _best_groups(gain: Integers, part: _Part, loads: Integers, places: Integers, off: Integers) -> Integers:
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


def _part(problem: Problem, table: Scan, region: Region) -> _Part:
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
    return _Part(required, allowed, tuple(_topics(problem, region, required)))


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
