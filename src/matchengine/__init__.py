"""The matching engine: who works with whom, proved to be the best, and why.

Plain Python with numpy; numba is loaded for large problems only. No Django, no clock, no sentences: data and codes
in, data and codes out. Русское название: подбор пар.
"""

from matchengine import codes
from matchengine.certificate import verify
from matchengine.check import check
from matchengine.codes import Rule
from matchengine.explain import PairExplanation, explain, explain_pair, why_left_out
from matchengine.plan import Branch, Certificate, Duals, Help, LeftOut, Level, Pair, Plan, Reason, Violation
from matchengine.problem import Mentee, Mentor, Problem, Settings, Weights
from matchengine.solve import PlanRefused, solve
from matchengine.solver.arcs import ArcPlan, solve_arcs

__all__ = [
    "ArcPlan",
    "Branch",
    "Certificate",
    "Duals",
    "Help",
    "LeftOut",
    "Level",
    "Mentee",
    "Mentor",
    "Pair",
    "PairExplanation",
    "Plan",
    "PlanRefused",
    "Problem",
    "Reason",
    "Rule",
    "Settings",
    "Violation",
    "Weights",
    "check",
    "codes",
    "explain",
    "explain_pair",
    "solve",
    "solve_arcs",
    "verify",
    "why_left_out",
]
