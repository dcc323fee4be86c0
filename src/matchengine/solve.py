"""`solve`: from a problem to a plan that is the best on every level, with reasons and proof."""

from matchengine.certificate import verify
from matchengine.criteria import reasons
from matchengine.explain import why_not_matched
from matchengine.pairs import Flags
from matchengine.plan import Certificate, Pair, Plan
from matchengine.problem import Problem
from matchengine.progress import Progress, Stage, report
from matchengine.scale import counts_of, scale_of
from matchengine.scan import scan
from matchengine.solver.branching import search
from matchengine.solver.conflicts import Cell
from matchengine.solver.levels import Goals
from matchengine.solver.proving import certify


class PlanRefused(RuntimeError):
    """The plan did not stand the independent check. A fault of the engine: nothing is proposed."""


def solve(problem: Problem, *, progress: Progress | None = None) -> Plan:
    """The best plan, goal by goal: most mentees matched → most seats of teams → mutual choices → the worst pair that
    is neither mutual nor pinned → total less the load penalty, with the bonus for kept pairs.

    Every plan holds all pins. A mentee may have up to `demand` mentors, each once; coverage counts mentees, so nobody's
    second mentor costs another their first. `plan.certificate` proves each goal, `gap` is 0 when all are proved; where
    rules about several pairs make the problem hard (reverse pairs, themes, teams) the search is limited and states the
    gap that is left. The result depends on nothing but the problem: not on the order of people, not on the run. Every
    plan is checked before it is returned by code that shares nothing with the solver (`certificate.verify`);
    PlanRefused is raised if it does not hold. `progress` is told (stage, done, of) and cancels by answering False:
    `Cancelled` is raised. Memory: some tables of n × m integers.
    """
    cells, certificate, possible = _best(problem, progress)
    pairs = tuple(_pair(problem, i, j) for i, j in cells)
    plan = Plan(pairs, (), certificate)
    plan = Plan(pairs, why_not_matched(problem, plan, possible), certificate)
    report(progress, Stage.CHECK, 0, 1)
    if faults := verify(problem, plan):
        raise PlanRefused(", ".join(faults))
    report(progress, Stage.CHECK, 1, 1)
    return plan


def _best(problem: Problem, progress: Progress | None) -> tuple[list[Cell], Certificate, Flags]:
    """The cells of the best plan in order, their proof, and which pairs are possible.

    Everything is held in tables of n × m here. The one place where problems too large for that would part ways.
    """
    report(progress, Stage.SCAN, 0, 1)
    goals = Goals(scan(problem), scale_of(problem), counts_of(problem))
    best, root = search(problem, goals, progress)
    report(progress, Stage.PROOF, 0, 1)
    certificate = certify(problem, root, best.reached or best.values)
    return sorted(best.cells), certificate, goals.scan.possible


def _pair(problem: Problem, i: int, j: int) -> Pair:
    mentee, mentor = problem.mentees[i], problem.mentors[j]
    found = reasons(mentee, mentor, problem)
    is_mutual = (mentee.id, mentor.id) in problem.mutual
    return Pair(mentee.id, mentor.id, sum(reason.points for reason in found), found, is_mutual)
