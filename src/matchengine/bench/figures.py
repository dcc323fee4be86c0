"""Solve one bench instance, check the plan independently: the figures of `python -m matchengine bench`."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from matchengine import kernels
from matchengine.bench.drawing import Instance
from matchengine.bench.instances import draw, packed
from matchengine.bench.school import problem_of
from matchengine.large.certificate import Finding, check_plan
from matchengine.large.levels import Proved, Reached, solve_levels
from matchengine.pairs import Cells, Objective, PackedPairs
from matchengine.solve import solve
from matchengine.solver.columns import PairsPlan, solve_pairs

Figures = dict[str, Any]
Found = tuple[Figures, tuple[str, ...]]
"""Figures, and what is wrong with the plan."""

CHANGED_PAIRS = 20
LEAVING = 0.01
WARM = "school"
WARM_TIMES = 5


def measure(name: str, seed: int, goals: str, what_if: str | None) -> Found:
    """`goals`: weight, levels or product; `what_if`: a change of `change`, or None."""
    instance = draw(name, seed)
    if goals == "product":
        return _product(instance)
    solve_pairs(*packed(draw(WARM, 1)))
    return _levels(instance) if goals == "levels" else _weight(instance, what_if)


def _weight(instance: Instance, what_if: str | None) -> Found:
    began = time.perf_counter()
    pairs, objective = packed(instance)
    plan = solve_pairs(pairs, objective)
    seconds, peak = time.perf_counter() - began, _peak_mb()
    finding = _checked(pairs, Proved(objective, plan))
    figures, faults = _figures(seconds, peak, plan, finding), finding.faults
    if what_if:
        changed, objective = change(pairs, objective, plan, what_if)
        began = time.perf_counter()
        again = solve_pairs(changed, objective, start=plan)
        figures["what_if_seconds"] = round(time.perf_counter() - began, 4)
        finding = _checked(changed, Proved(objective, again))
        figures |= {"what_if_weight": again.weight, "gap": max(figures["gap"], again.dual_bound - again.weight)}
        figures |= {"what_if_matched": finding.matched, "peak_mb": _peak_mb()}
        faults += finding.faults
    return figures, faults


def _levels(instance: Instance) -> Found:
    began = time.perf_counter()
    pairs, _ = packed(instance)
    solved = solve_levels(pairs)
    seconds, peak = time.perf_counter() - began, _peak_mb()
    proofs = [solved.counts, solved.total, *([solved.above] if solved.above else [])]
    findings = [_checked(pairs, one) for one in proofs]
    figures = _figures(seconds, peak, solved.total.plan, findings[1])
    figures |= {"worst": solved.reached.worst, "total": solved.reached.total, "solves": solved.solves}
    faults = sum((finding.faults for finding in findings), ())
    if solved.above and not _misses(findings[2], solved.reached):
        faults += ("worst_pair_not_proved",)
    return figures, faults


def _misses(above: Finding, reached: Reached) -> bool:
    """Above the worst pair, the best plan of all loses a mentee or a mutual choice."""
    return (above.matched, above.mutual) < (reached.coverage, reached.mutual)


def _product(instance: Instance) -> Found:
    """The school as the product solves it: the plan holds the certificate, the reasons of every pair, and why and what
    would help for everybody left out. `first_seconds`: the first time in the process, without compiled loops;
    `seconds`: median of five more with them.
    """
    problem = problem_of(instance)
    plan, first = _timed(lambda: solve(problem))
    kernels.compile_all()
    seconds = statistics.median(_timed(lambda: solve(problem))[1] for _ in range(WARM_TIMES))
    levels = {str(level.name): level.value for level in plan.certificate.levels}
    figures = {
        "seconds": round(seconds, 4),
        "first_seconds": round(first, 4),
        "peak_mb": _peak_mb(),
        "matched": len(plan.pairs),
        "mutual": sum(pair.is_mutual for pair in plan.pairs),
        "score": sum(pair.score for pair in plan.pairs),
        "weight": plan.certificate.objective,
        "dual_bound": plan.certificate.dual_bound,
        "gap": plan.certificate.gap,
        "pairs_checked": plan.certificate.pairs_checked,
        "worst": levels.get("worst"),
    }
    return figures, ()


def change(
    pairs: PackedPairs, objective: Objective, plan: PairsPlan, what: str, seed: int = 1
) -> tuple[PackedPairs, Objective]:
    """Pin 20 possible pairs that are not in the plan, ban 20 that are, let one mentor of a hundred leave."""
    rng = np.random.default_rng(seed)
    n, m = pairs.shape
    if what in ("pins", "all"):
        rows = rng.choice(n, CHANGED_PAIRS, replace=False)
        columns = [_another(pairs, plan, int(i), rng) for i in rows]
        pairs = replace(pairs, pinned=Cells.of(rows, columns))
        objective = replace(objective, pin=100 * objective.base)
    if what in ("bans", "all"):
        held = np.setdiff1d(np.nonzero(plan.mentor_of >= 0)[0], pairs.pinned.rows)
        rows = rng.choice(held, CHANGED_PAIRS, replace=False)
        old = pairs.banned
        banned = Cells.of(
            np.concatenate((old.rows, rows)), np.concatenate((old.columns, plan.mentor_of[rows].astype(np.int64)))
        )
        pairs = replace(pairs, banned=banned)
    if what in ("leavers", "all"):
        staying = np.setdiff1d(np.arange(m), pairs.pinned.columns)
        stays = pairs.open_columns.copy()
        stays[rng.choice(staying, max(1, round(m * LEAVING)), replace=False)] = False
        pairs = replace(pairs, open_columns=stays)
    return pairs, objective


def _another(pairs: PackedPairs, plan: PairsPlan, row: int, rng: np.random.Generator) -> int:
    """A mentor who is possible for this mentee and is not the one of the plan."""
    possible, _ = pairs.block(row, row + 1)
    others = np.setdiff1d(np.nonzero(possible[0])[0], plan.mentor_of[row : row + 1])
    return int(rng.choice(others))


def _checked(pairs: PackedPairs, proved: Proved) -> Finding:
    plan = proved.plan
    finding = check_plan(pairs, proved.objective, plan.mentor_of, plan.u, plan.p)
    if (finding.weight, finding.bound) == (plan.weight, plan.dual_bound):
        return finding
    return replace(finding, faults=(*finding.faults, "sums_differ"))


def _figures(seconds: float, peak: float, plan: PairsPlan, finding: Finding) -> Figures:
    return {
        "seconds": round(seconds, 4),
        "peak_mb": peak,
        "matched": finding.matched,
        "mutual": finding.mutual,
        "score": finding.score,
        "weight": plan.weight,
        "dual_bound": plan.dual_bound,
        "gap": plan.dual_bound - plan.weight,
        "pairs_checked": plan.pairs_checked,
    }


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def _peak_mb() -> float:
    """The largest resident memory of this process so far, in MiB."""
    import resource  # not there on every system

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
