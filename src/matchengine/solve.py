"""`solve`: from a problem to a plan that is the best on every level, with reasons and proof."""

from matchengine.certificate import verify
from matchengine.criteria import reasons
from matchengine.explain import why_not_matched
from matchengine.plan import Pair, Plan
from matchengine.problem import Problem
from matchengine.scan import scale_of, scan
from matchengine.solver.branching import search
from matchengine.solver.proving import certify


class PlanRefused(RuntimeError):
    """The plan did not stand the independent check. A fault of the engine: nothing is proposed."""


def solve(problem: Problem) -> Plan:
    """The best plan: most mentees matched → mutual choices → worst pair that is not mutual → total less the load.

    Exact; `plan.certificate` proves each level, `gap` is 0 when all are proved. The result depends on nothing but the
    problem: not on the order of people, not on the run. Every plan is checked before it is returned by code that
    shares nothing with the solver (`certificate.verify`); PlanRefused is raised if it does not hold. Memory:
    some tables of n × m integers; 120 × 40 takes hundredths of a second, 2,000 × 700 some seconds.
    """
    table, factors = scan(problem), scale_of(problem)
    best, leaves = search(problem, table, factors)
    certificate = certify(problem, table, factors, best.values, leaves)
    pairs = tuple(_pair(problem, i, j) for i, j in sorted(best.cells))
    plan = Plan(pairs, (), certificate)
    plan = Plan(pairs, why_not_matched(problem, plan), certificate)
    if faults := verify(problem, plan):
        raise PlanRefused(", ".join(faults))
    return plan


def _pair(problem: Problem, i: int, j: int) -> Pair:
    mentee, mentor = problem.mentees[i], problem.mentors[j]
    found = reasons(mentee, mentor, problem)
    is_mutual = (mentee.id, mentor.id) in problem.mutual
    return Pair(mentee.id, mentor.id, sum(reason.points for reason in found), found, is_mutual)
