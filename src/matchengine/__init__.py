"""The matching engine: who works with whom, proved to be the best, and why.

Plain Python with numpy; numba is loaded for large problems only. No Django, no clock, no sentences: data and codes
in, data and codes out. Русское название: подбор пар.
"""

from matchengine import codes
from matchengine.candidates import Candidate, Swap, candidates, swap
from matchengine.certificate import verify
from matchengine.check import check, warnings
from matchengine.codes import Rule
from matchengine.compare import Comparison, Difference, Levels, Move, compare, levels_of, moves_between
from matchengine.explain import PairExplanation, explain, explain_pair, why_left_out
from matchengine.greedy import deferred_acceptance, greedy
from matchengine.helps import nearest_change
from matchengine.lacking import Lacking, lacking
from matchengine.plan import (
    Branch,
    Certificate,
    Duals,
    Help,
    LeftOut,
    Level,
    Pair,
    Plan,
    Reason,
    Split,
    Violation,
)
from matchengine.prices import ForcedCost, PlacePrice, WhatIf, forced_cost, place_prices, what_if
from matchengine.problem import Mentee, Mentor, Problem, ProblemRefused, RoleModel, Settings, Weights
from matchengine.progress import Cancelled, Progress, Stage
from matchengine.reports import (
    BlockingPair,
    FairnessRow,
    MentorLoad,
    WeakPair,
    blocking_pairs,
    fairness,
    load,
    weak_below,
    weak_pairs,
)
from matchengine.solve import PlanRefused, solve
from matchengine.solver.arcs import ArcPlan, solve_arcs

__all__ = [
    "ArcPlan",
    "BlockingPair",
    "Branch",
    "Cancelled",
    "Candidate",
    "Certificate",
    "Comparison",
    "Difference",
    "Duals",
    "FairnessRow",
    "ForcedCost",
    "Help",
    "Lacking",
    "LeftOut",
    "Level",
    "Levels",
    "Mentee",
    "Mentor",
    "MentorLoad",
    "Move",
    "Pair",
    "PairExplanation",
    "PlacePrice",
    "Plan",
    "PlanRefused",
    "Problem",
    "ProblemRefused",
    "Progress",
    "Reason",
    "RoleModel",
    "Rule",
    "Settings",
    "Split",
    "Stage",
    "Swap",
    "Violation",
    "WeakPair",
    "Weights",
    "WhatIf",
    "blocking_pairs",
    "candidates",
    "check",
    "codes",
    "compare",
    "deferred_acceptance",
    "explain",
    "explain_pair",
    "fairness",
    "forced_cost",
    "greedy",
    "lacking",
    "levels_of",
    "load",
    "moves_between",
    "nearest_change",
    "place_prices",
    "solve",
    "solve_arcs",
    "swap",
    "verify",
    "warnings",
    "weak_below",
    "weak_pairs",
    "what_if",
    "why_left_out",
]
