"""The independent check of a plan: shares nothing with the solver, trusts neither its values nor its bounds.

Weak duality does the work. For any prices u, p ≥ 0 no plan weighs more than Σ over seats max(0, u − step of the seat)
+ Σ over places max(0, p − penalty of the place) + Σ over possible pairs max(0, weight − u − p); a pair that every plan
must hold counts with its weight, and its seat and place are gone. The rest is arithmetic on integers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from matchengine.check import check
from matchengine.codes import LevelName
from matchengine.constraints import is_possible
from matchengine.criteria import reasons
from matchengine.pairs import Flags, Integers
from matchengine.partition import PartitionBroken, Region, fits, regions
from matchengine.plan import Branch, Duals, Plan
from matchengine.problem import Problem
from matchengine.scale import Scale, counts_of, scale_of
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
    checked = _Checked(problem, plan, scan(problem), scale_of(problem), counts_of(problem))
    names = [name for name in LevelName if name is not LevelName.SEATS or checked.full.seats]
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
    full: Scale
    counts: Scale

    def value(self, name: LevelName) -> int:
        return next((x.value for x in self.plan.certificate.levels if x.name is name), len(self.plan.pairs))

    def bound(self, name: LevelName) -> int:
        return next((x.bound for x in self.plan.certificate.levels if x.name is name), len(self.plan.pairs))


@dataclass(frozen=True, eq=False)
class _Part:
    """A region in rows and columns: cells that every plan of it holds, and cells it may hold besides."""

    required: frozenset[Cell]
    allowed: Flags


def _branch_faults(checked: _Checked, region: Region, branch: Branch) -> Iterable[str]:
    """Do this branch's prices prove the bounds of all levels for the plans of its region?"""
    table, full = checked.table, checked.full
    part = _part(checked.problem, table, region)
    coverage, seats, mutual = (checked.value(n) for n in (LevelName.COVERAGE, LevelName.SEATS, LevelName.MUTUAL))
    weight = full.weight(table.mutual, table.points)
    first = dual_bound(branch.coverage, part, weight, table, full.steps, table.penalty)
    if first is None or (first + full.slack) // full.coverage > checked.bound(LevelName.COVERAGE):
        yield "coverage_not_proved"
        return
    rest = first + full.slack - full.coverage * coverage
    if full.seats and min(rest // full.seats, table.seats) > checked.bound(LevelName.SEATS):
        yield "seats_not_proved"
    rest -= full.seats * seats
    if min(rest // full.mutual, seats) > checked.bound(LevelName.MUTUAL):
        yield "mutual_not_proved"
    if rest < full.mutual * mutual:
        return  # nothing here comes near the plan
    if not _worst_is_proved(checked, part, branch):
        yield "worst_not_proved"
    if not _total_is_proved(checked, part, branch, weight):
        yield "total_not_proved"


def _worst_is_proved(checked: _Checked, part: _Part, branch: Branch) -> bool:
    """Above the bound no pair is left, or too few to keep coverage, seats and mutual choices."""
    table, counts, bound = checked.table, checked.counts, checked.bound(LevelName.WORST)
    exempt = table.mutual | table.pinned
    named = checked.problem.mutual | checked.problem.pins
    if all((pair.mentee_id, pair.mentor_id) in named for pair in checked.plan.pairs):
        return bound == 0  # so it is in every plan with as many seats and choices
    above = part.allowed & (exempt | (table.score > bound))
    if any(not exempt[cell] and table.score[cell] <= bound for cell in part.required):
        return True
    if not bool((table.possible & ~exempt & (table.score > bound)).any()):
        return True
    if branch.worst is None:
        return False
    weight = counts.weight(table.mutual, 0)
    proved = dual_bound(branch.worst, _Part(part.required, above), weight, table, counts.steps, np.zeros(1, np.int64))
    coverage, seats, mutual = (checked.value(n) for n in (LevelName.COVERAGE, LevelName.SEATS, LevelName.MUTUAL))
    return proved is not None and proved < counts.coverage * coverage + counts.seats * seats + counts.mutual * mutual


def _total_is_proved(checked: _Checked, part: _Part, branch: Branch, weight: Integers) -> bool:
    table, full, worst = checked.table, checked.full, checked.value(LevelName.WORST)
    exempt = table.mutual | table.pinned
    if any(not exempt[cell] and table.score[cell] < worst for cell in part.required):
        return True  # every plan here has a worse pair
    coverage, seats, mutual = (checked.value(n) for n in (LevelName.COVERAGE, LevelName.SEATS, LevelName.MUTUAL))
    if seats * int(table.points[table.possible].max(initial=0)) <= checked.bound(LevelName.TOTAL):
        return True
    above = _Part(part.required, part.allowed & (exempt | (table.score >= worst)))
    last = dual_bound(branch.total, above, weight, table, full.steps, table.penalty)
    reached = full.coverage * coverage + full.seats * seats + full.mutual * mutual
    return last is not None and last - reached <= checked.bound(LevelName.TOTAL)


def dual_bound(
    duals: Duals, part: _Part, weight: Integers, table: Scan, steps: Integers, penalty: Integers
) -> int | None:
    """What the prices prove about the plans of a part; None if they prove nothing."""
    if (len(duals.mentee), len(duals.mentor)) != part.allowed.shape:
        return None
    if min(duals.mentee, default=0) < 0 or min(duals.mentor, default=0) < 0:
        return None
    u, p = np.array(duals.mentee, np.int64), np.array(duals.mentor, np.int64)
    taken, loads = np.zeros(len(u), np.int64), np.zeros(len(p), np.int64)
    fixed = 0
    for i, j in sorted(part.required):
        fixed += int(weight[i, j]) - int(steps[min(taken[i], len(steps) - 1)])
        fixed -= int(penalty[min(loads[j], len(penalty) - 1)])
        taken[i] += 1
        loads[j] += 1
    usable = part.allowed & (taken < table.demand)[:, None] & (loads < table.places)[None, :]
    above = np.maximum(weight - u[:, None] - p[None, :], 0)
    return (
        fixed
        + int(above[usable].sum())
        + _seats(u, taken, table.demand, steps)
        + _seats(p, loads, table.places, penalty)
    )


def _seats(price: Integers, gone: Integers, seats: Integers, steps: Integers) -> int:
    """Σ over the seats that are left of max(0, price − step)."""
    total = 0
    for one, first, last in zip(price.tolist(), gone.tolist(), seats.tolist(), strict=True):
        if one:
            total += sum(max(0, one - int(steps[min(k, len(steps) - 1)])) for k in range(first, last))
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
    return _Part(required, allowed)
