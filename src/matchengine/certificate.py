"""The independent check of a plan: shares nothing with the solver, trusts neither its values nor its bounds.

Weak duality does the work. If prices u, p ≥ 0 satisfy u[i] + p[j] ≥ weight of every possible pair, then no plan
weighs more than Σ u + Σ over places max(0, p − penalty of the place). The rest is arithmetic on integers.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from matchengine.check import check, is_reverse
from matchengine.codes import LevelName, Rule
from matchengine.constraints import is_possible
from matchengine.criteria import reasons
from matchengine.packing import Flags, Numbers
from matchengine.plan import Branch, Duals, Level, Plan
from matchengine.problem import Problem
from matchengine.scan import Scale, Scan, scale_of, scan

SAMPLE = 64


def verify(problem: Problem, plan: Plan, *, every_pair: bool = False) -> tuple[str, ...]:
    """What is wrong with a plan and its certificate; empty if it is what it says.

    Hard rules and scores of the plan's pairs, and of a fixed sample of all pairs, are counted again by the readable
    forms; `every_pair` does so for all of them (some ten microseconds a pair). Bounds are held against all pairs.
    """
    if check(problem, plan.pairs):
        return ("plan_breaks_a_rule",)
    if [level.name for level in plan.certificate.levels] != list(LevelName):
        return ("levels_are_not_the_goals",)
    faults: list[str] = []
    table = scan(problem)
    if not _scores_hold(problem, plan, table, every_pair):
        faults.append("scores_differ")
    if [level.value for level in plan.certificate.levels] != _values(problem, plan):
        faults.append("values_differ")
    if not _covers_every_plan(problem, [set(branch.forbidden) for branch in plan.certificate.branches]):
        faults.append("branches_leave_plans_out")
    if _summary(plan) != _expected_summary(problem, plan):
        faults.append("summary_differs")
    faults += [fault for branch in plan.certificate.branches for fault in _branch_faults(problem, plan, table, branch)]
    return tuple(dict.fromkeys(faults))


def _scores_hold(problem: Problem, plan: Plan, table: Scan, every_pair: bool) -> bool:
    rows = {m.id: i for i, m in enumerate(problem.mentees)}
    columns = {m.id: j for j, m in enumerate(problem.mentors)}
    cells = len(rows) * len(columns)
    chosen = {(rows[pair.mentee_id], columns[pair.mentor_id]) for pair in plan.pairs}
    if any(pair.score != sum(r.points for r in pair.reasons) for pair in plan.pairs):
        return False
    if any(pair.score != table.score[rows[pair.mentee_id], columns[pair.mentor_id]] for pair in plan.pairs):
        return False
    # a fixed scatter over all rows and columns, the same on every run
    sampled = range(cells) if every_pair else [k * 2_654_435_761 % cells for k in range(min(SAMPLE, cells))]
    sample = {divmod(k, len(columns)) for k in sampled}
    for i, j in chosen | sample:
        mentee, mentor = problem.mentees[i], problem.mentors[j]
        if table.score[i, j] != sum(r.points for r in reasons(mentee, mentor, problem)):
            return False
        if table.possible[i, j] != is_possible(mentee, mentor, problem):
            return False
    return True


def _values(problem: Problem, plan: Plan) -> list[int]:
    mutual = [(pair.mentee_id, pair.mentor_id) in problem.mutual for pair in plan.pairs]
    loads: dict[str, int] = {}
    total = 0
    for pair in plan.pairs:
        load = loads.get(pair.mentor_id, 0)
        total += pair.score - problem.settings.penalty(load)
        loads[pair.mentor_id] = load + 1
    worst = min((p.score for p, chosen in zip(plan.pairs, mutual, strict=True) if not chosen), default=0)
    return [len(plan.pairs), sum(mutual), worst, total]


def _summary(plan: Plan) -> tuple[int, int, int, int]:
    certificate = plan.certificate
    return certificate.objective, certificate.dual_bound, certificate.gap, certificate.pairs_checked


def _expected_summary(problem: Problem, plan: Plan) -> tuple[int, int, int, int]:
    levels = plan.certificate.levels
    gap = max(level.bound - level.value for level in levels)
    return levels[-1].value, levels[-1].bound, gap, len(problem.mentees) * len(problem.mentors)


def _branch_faults(problem: Problem, plan: Plan, table: Scan, branch: Branch) -> Iterable[str]:
    """Do this branch's prices prove the bounds of all levels for the plans without its forbidden pairs?"""
    coverage, mutual, worst, total = plan.certificate.levels
    factors, penalty = scale_of(problem), table.penalty.tolist()
    allowed = _without(problem, table.possible, branch)
    weight = factors.coverage + factors.mutual * table.mutual + table.score
    first = dual_bound(branch.coverage, allowed, weight, table.places, penalty)
    if first is None or (first + factors.slack) // factors.coverage > coverage.bound:
        yield "coverage_not_proved"
    elif min((first + factors.slack - factors.coverage * coverage.value) // factors.mutual, coverage.value) > (
        mutual.bound
    ):
        yield "mutual_not_proved"
    if not _worst_is_proved(table, factors, branch, allowed, (coverage, mutual, worst)):
        yield "worst_not_proved"
    if coverage.value > mutual.value:
        allowed = allowed & (table.mutual | (table.score >= worst.value))
    last = dual_bound(branch.total, allowed, weight, table.places, penalty)
    reached = factors.coverage * coverage.value + factors.mutual * mutual.value
    if last is None or last - reached > total.bound:
        yield "total_not_proved"


def _worst_is_proved(
    table: Scan, factors: Scale, branch: Branch, allowed: Flags, levels: tuple[Level, Level, Level]
) -> bool:
    """Above the bound no pair is left, or too few to keep coverage and mutual choices."""
    coverage, mutual, worst = levels
    if coverage.value == mutual.value:
        return worst.bound == 0
    above = allowed & (table.mutual | (table.score > worst.bound))
    if not bool((above & ~table.mutual).any()):
        return True
    if branch.worst is None:
        return False
    bound = dual_bound(branch.worst, above, factors.count + table.mutual.astype(np.int64), table.places, [0])
    return bound is not None and bound < factors.count * coverage.value + mutual.value


def dual_bound(duals: Duals, allowed: Flags, weight: Numbers, places: Numbers, penalty: Sequence[int]) -> int | None:
    """What the prices prove about the allowed cells of an n × m table of weights; None if they prove nothing."""
    if (len(duals.mentee), len(duals.mentor)) != allowed.shape:
        return None
    if min(duals.mentee, default=0) < 0 or min(duals.mentor, default=0) < 0:
        return None
    u, p = np.array(duals.mentee, np.int64), np.array(duals.mentor, np.int64)
    if bool((allowed & (u[:, None] + p[None, :] < weight)).any()):
        return None
    bound = sum(duals.mentee)
    for price, seats in zip(duals.mentor, places.tolist(), strict=True):
        bound += sum(max(0, price - penalty[min(k, len(penalty) - 1)]) for k in range(seats))
    return bound


def _without(problem: Problem, possible: Flags, branch: Branch) -> Flags:
    table = possible.copy()
    rows = {m.id: i for i, m in enumerate(problem.mentees)}
    columns = {m.id: j for j, m in enumerate(problem.mentors)}
    for mentee_id, mentor_id in branch.forbidden:
        if mentee_id in rows and mentor_id in columns:
            table[rows[mentee_id], columns[mentor_id]] = False
    return table


def _covers_every_plan(problem: Problem, branches: list[set[tuple[str, str]]]) -> bool:
    """Is every plan without reverse pairs in some branch? Yes if nothing is forbidden in one of them; or if all of
    them forbid one pair or the other of some conflict, and either half covers every plan that lacks its pair."""
    if any(not forbidden for forbidden in branches):
        return True
    pairs = sorted(set().union(*branches)) if branches else []
    for a in pairs:
        for b in pairs:
            splits = (
                a < b and _conflict(problem, a, b) and all(a in forbidden or b in forbidden for forbidden in branches)
            )
            if splits and all(_covers_every_plan(problem, [f - {x} for f in branches if x in f]) for x in (a, b)):
                return True
    return False


def _conflict(problem: Problem, a: tuple[str, str], b: tuple[str, str]) -> bool:
    strangers = {a[0], b[0]} - set(problem.mentee_by_id) or {a[1], b[1]} - set(problem.mentor_by_id)
    return not strangers and problem.settings.is_hard(Rule.REVERSE) and is_reverse(problem, a, b)
